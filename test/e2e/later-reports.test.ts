import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

const WEEKS = { from: '2026-01-25T00:00:00Z', to: '2026-03-18T00:00:00Z' };
const LEFT = 'LIVECHAT chats/queued_visitors_left';

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph();
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

function left(args: string) {
  return deskgraph.ask(
    `query ($weeks: TimeRange!) { chatReport(range: $weeks) { queuedVisitorsLeft(${args}) {
       nodes { chatId visitorId ipAddress groupId queuedAt queueSeconds }
       pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount leftWithoutDetails } } }`,
    { weeks: WEEKS },
  );
}

describe('queuedVisitorsLeft', () => {
  it('is whole in both directions, at no more calls than it takes', async () => {
    deskgraph.calls();
    const all = (await left('first: 200')).data.chatReport.queuedVisitorsLeft;
    const pages = Math.ceil(all.totalCount / 20);
    expect(pages).toBeGreaterThan(2);
    expect(all.nodes).toHaveLength(all.totalCount);
    expect(deskgraph.calls()).toEqual({ [LEFT]: pages });

    const first = (await left('first: 20')).data.chatReport.queuedVisitorsLeft;
    expect(first.nodes).toEqual(all.nodes.slice(0, 20));
    expect(deskgraph.calls()).toEqual({ [LEFT]: 1 });
    const next = (await left(`first: 20, after: "${first.pageInfo.endCursor}"`)).data.chatReport;
    expect(next.queuedVisitorsLeft.nodes).toEqual(all.nodes.slice(20, 40));
    expect(deskgraph.calls()).toEqual({ [LEFT]: 1 });
    const last = (await left('last: 1')).data.chatReport.queuedVisitorsLeft;
    expect(last.nodes).toEqual(all.nodes.slice(-1));
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(deskgraph.calls()).toEqual({ [LEFT]: 2 });
  });
});

describe('the later reports', () => {
  it('agree with each other', async () => {
    const { data, errors } = await deskgraph.ask(
      `query ($weeks: TimeRange!) { chatReport(range: $weeks, timeZone: "UTC", distribution: YEAR) {
         totalChats { total }
         groups { total points { label startsAt groups { groupId chats } } }
         tags { points { tags { tag chats } } } tagUsage { tag chats }
         queuedVisitors { points { leftQueue { visitors } queued { visitors averageSeconds } } }
         queuedVisitorsLeft { totalCount } uniqueVisitors { visitors pageViews } } }`,
      { weeks: WEEKS },
    );
    expect(errors).toBeUndefined();
    const { totalChats, groups, tags, tagUsage, queuedVisitors, queuedVisitorsLeft, uniqueVisitors } =
      data.chatReport;
    const chats = groups.points[0].groups.map((group: { chats: number }) => group.chats);
    expect(groups.total).toBe(totalChats.total);
    expect(chats.reduce((sum: number, count: number) => sum + count)).toBe(groups.total);
    expect(tagUsage).toEqual(tags.points[0].tags);
    expect(queuedVisitors.points[0].leftQueue.visitors).toBe(queuedVisitorsLeft.totalCount);
    expect(uniqueVisitors.pageViews).toBeGreaterThan(uniqueVisitors.visitors);
  });

  it.each([
    ['tagUsage { tag }', '{ agents: { values: ["x"] } }', /filter\.agents: tagUsage takes only groups/],
    ['tagUsage { tag }', '{ groups: { exists: true } }', /filter\.groups\.exists: tagUsage/],
    ['uniqueVisitors { visitors }', '{ groups: { values: [1] } }', /filter\.groups: uniqueVisitors takes no/],
  ])('refuse of %s the filter %s before any call', async (field, filter, message) => {
    deskgraph.calls();
    const { errors } = await deskgraph.ask(
      `query ($weeks: TimeRange!) { chatReport(range: $weeks, filter: ${filter}) { ${field} } }`,
      { weeks: WEEKS },
    );
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toMatch(message);
    expect(deskgraph.calls()).toEqual({});
  });

  it('are told missing where an old version is spoken, without a call', async () => {
    await using old = await startDeskgraph({ environment: { LIVECHAT_API_VERSION: '3.4' } });
    const { data, errors, extensions } = await old.ask(
      `query ($weeks: TimeRange!) { chatReport(range: $weeks) { groups { total } tagUsage { tag }
         queuedVisitors { total } queuedVisitorsLeft { totalCount } uniqueVisitors { visitors } } }`,
      { weeks: WEEKS },
    );
    expect(Object.values(data.chatReport)).toEqual([null, null, null, null, null]);
    expect(errors).toHaveLength(5);
    expect(extensions?.problems).toHaveLength(5);
    for (const { code, vendor, message } of extensions?.problems ?? []) {
      expect([code, vendor]).toEqual(['UPSTREAM_UNSUPPORTED', 'LIVECHAT']);
      expect(message).toMatch(/needs LiveChat API 3\.[56]; LIVECHAT_API_VERSION is 3\.4\./);
    }
    expect(old.calls()).toEqual({});
  });
});
