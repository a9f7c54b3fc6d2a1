import { describe, expect, it } from 'vitest';
import { FakeClock } from '../unit/upstream/fake-clock.ts';
import { type Answer, startDeskgraph } from './deskgraph.ts';

const PEOPLE = '{ agents(first: 20) { nodes { id name } unavailable { vendor code } } }';
const TRACED = { headers: { 'x-deskgraph-trace': '1' } };
const REMEMBERING = { DESKGRAPH_FRESH_MS: '15000' };

const NOTHING = {
  ...{ calls: 0, fromMemory: 0, stale: 0, shared: 0, retried: 0 },
  ...{ waitedMilliseconds: expect.any(Number), tookMilliseconds: expect.any(Number) },
};

const of = (vendor: string, counts: object) => ({ ...NOTHING, vendor, route: expect.any(String), ...counts });

const each = (counts: object) => ['KORE_AI', 'LIVECHAT', 'ROCKET_CHAT'].map((vendor) => of(vendor, counts));

/** What an answer says of its upstream calls, by vendor: which vendor is asked first has no meaning. */
function upstreamOf({ extensions }: Answer) {
  return extensions?.upstream?.toSorted((a, b) => (a.vendor < b.vendor ? -1 : 1));
}

/** Within which a failed call is tried again. */
const RETRY_MILLISECONDS = 200;

