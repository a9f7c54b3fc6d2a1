import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VENDORS } from '../support/vendor-ids.ts';
import { staffOf } from '../unit/sandbox/staff.ts';
import { startStubVendor } from '../unit/vendors/stub-vendor.ts';
import { type Deskgraph, NOW, startDeskgraph } from './deskgraph.ts';

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph();
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

/** Somebody whom all three vendors know by an address. */
function onAllThree() {
  const member = staffOf(deskgraph.sandbox.centre).find(
    ({ rocketChat, koreAi, liveChat }) =>
      rocketChat?.emails.length === 1 && koreAi !== null && liveChat !== null,
  );
  if (member?.rocketChat == null || member.koreAi === null || member.liveChat === null)
    throw new Error('nobody');
  return { rocketChat: member.rocketChat, koreAi: member.koreAi, liveChat: member.liveChat };
}

describe('a person', () => {
  it('is the same person, with the same id, by every way of asking', async () => {
    const { rocketChat, koreAi, liveChat } = onAllThree();
    const { data, errors } = await deskgraph.ask(
      `query ($email: String!, $username: String!, $userId: String!) {
        a: agent(by: { email: $email }) { ...P } b: agent(by: { rocketChatUsername: $username }) { ...P }
        c: agent(by: { koreAiUserId: $userId }) { ...P }
        chatReport { ranking(first: 200) { nodes { agent { ...P } } } agentPerformance(first: 200) { nodes { agent { ...P } } } }
      }
      fragment P on Agent { id name email accounts { vendor key } }`,
      { email: liveChat.email.toUpperCase(), username: rocketChat.username, userId: koreAi.userId },
    );
    expect(errors).toBeUndefined();
    const accounts = [
      { vendor: 'ROCKET_CHAT', key: rocketChat.username },
      { vendor: 'KORE_AI', key: koreAi.userId },
      { vendor: 'LIVECHAT', key: liveChat.email },
    ];
    expect(data.a.accounts).toEqual(expect.arrayContaining(accounts));
    expect([data.b, data.c]).toEqual([data.a, data.a]);
    const inReport = (nodes: { agent: { email: string } }[]) =>
      nodes.find(({ agent }) => agent.email === data.a.email);
    expect(inReport(data.chatReport.agentPerformance.nodes)?.agent).toEqual(data.a);

    const again = await deskgraph.ask(
      `query ($id: ID!) { node(id: $id) { id ... on Agent { name email accounts { vendor key } } }
        agent(by: { id: $id }) { id } nodes(ids: [$id, $id]) { id } }`,
      { id: data.a.id },
    );
    expect(again.data).toEqual({
      node: data.a,
      agent: { id: data.a.id },
      nodes: [{ id: data.a.id }, { id: data.a.id }],
    });
  });

  it.each([
    ['an address', 'former.agent@example.com', 'former.agent@example.com'],
    ['a bot’s id', 'b0t1d', null],
  ])('whom only a report names, by %s, is found again by the id', async (_, key, email) => {
    await using liveChat = await startStubVendor(({ path }) => ({
      body: path.endsWith('list_agents')
        ? []
        : { name: 'ranking-report', records: { [key]: { total: 2, good: 2 } } },
    }));
    await using former = await startDeskgraph({ environment: { LIVECHAT_URL: liveChat.url } });
    const PERSON = '{ id email name accounts { vendor key name } }';
    const { data, errors } = await former.ask(`{ chatReport { ranking { nodes { agent ${PERSON} } } } }`);
    expect(errors).toBeUndefined();
    const [{ agent }] = data.chatReport.ranking.nodes;
    expect(agent).toMatchObject({ email, name: null, accounts: [{ vendor: 'LIVECHAT', key, name: null }] });
    const again = await former.ask(
      `query ($id: ID!) { node(id: $id) { ... on Agent ${PERSON} } agent(by: { id: $id }) ${PERSON} }`,
      {
        id: agent.id,
      },
    );
    expect(again).toEqual({ data: { node: agent, agent } });
  });

  it('is null where nobody is meant', async () => {
    const { data, errors } = await deskgraph.ask(
      `{ a: agent(by: { email: "nobody@example.net" }) { id } b: agent(by: { rocketChatUsername: "nobody" }) { id }
         c: agent(by: { koreAiUserId: "u-nobody" }) { id } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ a: null, b: null, c: null });
  });

  it('costs one call to each vendor to find by address', async () => {
    const { liveChat } = onAllThree();
    deskgraph.calls();
    await deskgraph.ask(
      'query ($email: String!) { agent(by: { email: $email }) { name accounts { key } } }',
      {
        email: liveChat.email,
      },
    );
    const calls = Object.entries(deskgraph.calls());
    expect(
      Object.fromEntries(calls.filter(([name]) => VENDORS.some((vendor) => name.startsWith(vendor)))),
    ).toEqual({
      'ROCKET_CHAT users/agent': 1,
      'KORE_AI :accountId/agentstatusdetails': 1,
      'LIVECHAT action/list_agents': 1,
    });
  });

  it('has in a report’s row an id and an address without a further call', async () => {
    deskgraph.calls();
    const { data } = await deskgraph.ask('{ chatReport { ranking { nodes { agent { id email } } } } }');
    expect(data.chatReport.ranking.nodes.length).toBeGreaterThan(10);
    expect(deskgraph.calls()).toEqual({ 'LIVECHAT chats/ranking': 1 });
  });
});

describe('a report’s list of agents', () => {
  it('can be paged by the cursors of a range that moves on', async () => {
    let present = NOW;
    const now = () => {
      present = present.add({ minutes: 1 });
      return present;
    };
    await using later = await startDeskgraph({ now });
    const page = async (after: string | null) => {
      const { data, errors } = await later.ask(
        'query ($after: String) { chatReport { ranking(first: 2, after: $after) { nodes { agent { id } } pageInfo { endCursor } } } }',
        { after },
      );
      expect(errors).toBeUndefined();
      return data.chatReport.ranking;
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect(second.nodes).toHaveLength(2);
    expect(second.nodes).not.toEqual(first.nodes);
  });
});

describe('agents available for an extension', () => {
  it('are those who have none, the owner of the one asked for, and nobody else', async () => {
    const users = staffOf(deskgraph.sandbox.centre).flatMap(({ rocketChat }) => rocketChat ?? []);
    const owner = users.find(({ extension }) => extension !== null);
    const expected = users
      .filter((user) => user.extension === null || user === owner)
      .map(({ username }) => username);
    const usernames: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data, errors } = await deskgraph.ask(
        `query ($extension: String, $after: String) {
          agentsAvailableForExtension(extension: $extension, first: 9, after: $after) {
            nodes { accounts { vendor key } } totalCount pageInfo { hasNextPage endCursor } } }`,
        { extension: owner?.extension, after },
      );
      expect(errors).toBeUndefined();
      const { nodes, pageInfo, totalCount } = data.agentsAvailableForExtension;
      expect(totalCount).toBe(expected.length);
      usernames.push(
        ...nodes.map(({ accounts: [account] }: { accounts: { key: string }[] }) => account?.key),
      );
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(usernames).toEqual(expected.sort());
  });
});

describe('time', () => {
  const RANGE = { from: '2026-03-15T00:00:00Z', to: '2026-03-18T00:00:00Z' };

  it('in status is the sum of the segments clipped to the range, and the segments are the centre’s spans', async () => {
    const { koreAi } = onAllThree();
    const member = staffOf(deskgraph.sandbox.centre).find(
      (candidate) => candidate.koreAi?.userId === koreAi.userId,
    );
    const { data, errors } = await deskgraph.ask(
      `query ($userId: String!, $range: TimeRange!) { agent(by: { koreAiUserId: $userId }) {
        statusSegments(range: $range, first: 200) { nodes { vendor status reportedReason startedAt endedAt durationSeconds } }
        timeInStatus(range: $range) { vendor status seconds } } }`,
      { userId: koreAi.userId, range: RANGE },
    );
    expect(errors).toBeUndefined();
    const [from, to] = [Date.parse(RANGE.from), Date.parse(RANGE.to)];
    type Segment = { vendor: string; status: string; startedAt: string; endedAt: string };
    const segments: Segment[] = data.agent.statusSegments.nodes;
    const spans = deskgraph.sandbox.centre.statusSpans(from, to, [member?.index ?? -1]);
    const seconds = (instant: number) => Math.floor(instant / 1000);
    expect(
      segments
        .filter(({ vendor }) => vendor === 'KORE_AI')
        .map((s) => [s.status, seconds(Date.parse(s.startedAt))]),
    ).toEqual(spans.map((span) => [span.status, seconds(span.from)]));

    expect(data.agent.timeInStatus.length).toBeGreaterThan(2);
    for (const { vendor, status, seconds: told } of data.agent.timeInStatus) {
      const clipped = segments
        .filter((segment) => segment.vendor === vendor && segment.status === status)
        .map((s) => Math.min(Date.parse(s.endedAt), to) - Math.max(Date.parse(s.startedAt), from));
      expect(told).toBe(Math.floor(clipped.reduce((sum, part) => sum + part, 0) / 1000));
    }
  });

  it('pages through segments forwards and backwards alike', async () => {
    const { koreAi } = onAllThree();
    const page = async (window: object) => {
      const { data, errors } = await deskgraph.ask(
        `query ($userId: String!, $range: TimeRange!, $first: Int, $after: String, $last: Int, $before: String) {
          agent(by: { koreAiUserId: $userId }) { statusSegments(range: $range, first: $first, after: $after, last: $last, before: $before) {
            nodes { vendor startedAt endedAt } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
        { userId: koreAi.userId, range: RANGE, ...window },
      );
      expect(errors).toBeUndefined();
      return data.agent.statusSegments;
    };
    const whole = (await page({ first: 200 })).nodes;
    expect(whole.length).toBeGreaterThan(8);
    const there: object[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo } = await page({ first: 3, after });
      there.push(...nodes);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    const back: object[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const { nodes, pageInfo } = await page({ last: 3, before });
      back.unshift(...nodes);
      [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
    }
    expect([there, back]).toEqual([whole, whole]);
  });
});
