import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgentPresence } from '../../src/domain/presence.ts';
import { VENDORS, type VendorId as Vendor } from '../support/vendor-ids.ts';
import { anyCentre, type Person } from './agents.ts';
import { graphOver, NOW } from './graph.ts';
import { vendorsOf } from './vendors.ts';

/** What a vendor can say of a person's present; null where it says nothing. */
const anySaying = fc.option(
  fc.record({
    status: fc.constantFrom('AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE', 'OTHER'),
    reportedStatus: fc.option(fc.constantFrom('online', 'accepting_chats', 'Login Prep')),
    since: fc.option(fc.constant(NOW.subtract({ hours: 1 }))),
  }),
);

const PEOPLE = '{ agents(first: 200) { nodes { id accounts { vendor key } } } }';
const PRESENCE = `{ agents(first: 200) { nodes {
  id accounts { vendor key } presence { vendor status reportedStatus since } } } }`;

test('presence is what each vendor says of each account; a vendor is asked once, and one that fails is reported and left out', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyCentre,
      fc.array(anySaying, { minLength: 1 }),
      fc.subarray([...VENDORS]),
      async ({ staff, pageSizes }, drawn, down) => {
        const presences = new Map(
          staff.listed.flatMap(({ vendor, key }, index): [string, AgentPresence][] => {
            const saying = drawn[index % drawn.length];
            return saying == null ? [] : [[`${vendor} ${key}`, { vendor, ...saying } as AgentPresence]];
          }),
        );
        const { vendors, states, presence } = vendorsOf({ listed: staff.listed, presences }, pageSizes);
        for (const vendor of down) presence.down.add(vendor);
        const calls = () => VENDORS.map((vendor) => states[vendor].calls);
        await graphOver(vendors, staff.identities).ask(PEOPLE);
        const withoutPresence = calls();
        const { data, problems } = await graphOver(vendors, staff.identities).ask(PRESENCE);
        expect(calls()).toEqual(withoutPresence.map((count) => 2 * count));
        const people: (Person & { readonly presence: object[] })[] = data.agents.nodes;
        const asked = VENDORS.filter((vendor) =>
          people.some(({ accounts }) => accounts.some((account) => account.vendor === vendor)),
        );
        expect(presence.calls).toEqual(
          Object.fromEntries(VENDORS.map((vendor) => [vendor, asked.includes(vendor) ? 1 : 0])),
        );
        expect(problems.toSorted()).toEqual(asked.filter((vendor) => down.includes(vendor)).toSorted());
        for (const { accounts, presence: told } of people) {
          expect(told).toEqual(
            accounts.flatMap(({ vendor, key }) => {
              const said = presences.get(`${vendor} ${key}`);
              const isLeftOut = said === undefined || down.includes(vendor as Vendor);
              return isLeftOut ? [] : [{ ...said, since: said.since?.toString() ?? null }];
            }),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});
