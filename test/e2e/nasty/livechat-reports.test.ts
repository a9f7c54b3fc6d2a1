import { describe, expect, it } from 'vitest';
import { type Case, playLiveChat } from './livechat.ts';
import { DAYS, FIELDS } from './livechat-centre.ts';
import { changed, firstDay, type Json, on } from './livechat-vendor.ts';
import { CANARY } from './play.ts';

/** Reports that have a bucket of counters for each day. */
const COUNTED = [
  'chats/total_chats',
  'chats/duration',
  'chats/response_time',
  'chats/first_response_time',
  'chats/ratings',
  'chats/engagement',
];
const DAILY = [
  ...COUNTED,
  'chats/tags',
  'chats/greetings_conversion',
  'chats/groups',
  'chats/queued_visitors',
  'agents/availability',
];
const BY_AGENT = ['chats/ranking', 'agents/performance'];
const RECORDED = [...DAILY, ...BY_AGENT, 'chats/forms', 'tags/chat_usage'];

const records = (change: (records: Json) => unknown) =>
  changed((body) => ({ ...body, records: change(body.records) }));
const chats = (value: unknown) =>
  on(
    'chats/total_chats',
    firstDay((bucket) => ({ ...bucket, total: value })),
  );
const everyRow = (change: (row: Json) => unknown) =>
  records((all) => Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one)])));
/** The total and the two points of a report, each with its label and its bounds first. */
const truthOf = (field: string) => FIELDS[field]?.truth as [number, [Point, Point]];
type Point = [string, string, string, ...unknown[]];

const WHOLE: readonly Case[] = [
  {
    says: 'echoes the request, as it does',
    vendor: on(
      RECORDED,
      changed((body) => ({ ...body, request: { distribution: 'day', filters: { from: CANARY } } })),
    ),
  },
  {
    says: 'leaves out the names of its reports',
    vendor: on(
      RECORDED,
      changed(({ name: _, ...body }) => body),
    ),
  },
  {
    says: 'lists its days backwards',
    vendor: on(
      DAILY,
      records((all) => Object.fromEntries(Object.entries(all).reverse())),
    ),
  },
  {
    says: 'adds counters that nobody knows beside those known',
    vendor: on(
      COUNTED,
      everyRow((bucket) => (Object.keys(bucket).length === 0 ? bucket : { ...bucket, [CANARY]: 4 })),
    ),
  },
  {
    says: 'leaves out the total',
    vendor: on(
      'chats/total_chats',
      changed(({ total: _, ...body }) => body),
    ),
    reports: { totalChats: [null, truthOf('totalChats')[1]] },
  },
  {
    says: 'has tags that every object has as keys',
    vendor: on('chats/tags', (body) => ({
      body: Buffer.from(
        JSON.stringify(body).replace('"spam":14,"support":19', '"__proto__":14,"constructor":19'),
      ),
    })),
    reports: {
      tags: [
        37,
        [
          [
            ...truthOf('tags')[1][0].slice(0, 3),
            [
              ['__proto__', 14],
              ['constructor', 19],
            ],
          ],
          truthOf('tags')[1][1],
        ],
      ],
    },
  },
  {
    says: 'has tags that every object has as keys in their usage',
    vendor: on('tags/chat_usage', () => ({ body: Buffer.from('{"records":{"__proto__":4,"toString":3}}') })),
    reports: {
      tagUsage: [
        ['__proto__', 4],
        ['toString', 3],
      ],
    },
  },
  {
    says: 'has emoji, blanks and markup in tags',
    vendor: on(
      'tags/chat_usage',
      changed(() => ({ records: { '🔥 <b>': 4, ' ': 3 } })),
    ),
    reports: {
      tagUsage: [
        ['🔥 <b>', 4],
        [' ', 3],
      ],
    },
  },
  {
    says: 'has no chats in either day',
    vendor: on(
      'chats/total_chats',
      changed((body) => ({ ...body, total: 0, records: { [DAYS[0]]: {}, [DAYS[1]]: {} } })),
    ),
    reports: { totalChats: [0, truthOf('totalChats')[1].map((point) => [...point.slice(0, 3), 0, 0])] },
  },
];

const BROKEN: readonly (readonly [string, (body: Json) => unknown])[] = [
  ['no records', ({ records: _, ...body }) => body],
  ['null for the records', (body) => ({ ...body, records: null })],
  ['a word for the records', (body) => ({ ...body, records: CANARY })],
  ['a number for the records', (body) => ({ ...body, records: 7 })],
  [
    'an error beside no records',
    (body) => ({
      ...body,
      total: 0,
      records: Array.isArray(body.records) ? [] : {},
      error: { type: 'internal', message: CANARY },
    }),
  ],
  [
    'an error beside its records',
    (body) => ({ ...body, error: { type: 'too_many_requests', message: CANARY } }),
  ],
  ['null for every record', (body) => ({ ...body, records: map(body.records, () => null) })],
  ['a word for every record', (body) => ({ ...body, records: map(body.records, () => CANARY) })],
  ['a list for every record', (body) => ({ ...body, records: map(body.records, (one) => [one]) })],
  [
    'a list in place of an object, and the reverse',
    (body) => ({
      ...body,
      records: Array.isArray(body.records) ? { ...body.records } : Object.values(body.records),
    }),
  ],
];

