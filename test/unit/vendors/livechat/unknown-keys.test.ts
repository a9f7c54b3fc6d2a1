import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UpstreamError } from '../../../../src/domain/errors.ts';
import { readAs } from '../../../../src/upstream/response/read.ts';
import { ratings } from '../../../../src/vendors/livechat/reports/ratings.ts';
import type { ReportField } from '../../../../src/vendors/livechat/reports/report.ts';
import { failureOf } from '../asking.ts';
import { stubbedLiveChat } from './live-chat.ts';
import { asking, type ReportCase } from './report-case.ts';

const inRecord = (record: unknown) => ({
  ...{ total: 7, summary: {} },
  records: { '2026-03-28': record, '2026-03-29': {} },
});
const inGreeting = (record: unknown) => inRecord({ '31': record });
const inQueue = (record: unknown) => inRecord({ queued: record });
const inSummary = (record: unknown) => ({ summary: record, records: {} });
const left = (record: unknown) => ({ summary: { total_pages: 1 }, records: { TK7: record } });

/** Every place in which a report has figures by name. */
const PLACES: readonly (readonly [string, ReportCase['ask'], (record: unknown) => unknown])[] = [
  ...(
    [
      'totalChats',
      'duration',
      'responseTime',
      'firstResponseTime',
      'ratings',
      'engagement',
      'ranking',
    ] as const
  ).map((name) => [`a record of ${name}`, asking(name), inRecord] as const),
  ['a greeting', asking('greetingsConversion'), inGreeting],
  ['a record of queuedVisitors', asking('queuedVisitors'), inRecord],
  ['a queue', asking('queuedVisitors'), inQueue],
  ['the summary of uniqueVisitors', asking('uniqueVisitors'), inSummary],
  ['a record of availability', asking('availability'), inRecord],
  ['a record of agentPerformance', asking('agentPerformance'), inRecord],
  ['the summary of agentPerformance', asking('agentPerformance'), inSummary],
  ['a visitor who left the queue', asking('queuedVisitorsLeft'), left],
];

test.each(PLACES)('%s with unknown keys alone is refused by their names', async (_, ask, body) => {
  await using live = await stubbedLiveChat(() => ({ body: body({ chats_v2: 'SECRET', good_v2: 7 }) }));
  const error = await failureOf(ask(live.port));
  expect(error.code).toBe('UPSTREAM_INVALID_RESPONSE');
  expect(error.message).toContain('has unknown keys (chats_v2, good_v2) in what reports/');
  expect(error.message).not.toContain('SECRET');
});

test.each(PLACES)('%s without any key is one without figures', async (_, ask, body) => {
  await using live = await stubbedLiveChat(() => ({ body: body({}) }));
  await expect(ask(live.port)).resolves.toBeDefined();
});

test.each<readonly [string, ReportField, object, object]>([
  ['a known key that is null', 'duration', { duration: null, chats_v2: 7 }, { averageSeconds: null }],
  ['a known key among unknown ones', 'ratings', { chats_v2: 7, good: 2 }, { chats: 0, good: 2, bad: 0 }],
  ['the documented total alone', 'engagement', { total: 0 }, { startedByAgent: 0 }],
  ['a tag of any name', 'tags', { chats_v2: 7 }, { tags: [{ tag: 'chats_v2', chats: 7 }] }],
  ['a group of any name', 'groups', { '12': 7 }, { groups: [{ groupId: '12', chats: 7 }] }],
])('%s is read', async (_, name, record, point) => {
  await using live = await stubbedLiveChat(() => ({ body: inRecord(record) }));
  expect(await asking(name)(live.port)).toMatchObject({ points: [point, {}] });
});

test.each(PLACES)('null in the place of %s is refused', async (_, ask, body) => {
  await using live = await stubbedLiveChat(() => ({ body: body(null) }));
  expect(await failureOf(ask(live.port))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
});

test('the message stays short and printable, whatever the keys are', () => {
  const unit = fc.constantFrom('a', '_', ' ', 'é', '\u{1f600}', '\ud83d', '\u0000', '\u001b', '\u202e', '\n');
  const key = fc.string({ unit, minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(fc.uniqueArray(key, { minLength: 1, maxLength: 12 }), (keys) => {
      const body = inRecord(Object.fromEntries(keys.map((name) => [`x${name}`, 1])));
      const message = messageOf(() => readAs(ratings.answer, body, 'LIVECHAT', 'reports/chats/ratings'));
      expect(message).toContain('has unknown keys (x');
      expect(message.length).toBeLessThan(330);
      expect(message).not.toMatch(/\p{C}/u);
      if (keys.length > 5) expect(message).toContain(`and ${keys.length - 5} more`);
    }),
  );
});

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UpstreamError) return error.message;
    throw error;
  }
  return 'read';
}
