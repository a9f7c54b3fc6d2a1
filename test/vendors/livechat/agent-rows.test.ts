import { expect, test } from 'vitest';
import { failureOf } from '../asking.ts';
import { operation, RANGE, REQUEST, stubbedLiveChat } from './live-chat.ts';

const AGENTS_REQUEST = { ...REQUEST, range: RANGE, agents: null, groups: null };

test('a row is found whatever the case of its address, and keeps the spelling of the report', async () => {
  await using live = await stubbedLiveChat(() => ({
    body: {
      summary: {},
      records: { 'Ana@Desk.test': { total: 7, chats_count: 7 }, '5F0C': { total: 1, chats_count: 1 } },
    },
  }));
  const ranking = await live.port.reports.ranking(REQUEST, operation());
  const { rows } = await live.port.agentReports.agentPerformance(AGENTS_REQUEST, operation());
  expect(ranking.get('ana@desk.test')).toMatchObject({ agentKey: 'Ana@Desk.test', total: 7 });
  expect(rows.get('ana@desk.test')).toMatchObject({ agentKey: 'Ana@Desk.test', chats: 7 });
  expect([[...ranking.keys()], [...rows.keys()]]).toEqual([
    ['ana@desk.test', '5F0C'],
    ['ana@desk.test', '5F0C'],
  ]);
});

test('two rows of one agent are refused, and the message names the report', async () => {
  await using live = await stubbedLiveChat(() => ({
    body: { summary: {}, records: { 'Ana@desk.test': {}, 'ana@desk.test': {}, 'ben@desk.test': {} } },
  }));
  const sentence = 'answered with two rows of one agent, whose addresses differ only in case.';
  expect(await failureOf(live.port.reports.ranking(REQUEST, operation()))).toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
    message: `reports/chats/ranking ${sentence}`,
  });
  expect(await failureOf(live.port.agentReports.agentPerformance(AGENTS_REQUEST, operation()))).toMatchObject(
    {
      code: 'UPSTREAM_INVALID_RESPONSE',
      message: `reports/agents/performance ${sentence}`,
    },
  );
});
