import { expect, test } from 'vitest';
import { METRICS as VENDOR_METRICS } from '../../../../src/vendors/rocket-chat/metrics.ts';
import type { OverviewMetric } from '../../../../src/vendors/rocket-chat/session.ts';
import { failureOf, operation, rangeOf } from '../asking.ts';
import { fixture, queriesOf, stubbedRocketChat } from './rocket-chat.ts';

const ANSWERS = fixture('overview') as Readonly<Record<string, unknown>>;
const RANGE = rangeOf('2026-03-02T08:30:00Z', '2026-03-04T00:00:00Z');
/** The columns of the metric `messages`. */
const HEAD = [{ name: 'Agent' }, { name: 'Total_messages' }];
const MAJA = 'maja.wrona';
const OLE = 'ole.lund';

const METRICS: readonly (readonly [OverviewMetric, string, readonly (readonly [string, number])[]])[] = [
  [
    'conversationsPercent',
    'Total_conversations',
    [
      [OLE, 66.67],
      [MAJA, 33.33],
      ['no.longer.here', 0],
    ],
  ],
  [
    'messages',
    'Total_messages',
    [
      [MAJA, 412],
      [OLE, 7],
    ],
  ],
  [
    'averageChatDurationSeconds',
    'Avg_chat_duration',
    [
      [MAJA, 367_207],
      [OLE, 3600],
    ],
  ],
  [
    'averageFirstResponseSeconds',
    'Avg_first_response_time',
    [
      [OLE, 100],
      [MAJA, 50],
    ],
  ],
  ['bestFirstResponseSeconds', 'Best_first_response_time', [[MAJA, 2]]],
  ['averageResponseSeconds', 'Avg_response_time', [[MAJA, 60]]],
  ['averageReactionSeconds', 'Avg_reaction_time', []],
];

test.each(METRICS)(
  '%s is %s, read as numbers, without those who have none',
  async (metric, name, figures) => {
    await using rocket = await stubbedRocketChat(() => ({ body: ANSWERS[metric] }));
    expect(await rocket.port.open(operation()).overview(metric, RANGE, null)).toEqual(new Map(figures));
    expect(rocket.stub.requests).toMatchObject([
      { method: 'GET', path: '/api/v1/livechat/analytics/agent-overview' },
    ]);
    // The route refuses every further parameter, also those of paging.
    expect(queriesOf(rocket)).toEqual([{ name, from: '2026-03-02', to: '2026-03-03' }]);
  },
);

test('counts that are written as strings, as the page has them, are the same counts', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: ANSWERS.messagesAsThePageHasThem }));
  const figures = await rocket.port.open(operation()).overview('messages', RANGE, null);
  expect(figures).toEqual(new Map(Object.entries({ [MAJA]: 412, [OLE]: 7 })));
});

test('a department is named where one is asked for', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: ANSWERS.messages }));
  await rocket.port.open(operation()).overview('messages', RANGE, 'dep Orders&1');
  expect(queriesOf(rocket)).toMatchObject([{ departmentId: 'dep Orders&1' }]);
});

test('a department that the server refuses is named as what may be refused, and not repeated', async () => {
  const body = { success: false, error: 'dep-secret is none [invalid-params]', errorType: 'invalid-params' };
  await using rocket = await stubbedRocketChat(() => ({ status: 400, body }));
  const error = await failureOf(rocket.port.open(operation()).overview('messages', RANGE, 'dep-secret'));
  expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_UNSUPPORTED' });
  expect(error.message).toContain('perhaps for its departmentId');
  expect(error.message).not.toContain('secret');
});

test('an agent who is listed twice counts once, and with two different figures is refused', async () => {
  const answer = (...values: number[]) => ({
    body: { head: HEAD, data: values.map((value) => ({ name: 'maja.wrona', value })) },
  });
  await using alike = await stubbedRocketChat(() => answer(3, 3));
  expect(await alike.port.open(operation()).overview('messages', RANGE, null)).toEqual(
    new Map([['maja.wrona', 3]]),
  );
  await using different = await stubbedRocketChat(() => answer(3, 4));
  expect(await failureOf(different.port.open(operation()).overview('messages', RANGE, null))).toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
  });
});

