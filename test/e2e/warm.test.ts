import { afterAll, beforeAll, expect, it } from 'vitest';
import { staffOf } from '../unit/sandbox/staff.ts';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

const DAY = '{ from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" }';
const PERSON = '{ id name email accounts { vendor key } }';

/** Every field that has to do with people; the people of `$email`, `$username`, `$userId` and `$ids` are in every centre. */
const FIELDS = {
  'the first people': `{ agents(first: 25) { nodes ${PERSON} } }`,
  'the last people': `{ agents(last: 25) { nodes ${PERSON} } }`,
  'all people': `{ agents(first: 200) { totalCount nodes ${PERSON} } }`,
  'people by text': `{ agents(first: 25, filter: { text: "an" }) { nodes ${PERSON} } }`,
  'people of LiveChat': `{ agents(first: 25, filter: { vendors: [LIVECHAT] }) { nodes ${PERSON} } }`,
  'people of Kore.ai by text': `{ agents(first: 25, filter: { vendors: [KORE_AI], text: "ma" }) { nodes ${PERSON} } }`,
  'people active on a day': `{ agents(first: 25, filter: { activeDuring: ${DAY} }) { nodes ${PERSON} } }`,
  'people for an extension': `{ agentsAvailableForExtension(first: 25) { nodes ${PERSON} } }`,
  'people for an extension by text': `{ agentsAvailableForExtension(text: "ma") { nodes ${PERSON} } }`,
  'a person by address': `query ($email: String!) { agent(by: { email: $email }) ${PERSON} }`,
  'a person by an address that nobody has': `{ agent(by: { email: "nobody@example.com" }) ${PERSON} }`,
  'a person by username': `query ($username: String!) { agent(by: { rocketChatUsername: $username }) ${PERSON} }`,
  'a person by user id': `query ($userId: String!) { agent(by: { koreAiUserId: $userId }) ${PERSON} }`,
  'a person by id':
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Agent { accounts { vendor key } } } }',
  'the ranking': `{ chatReport(range: ${DAY}) { ranking(first: 200) { nodes { agent ${PERSON} } } } }`,
  'the performance': `{ chatReport(range: ${DAY}) { agentPerformance(first: 200) { nodes { agent ${PERSON} } } } }`,
  segments: `{ agents(first: 25) { nodes { statusSegments(range: ${DAY}) { nodes { startedAt } } presence { status } } } }`,
} as const;

/** The person whom all vendors know, by every word for that person. */
async function words({ sandbox, ask }: Deskgraph): Promise<Readonly<Record<string, unknown>>> {
  const known = staffOf(sandbox.centre).find(
    ({ rocketChat, koreAi, liveChat }) =>
      rocketChat?.emails.length === 1 && koreAi !== null && liveChat !== null,
  );
  const { data } = await ask('{ agents(first: 9) { nodes { id } } }');
  return {
    email: known?.liveChat?.email,
    username: known?.rocketChat?.username,
    userId: known?.koreAi?.userId,
    ids: data.agents.nodes.map(({ id }: { readonly id: string }) => id),
  };
}

/** What a query costs each vendor, and what it answers. */
async function cost(deskgraph: Deskgraph, query: string, variables: object) {
  deskgraph.sandbox.clearCalls();
  const { data, errors } = await deskgraph.ask(query, variables);
  expect(errors).toBeUndefined();
  const calls = Map.groupBy(deskgraph.sandbox.calls, ({ vendor }) => vendor);
  return { data, calls: (vendor: 'ROCKET_CHAT' | 'KORE_AI' | 'LIVECHAT') => calls.get(vendor)?.length ?? 0 };
}

type Cost = Awaited<ReturnType<typeof cost>>;

function expectNoMore(warm: Cost, cold: Cost): void {
  for (const vendor of ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'] as const)
    expect(warm.calls(vendor), vendor).toBeLessThanOrEqual(cold.calls(vendor));
  expect(warm.data).toEqual(cold.data);
}

/** One secret, so that one gateway's ids are good at another. */
const environment = { DESKGRAPH_SECRET: 'one secret that all gateways of this test have in common' };
/** Three pages of Rocket.Chat's list, and five of Kore.ai's. */
const AGENTS = 230;

let variables: Readonly<Record<string, unknown>>;
/** A gateway that has been asked every field before. */
let learned: Deskgraph;
beforeAll(async () => {
  learned = await startDeskgraph({ agents: AGENTS, environment });
  variables = await words(learned);
  for (const query of Object.values(FIELDS)) await learned.ask(query, variables);
});
afterAll(() => learned[Symbol.asyncDispose]());

it.each(Object.entries(FIELDS))(
  '%s: a gateway that has learnt of people makes no more calls than a new one',
  async (_, query) => {
    await using deskgraph = await startDeskgraph({ agents: AGENTS, environment });
    const cold = await cost(deskgraph, query, variables);
    expectNoMore(await cost(deskgraph, query, variables), cold);
    expectNoMore(await cost(learned, query, variables), cold);
  },
);