describe('what an operation has cost', () => {
  it('is told to who asks for it, and to nobody else', async () => {
    await using deskgraph = await startDeskgraph();
    expect((await deskgraph.ask(PEOPLE)).extensions).toBeUndefined();
    const upstream = upstreamOf(await deskgraph.ask(PEOPLE, {}, TRACED));
    expect(upstream).toEqual(each({ calls: 1 }));
    expect(upstream?.map(({ route }) => route)).toEqual([
      'agentstatusdetails',
      'configuration/action/list_agents',
      'livechat/users/agent',
    ]);
  });

  it('is told to everybody where the gateway is to', async () => {
    await using deskgraph = await startDeskgraph({ alwaysTrace: true });
    expect(upstreamOf(await deskgraph.ask(PEOPLE))).toEqual(each({ calls: 1 }));
    expect((await deskgraph.ask('{ vendors { vendor } }')).extensions?.upstream).toEqual([]);
  });

  it('is one call for a hundred equal operations at once, and none for the next', async () => {
    // Fresh for an hour: a busy machine may take long over a hundred operations.
    const environment = { ...REMEMBERING, DESKGRAPH_FRESH_MS: '3600000' };
    await using deskgraph = await startDeskgraph({ environment });
    const answers = await Promise.all(Array.from({ length: 100 }, () => deskgraph.ask(PEOPLE, {}, TRACED)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(Object.values(deskgraph.calls())).toEqual([1, 1, 1]);
    expect(upstreamOf(await deskgraph.ask(PEOPLE, {}, TRACED))).toEqual(each({ fromMemory: 1 }));
    expect(deskgraph.calls()).toEqual({});
  });

  it('says what is stale without being asked, and gives it up to its age', async () => {
    const clock = new FakeClock();
    await using deskgraph = await startDeskgraph({ environment: REMEMBERING, clock });
    const { data: fresh } = await deskgraph.ask(PEOPLE);
    deskgraph.sandbox.fail('KORE_AI', 500);
    await clock.advance(60_000);
    const asked = deskgraph.ask(PEOPLE);
    await clock.untilDueWithin(RETRY_MILLISECONDS);
    await clock.advance(RETRY_MILLISECONDS);
    const answer = await asked;
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(fresh);
    expect(upstreamOf(answer)).toEqual([
      of('KORE_AI', { calls: 2, retried: 1, stale: 1 }),
      of('LIVECHAT', { calls: 1 }),
      of('ROCKET_CHAT', { calls: 1 }),
    ]);
    await clock.advance(600_000);
    const late = await deskgraph.ask(PEOPLE);
    expect(late.data.agents.unavailable).toEqual([{ vendor: 'KORE_AI', code: 'UPSTREAM_UNAVAILABLE' }]);
    expect(late.extensions?.upstream).toBeUndefined();
  });

  it('stands in for a vendor that hangs, too', async () => {
    const clock = new FakeClock();
    const environment = { ...REMEMBERING, DESKGRAPH_DEADLINE_MS: '3000' };
    await using deskgraph = await startDeskgraph({ environment, clock });
    const { data: fresh } = await deskgraph.ask(PEOPLE);
    await clock.advance(60_000);
    deskgraph.sandbox.fault('ROCKET_CHAT', 'hang');
    const asked = deskgraph.ask(PEOPLE);
    // The operation's deadline, and the end of its patience with the vendor.
    while (clock.waiting < 2) await realMilliseconds(5);
    await clock.advance(900);
    const { data, extensions } = await asked;
    expect(data).toEqual(fresh);
    expect(extensions?.upstream).toContainEqual(of('ROCKET_CHAT', { calls: 1, stale: 1 }));
  });

  it('is bounded: an operation that needs more calls than it may is told what it needs', async () => {
    await using deskgraph = await startDeskgraph({ environment: { DESKGRAPH_MAX_CALLS: '8' } });
    const {
      data,
      errors = [],
      extensions: { problems = [] } = {},
    } = await deskgraph.ask(
      `{ agents(first: 20, filter: { vendors: [LIVECHAT] }) { nodes { accounts { ... on LiveChatAccount {
           availability(range: { from: "2026-03-01T00:00:00Z", to: "2026-03-02T00:00:00Z" }) { totalSeconds } } } } } }`,
    );
    expect(new Set(errors.map(({ extensions }) => extensions?.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(errors.length).toBeGreaterThan(1);
    for (const error of errors) {
      expect(error.message).toContain('DESKGRAPH_MAX_CALLS');
      expect(Buffer.byteLength(JSON.stringify(error))).toBeLessThan(200);
    }
    const [{ message, ...problem } = { message: '' }, ...others] = problems;
    expect(problem).toEqual({ code: 'BAD_USER_INPUT', vendor: null, retryAfterSeconds: null });
    expect(others).toEqual([]);
    expect(message).toMatch(
      /^The operation needs 23 upstream calls or more \(.*\) and may make 8 \(DESKGRAPH_MAX_CALLS\): /,
    );
    for (const part of [
      '1 of ROCKET_CHAT livechat/users/agent',
      '1 of KORE_AI agentstatusdetails',
      '1 of LIVECHAT configuration/action/list_agents',
      '20 of LIVECHAT reports/agents/availability',
    ])
      expect(message).toContain(part);
    expect(Object.values(deskgraph.calls()).reduce((sum, count) => sum + count)).toBe(8);
    expect(data.agents.nodes).toHaveLength(20);
  });
});

describe('a vendor’s status', () => {
  const STATUS = `{
    vendors {
      vendor
      quota { route limit remaining resetsAt }
      breaker
      brokenRoutes { route breaker }
      lastFailure { code at }
    }
  }`;

  it('tells what is left of its quota, by endpoint or for all together', async () => {
    const clock = new FakeClock();
    await using deskgraph = await startDeskgraph({
      clock,
      environment: { ROCKETCHAT_CALLS_PER_MINUTE: undefined, KORE_AI_CALLS_PER_MINUTE: undefined },
    });
    await deskgraph.ask(PEOPLE);
    const resetsAt = '2026-03-18T14:21:00.1Z';
    expect((await deskgraph.ask(STATUS)).data.vendors).toEqual([
      {
        vendor: 'ROCKET_CHAT',
        quota: [{ route: 'livechat/users/agent', limit: 10, remaining: 9, resetsAt }],
        ...{ breaker: 'CLOSED', brokenRoutes: [], lastFailure: null },
      },
      {
        vendor: 'KORE_AI',
        quota: [{ route: null, limit: 60, remaining: 59, resetsAt }],
        ...{ breaker: 'CLOSED', brokenRoutes: [], lastFailure: null },
      },
      { vendor: 'LIVECHAT', quota: [], breaker: 'CLOSED', brokenRoutes: [], lastFailure: null },
    ]);
    await clock.advance(60_100);
    expect((await deskgraph.ask(STATUS)).data.vendors[0].quota).toEqual([
      { route: 'livechat/users/agent', limit: 10, remaining: 10, resetsAt: null },
    ]);
  });

  it('tells that it is left alone after failures, and the last of them', async () => {
    const clock = new FakeClock();
    await using deskgraph = await startDeskgraph({ clock });
    deskgraph.sandbox.fail('LIVECHAT', 500);
    const first = deskgraph.ask(PEOPLE);
    await clock.untilDueWithin(RETRY_MILLISECONDS);
    await clock.advance(RETRY_MILLISECONDS);
    await first;
    for (let asked = 0; asked < 3; asked += 1) await deskgraph.ask(PEOPLE);
    const lastFailure = { code: 'UPSTREAM_UNAVAILABLE', at: '2026-03-18T14:20:00.2Z' };
    const liveChat = async () => (await deskgraph.ask(STATUS)).data.vendors[2];
    expect(await liveChat()).toMatchObject({
      breaker: 'OPEN',
      brokenRoutes: [{ route: 'configuration/action/list_agents', breaker: 'OPEN' }],
      lastFailure,
    });
    deskgraph.calls();
    const { errors = [] } = await deskgraph.ask(PEOPLE);
    expect(errors.map(({ extensions }) => extensions?.retryAfterSeconds)).toEqual([10]);
    expect(deskgraph.calls()['LIVECHAT action/list_agents']).toBeUndefined();
    deskgraph.sandbox.fail('LIVECHAT', null);
    await clock.advance(10_000);
    expect(await liveChat()).toMatchObject({ breaker: 'HALF_OPEN', lastFailure });
    expect((await deskgraph.ask(PEOPLE)).errors).toBeUndefined();
    expect(await liveChat()).toMatchObject({ breaker: 'CLOSED', brokenRoutes: [], lastFailure });
  });

  it('stays CLOSED while one of its reports is broken, whose neighbours are answered', async () => {
    const clock = new FakeClock();
    await using deskgraph = await startDeskgraph({ clock });
    deskgraph.sandbox.fault('LIVECHAT', '500', { route: 'ratings' });
    const range = `(range: { from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" })`;
    const ratings = `{ chatReport${range} { ratings { total } } }`;
    const healthy = `{ chatReport${range} { totalChats { total } duration { total } tags { total } } }`;
    const first = deskgraph.ask(ratings);
    await clock.untilDueWithin(RETRY_MILLISECONDS);
    await clock.advance(RETRY_MILLISECONDS);
    await first;
    for (let asked = 0; asked < 3; asked += 1) await deskgraph.ask(ratings);
    expect((await deskgraph.ask(healthy)).errors).toBeUndefined();
    expect((await deskgraph.ask(STATUS)).data.vendors[2]).toMatchObject({
      breaker: 'CLOSED',
      brokenRoutes: [{ route: 'reports/chats/ratings', breaker: 'OPEN' }],
    });
    deskgraph.sandbox.fail('LIVECHAT', null);
    await clock.advance(10_000);
    expect((await deskgraph.ask(ratings)).errors).toBeUndefined();
  });
});

const realMilliseconds = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