test.each([
  ['UTC', '2026-03-02T08:30Z', '2026-03-02T08:31Z', '2026-03-02', '2026-03-02'],
  ['UTC', '2025-12-31T23:59Z', '2026-01-01T00:01Z', '2025-12-31', '2026-01-01'],
  ['Europe/Warsaw', '2026-03-28T23:00Z', '2026-03-29T22:00Z', '2026-03-29', '2026-03-29'],
  ['Europe/Warsaw', '2026-03-28T22:59Z', '2026-03-29T22:01Z', '2026-03-28', '2026-03-30'],
  ['Asia/Kathmandu', '2026-03-02T18:14Z', '2026-03-02T18:16Z', '2026-03-02', '2026-03-03'],
  ['America/Phoenix', '2026-03-03T06:59Z', '2026-03-03T07:00Z', '2026-03-02', '2026-03-02'],
])('in %s, from %s to %s is sent as the days %s to %s', async (timeZone, start, end, from, to) => {
  await using rocket = await stubbedRocketChat(() => ({ body: ANSWERS.messages }), {
    reportTimeZone: timeZone,
  });
  await rocket.port.open(operation()).overview('messages', rangeOf(start, end), null);
  expect(queriesOf(rocket)).toMatchObject([{ from, to }]);
});

test('ranges of the same days cost one call in one operation, another metric or department one more', async () => {
  await using rocket = await stubbedRocketChat(({ query }) => ({
    body: ANSWERS[query.get('name') === 'Total_messages' ? 'messages' : 'averageResponseSeconds'],
  }));
  const { overview } = rocket.port.open(operation());
  await Promise.all([
    overview('messages', RANGE, null),
    overview('messages', rangeOf('2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z'), null),
    overview('averageResponseSeconds', RANGE, null),
    overview('messages', RANGE, 'dep'),
  ]);
  expect(rocket.stub.requests).toHaveLength(3);
});

const written = (metric: OverviewMetric, value: unknown) => ({
  head: [{ name: 'Agent' }, { name: VENDOR_METRICS[metric].name }],
  data: [{ name: MAJA, value }],
  success: true,
});

test.each<readonly [OverviewMetric, unknown, number]>([
  ['conversationsPercent', '100.00%', 100],
  ['conversationsPercent', '28.57', 28.57],
  ['conversationsPercent', 28.57, 28.57],
  ['messages', 0, 0],
  ['averageResponseSeconds', '0:00:01', 1],
  ['averageResponseSeconds', '100:00:00', 360_000],
  ['averageResponseSeconds', '00:60:00', 3600],
])('of %s, %j is %d', async (metric, value, figure) => {
  await using rocket = await stubbedRocketChat(() => ({ body: written(metric, value) }));
  expect(await rocket.port.open(operation()).overview(metric, RANGE, null)).toEqual(
    new Map([[MAJA, figure]]),
  );
});

test.each<readonly [OverviewMetric, unknown]>([
  ['conversationsPercent', '00:01:00'],
  ['conversationsPercent', '-1%'],
  ['messages', '66.67%'],
  ['messages', 2.5],
  ['messages', 1e21],
  ['messages', ''],
  ['averageReactionSeconds', 60],
  ['averageReactionSeconds', '00:61:00'],
  ['averageReactionSeconds', '00:00:60.5'],
  ['averageReactionSeconds', '600000:00:00'],
])('of %s, %j is an invalid answer', async (metric, value) => {
  await using rocket = await stubbedRocketChat(() => ({ body: written(metric, value) }));
  const error = await failureOf(rocket.port.open(operation()).overview(metric, RANGE, null));
  expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
  expect(error.message).toMatch(/data\.0\.value is not written as the values of \w+ are/);
});

test.each<readonly [string, unknown, RegExp]>([
  ['a success without data', ANSWERS.withoutData, /head is not an array/],
  ['a head without columns', { head: [], data: [] }, /head does not fit/],
  ['a head of one column', { head: HEAD.slice(0, 1), data: [] }, /head does not fit/],
  ['a head of another metric', ANSWERS.averageResponseSeconds, /head does not fit/],
  ['a head without data', { head: HEAD, success: true }, /data is not an array/],
  ['a row without a name', { head: HEAD, data: [{ value: 7 }] }, /data\.0\.name is not a string/],
  ['a row without a value', { head: HEAD, data: [{ name: MAJA, value: null }] }, /data\.0\.value/],
])('%s is an invalid answer', async (_, body, says) => {
  await using rocket = await stubbedRocketChat(() => ({ body }));
  const error = await failureOf(rocket.port.open(operation()).overview('messages', RANGE, null));
  expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
  expect(error.message).toMatch(says);
  expect(error.message).toContain('what livechat/analytics/agent-overview answered');
});
