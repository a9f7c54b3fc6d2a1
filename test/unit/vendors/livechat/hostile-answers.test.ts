import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { UpstreamError } from '../../../../src/domain/errors.ts';
import { readAs } from '../../../../src/upstream/response/read.ts';
import { REPORTS } from '../../../../src/vendors/livechat/reports/index.ts';
import type { ReportField } from '../../../../src/vendors/livechat/reports/report.ts';
import * as wire from '../../../../src/vendors/livechat/wire.ts';
import { hostileAnswers } from './hostile-answers.ts';
import { ask, stubbedLiveChat } from './live-chat.ts';

type Schema = ReportField | 'surveysOf34' | keyof typeof wire;

const SCHEMAS = new Map<string, z.ZodType | undefined>([
  ...Object.entries(wire),
  ...Object.entries(REPORTS).map(([field, { answer }]) => [field, answer] as const),
  ['surveysOf34', REPORTS.surveys.earlier?.answer],
]);
const ANSWERS = [...SCHEMAS].map(([name, answer]) => ({ name, answer: answer ?? z.never() }));
const MARK = 'SECRET-TEXT';

test.each(ANSWERS)(
  'whatever stands in the place of $name is read or refused, and never repeated',
  ({ answer }) => {
    fc.assert(
      fc.property(hostileAnswers(MARK), (body) => {
        try {
          readAs(answer, JSON.parse(JSON.stringify(body)), 'LIVECHAT', 'reports/x');
        } catch (error) {
          expect(error).toBeInstanceOf(UpstreamError);
          expect(error).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
          expect((error as Error).message).not.toContain(MARK);
        }
      }),
      { numRuns: 150 },
    );
  },
);

test('no tag is lost, whatever it is called', async () => {
  let body: unknown;
  await using live = await stubbedLiveChat(() => ({ body }));
  const tag = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '0', ''));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(tag, { maxLength: 6 }), async (tags) => {
      body = {
        total: 1,
        records: { '2026-03-28': Object.fromEntries(tags.map((name, index) => [name, index])) },
      };
      const { points } = await ask(live.port, REPORTS.tags);
      expect(new Map(points[0]?.tags.map((count) => [count.tag, count.chats]))).toEqual(
        new Map(tags.map((name, index) => [name, index])),
      );
    }),
    { numRuns: 30 },
  );
});

const REFUSED: readonly (readonly [string, Schema, unknown])[] = [
  ['no records', 'tags', { total: 1 }],
  ['a list of records', 'tags', { total: 1, records: [] }],
  ['a number as a string', 'totalChats', { records: { x: { total: '7' } } }],
  ['a total as a string', 'totalChats', { total: '7', records: {} }],
  ['a fraction of a chat', 'totalChats', { records: { x: { total: 1.5 } } }],
  ['more chats than an Int holds', 'totalChats', { records: { x: { total: 2 ** 31 } } }],
  ['an endless average', 'duration', JSON.parse('{"records":{"x":{"duration":1e999}}}')],
  ['a record that is a number', 'ratings', { records: { x: 7 } }],
  ['days divided into hours', 'totalChats', { records: { x: { '00': { total: 1 }, '01': {} } } }],
  ['days divided into hours, of greetings', 'greetingsConversion', { records: { x: { '00': { '7': {} } } } }],
  ['days divided into hours, of queues', 'queuedVisitors', { records: { x: { '00': { queued: {} } } } }],
  ['no summary of agents', 'agentPerformance', { records: {} }],
  ['no visitors counted', 'uniqueVisitors', {}],
  ['no number of pages', 'queuedVisitorsLeft', { summary: {}, records: {} }],
  ['fewer pages than none', 'queuedVisitorsLeft', { summary: { total_pages: -1 }, records: {} }],
  [
    'a day that does not exist',
    'queuedVisitorsLeft',
    { summary: { total_pages: 1 }, records: { x: { queue: { start_date: '2026-02-30T00:00:00Z' } } } },
  ],
  [
    'more seconds than an Int holds',
    'agentPerformance',
    { summary: {}, records: { a: { logged_in_time: 2 ** 31 } } },
  ],
  ['more hours than seconds in an Int', 'availability', { records: { x: { hours: 600_000 } } }],
  ['a form without an id', 'surveys', { records: [{ group_id: 0 }] }],
  ['an id that lost digits', 'surveys', { records: [{ form_id: 2 ** 60, group_id: 0 }] }],
  ['an agent without an id', 'agentsAnswer', [{ name: 'Maja' }]],
  ['an object instead of agents', 'agentsAnswer', { agents: [] }],
];

test.each(REFUSED)('%s is refused', (_, name, body) => {
  expect(() => readAs(SCHEMAS.get(name) ?? z.never(), body, 'LIVECHAT', 'reports/x')).toThrow(UpstreamError);
});
