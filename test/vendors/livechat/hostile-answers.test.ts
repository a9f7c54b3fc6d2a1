import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UpstreamError } from '../../../src/domain/errors.ts';
import { readAs } from '../../../src/upstream/response/read.ts';
import * as wire from '../../../src/vendors/livechat/wire.ts';
import { operation, REQUEST, stubbedLiveChat } from './live-chat.ts';

const SCHEMAS = { ...wire };
const ANSWERS = Object.entries(SCHEMAS).map(([name, answer]) => ({ name, answer }));
const MARK = 'SECRET-TEXT';
const marked = fc.string().map((text) => MARK + text);

/** JSON that is nearly an answer: the names of true answers, with anything in their places. */
const nearly = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(marked, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'total',
        'records',
        'count',
        'summary',
        'fields',
        'answers',
        'id',
        'hours',
        '2026-03-28',
        '0',
      ),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

test.each(ANSWERS)(
  'whatever stands in the place of $name is read or refused, and never repeated',
  ({ answer }) => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.record({ records: nearly }), fc.jsonValue()), (body) => {
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
      const { points } = await live.port.reports.tags(REQUEST, operation());
      expect(new Map(points[0]?.tags.map((count) => [count.tag, count.chats]))).toEqual(
        new Map(tags.map((name, index) => [name, index])),
      );
    }),
    { numRuns: 30 },
  );
});

const REFUSED: readonly (readonly [string, keyof typeof SCHEMAS, unknown])[] = [
  ['no records', 'tagsAnswer', { total: 1 }],
  ['a list of records', 'tagsAnswer', { total: 1, records: [] }],
  ['a number as a string', 'totalChatsAnswer', { records: { x: { total: '7' } } }],
  ['a total as a string', 'totalChatsAnswer', { total: '7', records: {} }],
  ['a fraction of a chat', 'totalChatsAnswer', { records: { x: { total: 1.5 } } }],
  ['more chats than an Int holds', 'totalChatsAnswer', { records: { x: { total: 2 ** 31 } } }],
  ['an endless average', 'durationAnswer', JSON.parse('{"records":{"x":{"duration":1e999}}}')],
  ['a record that is a number', 'ratingsAnswer', { records: { x: 7 } }],
  ['days divided into hours', 'totalChatsAnswer', { records: { x: { '00': { total: 1 }, '01': {} } } }],
  [
    'days divided into hours, of greetings',
    'greetingsConversionAnswer',
    { records: { x: { '00': { '7': {} } } } },
  ],
  [
    'days divided into hours, of queues',
    'queuedVisitorsAnswer',
    { records: { x: { '00': { queued: {} } } } },
  ],
  ['no summary of agents', 'performanceAnswer', { records: {} }],
  ['no visitors counted', 'uniqueVisitorsAnswer', {}],
  ['no number of pages', 'queuedVisitorsLeftAnswer', { summary: {}, records: {} }],
  ['fewer pages than none', 'queuedVisitorsLeftAnswer', { summary: { total_pages: -1 }, records: {} }],
  [
    'a day that does not exist',
    'queuedVisitorsLeftAnswer',
    { summary: { total_pages: 1 }, records: { x: { queue: { start_date: '2026-02-30T00:00:00Z' } } } },
  ],
  [
    'more seconds than an Int holds',
    'performanceAnswer',
    { summary: {}, records: { a: { logged_in_time: 2 ** 31 } } },
  ],
  ['more hours than seconds in an Int', 'availabilityAnswer', { records: { x: { hours: 600_000 } } }],
  ['a form without an id', 'formsAnswer', { records: [{ group_id: 0 }] }],
  ['an id that lost digits', 'formsAnswer', { records: [{ form_id: 2 ** 60, group_id: 0 }] }],
  ['an agent without an id', 'agentsAnswer', [{ name: 'Maja' }]],
  ['an object instead of agents', 'agentsAnswer', { agents: [] }],
];

test.each(REFUSED)('%s is refused', (_, name, body) => {
  expect(() => readAs(SCHEMAS[name], body, 'LIVECHAT', 'reports/x')).toThrow(UpstreamError);
});
