import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffOf } from '../unit/sandbox/staff.ts';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

/** Eight weeks, whose last day is the day before the centre's present one. */
const RANGE = { from: '2026-01-21T00:00:00Z', to: '2026-03-18T00:00:00Z' };
const DAYS = 56;

/** The first member of every centre whom all three vendors know: of more agents the first ones are the same. */
function addressOf({ sandbox }: Deskgraph): string {
  const { liveChat } =
    staffOf(sandbox.centre).find(
      ({ rocketChat, koreAi, liveChat }) =>
        rocketChat?.emails.length === 1 && koreAi !== null && liveChat !== null,
    ) ?? {};
  return liveChat?.email ?? expect.fail('nobody');
}

/** Asks for that member's segments, and tells which days of Rocket.Chat's history it took, by how many calls. */
async function segments(deskgraph: Deskgraph, window: object) {
  deskgraph.calls();
  const { data, errors } = await deskgraph.ask(
    `query ($email: String!, $range: TimeRange!, $vendors: [Vendor!], $first: Int, $last: Int) {
      agent(by: { email: $email }) {
        statusSegments(range: $range, vendors: $vendors, first: $first, last: $last) {
          nodes { vendor startedAt } unavailable { vendor } } } }`,
    { email: addressOf(deskgraph), range: RANGE, ...window },
  );
  expect(errors).toBeUndefined();
  const { nodes, unavailable } = data.agent.statusSegments;
  expect(unavailable).toEqual([]);
  const history = deskgraph.sandbox.calls.filter(({ route }) =>
    route?.endsWith('available-for-service-history'),
  );
  const days = [...new Set(history.map(({ query }) => query.start?.slice(0, 10)))];
  return { nodes, calls: history.length, days };
}

describe('in a centre of 10,000', () => {
  let deskgraph: Deskgraph;
  beforeAll(async () => {
    // A day of history alone is some seventy calls, more than an operation may need unless told.
    deskgraph = await startDeskgraph({
      agents: 10_000,
      environment: { DESKGRAPH_MAX_CALLS: '200', DESKGRAPH_DEADLINE_MS: '600000' },
    });
  });
  afterAll(() => deskgraph[Symbol.asyncDispose]());

  it('a cold first page of twenty people costs each vendor one call, and is whole', async () => {
    const { data, errors } = await deskgraph.ask(
      '{ agents(first: 20) { nodes { accounts { vendor key } } pageInfo { hasNextPage } unavailable { vendor } } }',
    );
    expect(errors).toBeUndefined();
    expect(deskgraph.calls()).toEqual({
      'ROCKET_CHAT users/agent': 1,
      'KORE_AI :accountId/agentstatusdetails': 1,
      'LIVECHAT action/list_agents': 1,
    });
    const { nodes, pageInfo, unavailable } = data.agents;
    expect([nodes.length, pageInfo.hasNextPage, unavailable]).toEqual([20, true, []]);
    const members = staffOf(deskgraph.sandbox.centre);
    for (const { accounts } of nodes) {
      const member = members.find(({ rocketChat }) => rocketChat?.username === accounts[0].key);
      const hasAddress = (member?.rocketChat?.emails.length ?? 0) > 0;
      expect(accounts.slice(1)).toEqual(
        [
          hasAddress && member?.koreAi ? { vendor: 'KORE_AI', key: member.koreAi.userId } : [],
          hasAddress && member?.liveChat ? { vendor: 'LIVECHAT', key: member.liveChat.email } : [],
        ].flat(),
      );
    }
  });

  it.each([
    // Which days, and why these: see the centre of sixty, of which this one has the same first people.
    ['the first twenty', { first: 20 }, ['2026-01-21', '2026-01-22']],
    ['the last five', { last: 5 }, ['2026-03-17']],
  ])(
    '%s segments of eight weeks cost the history of the days that they show',
    async (_, window, expected) => {
      const { nodes, days, calls } = await segments(deskgraph, window);
      expect(nodes).toHaveLength(Object.values(window)[0] ?? 0);
      expect(days).toEqual(expected);
      // Of 9,000 users, those with a session on the day, a hundred a call.
      expect(calls).toBeGreaterThan(expected.length * 50);
      expect(calls).toBeLessThanOrEqual(expected.length * 90);
    },
  );
});

describe('in a centre of sixty', () => {
  let deskgraph: Deskgraph;
  beforeAll(async () => {
    deskgraph = await startDeskgraph({ environment: { DESKGRAPH_DEADLINE_MS: '600000' } });
  });
  afterAll(() => deskgraph[Symbol.asyncDispose]());

  it.each<[string, object, readonly string[]]>([
    [
      // Seventeen are of the first day; the others, and the next one, which tells that more follow, of the second.
      'the first twenty segments cost two days',
      { first: 20 },
      ['2026-01-21', '2026-01-22'],
    ],
    [
      'the first twenty of Rocket.Chat cost four, at five to seven sessions a day',
      { first: 20, vendors: ['ROCKET_CHAT'] },
      ['2026-01-21', '2026-01-22', '2026-01-23', '2026-01-24'],
    ],
    [
      // Sixteen are of the 17th; after two days without a session two are asked for at once, of which the 13th is not shown.
      'the last twenty cost two days of work, two days off, and one asked for beside',
      { last: 20 },
      ['2026-03-17', '2026-03-16', '2026-03-15', '2026-03-14', '2026-03-13'],
    ],
    [
      'the last twenty of Rocket.Chat cost four days of work and the two days off between',
      { last: 20, vendors: ['ROCKET_CHAT'] },
      ['2026-03-17', '2026-03-16', '2026-03-15', '2026-03-14', '2026-03-13', '2026-03-12'],
    ],
  ])('%s', async (_, window, expected) => {
    const { nodes, days, calls } = await segments(deskgraph, window);
    expect(nodes).toHaveLength(20);
    expect([days, calls]).toEqual([expected, expected.length]);
    expect(calls).toBeLessThan(DAYS / 9);
  });
});
