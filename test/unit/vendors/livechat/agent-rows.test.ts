import { expect, test } from 'vitest';
import { agentPerformance } from '../../../../src/vendors/livechat/reports/agent-performance.ts';
import { ranking } from '../../../../src/vendors/livechat/reports/ranking.ts';
import { failureOf } from '../asking.ts';
import { ask, stubbedLiveChat } from './live-chat.ts';

test('a row is found whatever the case of its address, and keeps the spelling of the report', async () => {
  await using live = await stubbedLiveChat(() => ({
    body: {
      summary: {},
      records: { 'Ana@Desk.test': { total: 7, chats_count: 7 }, '5F0C': { total: 1, chats_count: 1 } },
    },
  }));
  const ratings = await ask(live.port, ranking);
  const { rows } = await ask(live.port, agentPerformance);
  expect(ratings.rows.get('ana@desk.test')).toMatchObject({ agentKey: 'Ana@Desk.test', total: 7 });
  expect(rows.get('ana@desk.test')).toMatchObject({ agentKey: 'Ana@Desk.test', chats: 7 });
  expect([[...ratings.rows.keys()], [...rows.keys()]]).toEqual([
    ['ana@desk.test', '5F0C'],
    ['ana@desk.test', '5F0C'],
  ]);
});

test('two rows of one agent are refused, and the message names the report', async () => {
  await using live = await stubbedLiveChat(() => ({
    body: { summary: {}, records: { 'Ana@desk.test': {}, 'ana@desk.test': {}, 'ben@desk.test': {} } },
  }));
  const sentence = 'answered with two rows of one agent, whose addresses differ only in case.';
  expect(await failureOf(ask(live.port, ranking))).toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
    message: `reports/chats/ranking ${sentence}`,
  });
  expect(await failureOf(ask(live.port, agentPerformance))).toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
    message: `reports/agents/performance ${sentence}`,
  });
});
