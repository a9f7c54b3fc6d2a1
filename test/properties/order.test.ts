import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VENDORS } from '../support/vendor-ids.ts';
import { anyCentre, everybody, PERSON } from './agents.ts';
import { graphOver } from './graph.ts';
import { vendorsOf } from './vendors.ts';

const LIST = `{ nodes ${PERSON} pageInfo { hasNextPage hasPreviousPage } unavailable { vendor code } }`;

/** Every way of asking for people, of which each needs the vendors in another way. */
const FIELDS = {
  first: `agents(first: $count) ${LIST}`,
  last: `agents(last: $count) ${LIST}`,
  atLiveChat: `agents(first: $count, filter: { vendors: [LIVECHAT] }) ${LIST}`,
  byText: `agents(first: $count, filter: { text: "p1" }) ${LIST}`,
  lately: `agents(first: $count, filter: { activeDuring: { from: "2024-09-12T00:00:00Z", to: "2024-09-13T00:00:00Z" } }) ${LIST}`,
  ranking: `chatReport { ranking(first: 200) { nodes { agent ${PERSON} } } }`,
  counted: 'agents(first: 1) { totalCount }',
  byEmail: `agent(by: { email: $email }) ${PERSON}`,
  byUsername: `agent(by: { rocketChatUsername: $username }) ${PERSON}`,
  byUserId: `agent(by: { koreAiUserId: $userId }) ${PERSON}`,
  byId: `node(id: $id) { ... on Agent ${PERSON} }`,
} as const;

const anyFields = fc.uniqueArray(fc.constantFrom(...(Object.keys(FIELDS) as (keyof typeof FIELDS)[])), {
  minLength: 2,
});

function operationOf(fields: readonly (keyof typeof FIELDS)[]): string {
  const selected = fields.map((field) => `${field}: ${FIELDS[field]}`);
  const variables = '$count: Int!, $email: String!, $username: String!, $userId: String!, $id: ID!';
  return `query (${variables}) { ${selected.join(' ')} }`;
}

/** How a vendor can be at fault: as a whole, in its report of activity alone, or for lack of a permission. */
const anyFault = fc.constantFrom('isDown', 'isReportDown', 'isPartial');

it('what an operation says is missing does not depend on the order of its fields, or on what else it asks for', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyCentre,
      fc.array(fc.tuple(fc.constantFrom(...VENDORS), anyFault), { minLength: 1, maxLength: 2 }),
      anyFields.chain((fields) =>
        fc.tuple(
          fc.constant(fields),
          fc.shuffledSubarray(fields, { minLength: fields.length, maxLength: fields.length }),
        ),
      ),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      async ({ staff, pageSizes }, faults, orders, count, chosen) => {
        fc.pre(staff.listed.length > 0);
        const { vendors, states } = vendorsOf(staff, pageSizes);
        const someone = staff.listed[chosen % staff.listed.length] ?? expect.fail();
        const people = await everybody(graphOver(vendors, staff.identities));
        const variables = {
          count,
          email: someone.emails[0] ?? 'nobody@example.com',
          username: someone.key,
          userId: someone.key,
          id: people[chosen % people.length]?.id,
        };
        for (const [vendor, fault] of faults) states[vendor][fault] = true;
        const ask = (query: string) => graphOver(vendors, staff.identities).ask(query, variables);
        const [one, other] = await Promise.all(orders.map((fields) => ask(operationOf(fields))));
        expect(other?.data).toEqual(one?.data);
        expect(other?.places).toEqual(one?.places);
        for (const field of orders[0]) {
          const alone = await ask(operationOf([field]));
          const placesOf = (places: ReadonlySet<string> = new Set()) =>
            [...places].filter((place) => place.startsWith(field));
          expect(new Set(placesOf(alone.places))).toEqual(new Set(placesOf(one?.places)));
          expect(alone.data?.[field]?.unavailable).toEqual(one?.data?.[field]?.unavailable);
        }
      },
    ),
    { numRuns: 150 },
  );
});
