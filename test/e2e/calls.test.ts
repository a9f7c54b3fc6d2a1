import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

const DAY = { from: '2026-03-17T00:00:00Z', to: '2026-03-18T00:00:00Z' };
const DAYS = { from: '2026-03-15T00:00:00Z', to: '2026-03-18T00:00:00Z' };

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph();
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

describe('the upstream calls of one operation', () => {
  it('are those of the contract for fifty agents with accounts, segments, availability, performance and reports', async () => {
    deskgraph.calls();
    const { data, errors } = await deskgraph.ask(
      `query Everything($day: TimeRange!) {
        agents(first: 50) {
          nodes {
            id name email
            accounts {
              vendor key name email
              ... on RocketChatAccount { rocketChatUserId: userId status statusLivechat maxSimultaneousChats availability(range: $day) { availableSeconds coversFrom coversTo } }
              ... on KoreAiAccount { userId firstName lastName customId }
              ... on LiveChatAccount { performance(range: $day) { chats loggedInSeconds } }
            }
            statusSegments(range: $day, first: 200) { nodes { vendor status startedAt endedAt durationSeconds } unavailable { vendor } }
          }
          unavailable { vendor code }
        }
        chatReport(range: $day, timeZone: "UTC") {
          totalChats { total points { label chats } }
          ratings { points { good bad } }
          ranking(first: 200) { nodes { score agent { id email } } }
        }
      }`,
      { day: DAY },
    );
    expect(errors).toBeUndefined();
    expect(data.agents.nodes).toHaveLength(50);
    expect(data.agents.unavailable).toEqual([]);
    expect(data.chatReport.totalChats.total).toBeGreaterThan(0);
    expect(deskgraph.calls()).toEqual({
      'ROCKET_CHAT users/agent': 1,
      'KORE_AI :accountId/agentstatusdetails': 2,
      'LIVECHAT action/list_agents': 1,
      'ROCKET_CHAT agents/available-for-service-history': 2,
      'LIVECHAT agents/performance': 1,
      'LIVECHAT chats/total_chats': 1,
      'LIVECHAT chats/ratings': 1,
      'LIVECHAT chats/ranking': 1,
    });
  });

  it.each([
    ['agents', '{ agents(first: 20) { nodes { id } } }', { rocketChat: 1, koreAi: 1, liveChat: 1 }],
    [
      'all plain fields of accounts',
      `{ agents(first: 20) { nodes { name email accounts { key name email
         ... on RocketChatAccount { status } ... on KoreAiAccount { customId } } } } }`,
      { rocketChat: 1, koreAi: 1, liveChat: 1 },
    ],
    [
      'presence of any number of agents',
      `{ agents(first: 50) { nodes { presence { status since } } } again: agents(first: 5) { nodes { presence { vendor } } } }`,
      { rocketChat: 1, koreAi: 1, liveChat: 1 + 1 },
    ],
    [
      'presence of the agents that a report names',
      `query ($days: TimeRange!) { chatReport(range: $days) { ranking(first: 50) { nodes { agent { presence { vendor } } } } } }`,
      { rocketChat: 1, koreAi: 2, liveChat: 1 + 1 + 1 },
    ],
    [
      'segments of three days, and the time in each status beside them',
      `query ($days: TimeRange!) { agents(first: 50) { nodes {
         statusSegments(range: $days) { nodes { startedAt } } timeInStatus(range: $days) { seconds } } } }`,
      { rocketChat: 1 + 3, koreAi: 1 + 1, liveChat: 1 },
    ],
    [
      'k overview figures for any number of agents',
      `query ($days: TimeRange!) { agents(first: 50) { nodes { accounts { ... on RocketChatAccount {
         overview(range: $days) { messages averageReactionSeconds conversationsPercent coversFrom } } } } } }`,
      { rocketChat: 1 + 3, koreAi: 1, liveChat: 1 },
    ],
    [
      'performance and ranking of any number of agents',
      `query ($days: TimeRange!) { agents(first: 50) { nodes { accounts { ... on LiveChatAccount {
         performance(range: $days) { chats } ranking(range: $days) { score } } } } } }`,
      { rocketChat: 1, koreAi: 1, liveChat: 1 + 2 },
    ],
    [
      'all reports of a chat report',
      `query ($days: TimeRange!) { chatReport(range: $days) {
         totalChats { total } duration { total } responseTime { total } firstResponseTime { total } ratings { total }
         tags { total } engagement { total } greetingsConversion { total } surveys { surveyId }
         ranking { totalCount } agentPerformance { totalCount } availability { totalSeconds }
         groups { total } queuedVisitors { total } uniqueVisitors { visitors } tagUsage { tag } } }`,
      { rocketChat: 0, koreAi: 0, liveChat: 16 },
    ],
    [
      'the same things under aliases and by two fields',
      `query ($days: TimeRange!) {
         a: agents(first: 10) { nodes { id accounts { ... on LiveChatAccount {
           one: performance(range: $days) { chats } two: performance(range: $days) { ratedGood } ranking(range: $days) { score } } } } }
         b: agents(first: 5) { nodes { name } }
         chatReport(range: $days) { ranking { nodes { agent { id email } } } again: ranking(first: 1) { totalCount }
           agentPerformance { summary { chats } } } }`,
      { rocketChat: 1, koreAi: 1, liveChat: 1 + 2 },
    ],
    ['vendors', '{ vendors { vendor configured } }', { rocketChat: 0, koreAi: 0, liveChat: 0 }],
    [
      'no report where none is selected',
      '{ chatReport { from to } }',
      { rocketChat: 0, koreAi: 0, liveChat: 0 },
    ],
  ])('count for %s', async (_, query, expected) => {
    deskgraph.calls();
    const { errors } = await deskgraph.ask(query, { days: DAYS });
    expect(errors).toBeUndefined();
    const of = (vendor: string) => deskgraph.sandbox.calls.filter((call) => call.vendor === vendor).length;
    expect({ rocketChat: of('ROCKET_CHAT'), koreAi: of('KORE_AI'), liveChat: of('LIVECHAT') }).toEqual(
      expected,
    );
  });

  it('is one for each agent whose own LiveChat availability is asked for', async () => {
    deskgraph.calls();
    const { data } = await deskgraph.ask(
      `query ($days: TimeRange!) { agents(first: 5, filter: { vendors: [LIVECHAT] }) { nodes { accounts {
         ... on LiveChatAccount { availability(range: $days, timeZone: "UTC") { totalSeconds points { label startsAt availableSeconds } } } } } } }`,
      { days: DAYS },
    );
    expect(deskgraph.calls()['LIVECHAT agents/availability']).toBe(5);
    expect(data.agents.nodes).toHaveLength(5);
  });
});