function map(all: Json, change: (one: Json) => unknown): unknown {
  return Array.isArray(all)
    ? all.map(change)
    : Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one)]));
}

const VALUES = [-1, 1.5, '30', 'many', '-', '', null, [30], { count: 30 }, true, 1e308, 2 ** 40];

const ERROR: readonly Case[] = [
  ...BROKEN.map(([says, change]) => ({
    says: `has ${says} in every report`,
    vendor: on(RECORDED, changed(change)),
  })),
  ...VALUES.filter((value) => value !== '30').map((value) => ({
    says: `counts ${JSON.stringify(value)} chats in a day`,
    vendor: chats(value),
  })),
  ...COUNTED.map((route) => ({
    says: `names a day of ${route} by counters that nobody knows`,
    vendor: on(
      route,
      firstDay(() => ({ chat_count: 4, seconds: 3 })),
    ),
  })),
  {
    says: 'names a queue by figures that nobody knows',
    vendor: on(
      'chats/queued_visitors',
      firstDay(() => ({ waiting: { n: 4 } })),
    ),
  },
  {
    says: 'names the availability of a day by a unit that nobody knows',
    vendor: on(
      'agents/availability',
      firstDay(() => ({ days: 1 })),
    ),
  },
  {
    says: 'names the performance of agents by counters that nobody knows',
    vendor: on(
      'agents/performance',
      everyRow(() => ({ calls: 4 })),
    ),
  },
  {
    says: 'names the ranking of agents by counters that nobody knows',
    vendor: on(
      'chats/ranking',
      everyRow(() => ({ stars: 4 })),
    ),
  },
  {
    says: 'names a greeting by counters that nobody knows',
    vendor: on(
      'chats/greetings_conversion',
      firstDay(() => ({ '1': { seen: 4 } })),
    ),
  },
  ...['-', 'NaN', -5, [8.5], true].map((value) => ({
    says: `says that agents take ${JSON.stringify(value)} to respond first`,
    vendor: on(
      'agents/performance',
      everyRow((one) => ({ ...one, first_response_time: value })),
    ),
  })),
  ...['high', -0.5, [0.4], {}].map((value) => ({
    says: `scores agents ${JSON.stringify(value)}`,
    vendor: on(
      'chats/ranking',
      everyRow((one) => ({ ...one, score: value })),
    ),
  })),
  ...['long', -1, null, [1], 1e308].map((value) => ({
    says: `says that the chat was available for ${JSON.stringify(value)} hours`,
    vendor: on(
      'agents/availability',
      firstDay(() => ({ hours: value })),
    ),
  })),
  ...[-3, 'all', [3], {}, true, 1e308].map((value) => ({
    says: `says ${JSON.stringify(value)} as the total`,
    vendor: on(
      [...COUNTED, 'chats/tags', 'chats/groups'],
      changed((body) => ({ ...body, total: value })),
    ),
  })),
  {
    says: 'says tags in words',
    vendor: on(
      'chats/tags',
      firstDay(() => ({ spam: 'often' })),
    ),
  },
  {
    says: 'says tags in lists',
    vendor: on(
      'chats/tags',
      firstDay(() => ({ spam: [14] })),
    ),
  },
  {
    says: 'says the usage of tags in words',
    vendor: on(
      'tags/chat_usage',
      changed(() => ({ records: { spam: CANARY } })),
    ),
  },
  {
    says: 'has no summary of visitors',
    vendor: on(
      'customers/unique_visitors',
      changed(() => ({ name: 'visitors-report' })),
    ),
  },
  {
    says: 'has an empty summary of visitors beside an error',
    vendor: on(
      'customers/unique_visitors',
      changed(() => ({ summary: {}, error: { type: 'internal', message: CANARY } })),
    ),
  },
  {
    says: 'has a form without an id',
    vendor: on(
      'chats/forms',
      records((all) => all.map(({ form_id: _, ...form }: Json) => form)),
    ),
  },
  {
    says: 'has a form whose fields are an object',
    vendor: on(
      'chats/forms',
      records((all) => all.map((form: Json) => ({ ...form, fields: { ...form.fields } }))),
    ),
  },
  {
    says: 'has a form with a negative count',
    vendor: on(
      'chats/forms',
      records((all) => all.map((form: Json) => ({ ...form, count: -1 }))),
    ),
  },
];

const EITHER: readonly Case[] = [
  { says: 'counts chats in a word', vendor: chats('30') },
  {
    says: 'counts chats with a point',
    vendor: on('chats/total_chats', (body) => ({
      body: Buffer.from(JSON.stringify(body).replace('"total":30', '"total":30.0')),
    })),
  },
  {
    says: 'has no summary of the performance',
    vendor: on(
      'agents/performance',
      changed(({ summary: _, ...body }) => body),
    ),
  },
  {
    says: 'says the minutes of availability for the hours',
    vendor: on(
      'agents/availability',
      records((all) =>
        Object.fromEntries(
          Object.entries(all).map(([day, one]) => [day, { minutes: (one as { hours: number }).hours * 60 }]),
        ),
      ),
    ),
  },
];

describe('LiveChat, whose reports are not as they should be', () => {
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playLiveChat({ ...one, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playLiveChat(one)).toEqual([]);
  });
  it.concurrent.each(ERROR)('is an error when it $says', async (one) => {
    expect(await playLiveChat({ ...one, expectation: 'error' })).toEqual([]);
  });
});
