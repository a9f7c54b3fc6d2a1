import { describe, expect, test } from 'vitest';
import type { LiveChatVersion } from '../../../../src/vendors/livechat/config.ts';
import type { ChatFilter } from '../../../../src/vendors/livechat/filters/index.ts';
import { reportBody } from '../../../../src/vendors/livechat/reports/body.ts';
import { REPORTS } from '../../../../src/vendors/livechat/reports/index.ts';
import type { ReportField, ReportRequest } from '../../../../src/vendors/livechat/reports/report.ts';
import { REQUEST, rangeOf } from './live-chat.ts';

/** The request for a report, as JSON; that of a report which is divided and takes every filter, unless told. */
function bodyOf(
  change: Partial<ReportRequest> = {},
  version: LiveChatVersion = '3.6',
  field: ReportField = 'tags',
) {
  const body = JSON.stringify(reportBody(REPORTS[field], { ...REQUEST, ...change }, version));
  return JSON.parse(body) as { readonly distribution?: string; readonly filters: object };
}

const OWN_RANGE = rangeOf('2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z');
const OWN_TIMES = { from: '2026-03-02T09:00:00.000000+01:00', to: '2026-03-02T09:59:59.999999+01:00' };
const TIMES = { from: '2026-03-28T00:00:00.000000+01:00', to: '2026-03-29T23:59:59.999999+02:00' };

/** Also what GraphQL hands over: null for a field that a variable left empty. */
const FILTERS: readonly (readonly [string, ChatFilter, unknown])[] = [
  ['nothing', {}, {}],
  ['nulls', { agents: null, properties: null, surveys: undefined, agentResponse: null, greetings: null }, {}],
  ['agents', { agents: { exists: false, values: null } }, { agents: { exists: false } }],
  ['groups', { groups: { values: ['0', '7'] } }, { groups: { values: [0, 7] } }],
  [
    'tags',
    { tags: { excludeValues: ['spam', 'test'], requireEveryValue: true } },
    { tags: { exclude_values: ['spam', 'test'], require_every_value: true } },
  ],
  ['sales', { sales: { exists: true } }, { sales: { exists: true } }],
  ['goals', { goals: { excludeValues: [4] } }, { goals: { exclude_values: [4] } }],
  [
    'types of event',
    { eventTypes: { values: ['file'], requireEveryValue: false } },
    { event_types: { values: ['file'], require_every_value: false } },
  ],
  [
    'countries',
    { customerCountries: { values: ['PL', 'NO'] } },
    { customer_countries: { values: ['PL', 'NO'] } },
  ],
  [
    'properties, grouped by namespace',
    {
      properties: [
        { namespace: 'routing', name: 'continuous', values: { booleans: [true] } },
        { namespace: 'crm', name: 'tier', excludeValues: { integers: [1, 2] } },
        { namespace: 'routing', name: 'source', values: { strings: ['shop'] } },
        { namespace: 'routing', name: 'pinned', exists: false },
      ],
    },
    {
      properties: {
        routing: { continuous: { values: [true] }, source: { values: ['shop'] }, pinned: { exists: false } },
        crm: { tier: { exclude_values: [1, 2] } },
      },
    },
  ],
  [
    'surveys',
    {
      surveys: [
        { type: 'PRE_CHAT', values: ['71:0'], groups: { values: ['3'] } },
        { type: 'POST_CHAT', exists: true },
      ],
    },
    {
      forms: [
        { type: 'pre_chat', values: ['71:0'], groups: { values: [3] } },
        { type: 'post_chat', exists: true },
      ],
    },
  ],
  [
    'greetings',
    { greetings: { excludeValues: ['31'], groups: { exists: true } } },
    { greetings: { exclude_values: [31], groups: { exists: true } } },
  ],
  ['greetings without anything', { greetings: {}, surveys: [], properties: [] }, {}],
  [
    "agents' answers",
    {
      agentResponse: {
        first: true,
        exists: true,
        agents: { values: ['a'] },
        groups: { excludeValues: ['2'] },
      },
    },
    {
      agent_response: {
        first: true,
        exists: true,
        agents: { values: ['a'] },
        groups: { exclude_values: [2] },
      },
    },
  ],
];

test.each(FILTERS)("a filter on %s is sent in the vendor's words", (_, filter, sent) => {
  expect(bodyOf({ filter }).filters).toEqual({ ...TIMES, ...(sent as object) });
});

test('3.4 is sent the filter on surveys under its old name', () => {
  const filter: ChatFilter = { surveys: [{ type: 'PRE_CHAT', exists: true }] };
  const filters = (version: '3.4' | '3.5') => bodyOf({ filter }, version).filters;
  expect(filters('3.4')).toHaveProperty('surveys');
  expect(filters('3.4')).not.toHaveProperty('forms');
  expect(filters('3.5')).toHaveProperty('forms');
  expect(filters('3.5')).not.toHaveProperty('surveys');
});

test('names of properties that mean something to JavaScript are sent as they are', () => {
  const properties = ['__proto__', 'constructor'].flatMap((namespace) =>
    ['__proto__', 'toString'].map((name) => ({ namespace, name, exists: true })),
  );
  expect(JSON.stringify(bodyOf({ filter: { properties } }).filters)).toContain(
    '"properties":{"__proto__":{"__proto__":{"exists":true},"toString":{"exists":true}},' +
      '"constructor":{"__proto__":{"exists":true},"toString":{"exists":true}}}',
  );
});

describe('time', () => {
  test.each([
    ['HOUR', 'hour'],
    ['DAY', 'day'],
    ['DAY_HOURS', 'day-hours'],
    ['MONTH', 'month'],
    ['YEAR', 'year'],
  ] as const)('%s is sent as %s', (distribution, sent) => {
    expect(bodyOf({ distribution }).distribution).toBe(sent);
  });

  test('the zone is always sent, and times are written with its offsets', () => {
    expect(bodyOf()).toMatchObject({ timezone: 'Europe/Warsaw', filters: TIMES });
    expect(bodyOf({ timeZone: 'UTC' })).toEqual({
      distribution: 'day',
      timezone: 'UTC',
      filters: { from: '2026-03-27T23:00:00.000000+00:00', to: '2026-03-29T21:59:59.999999+00:00' },
    });
  });

  test('the last microsecond before the end is sent, as the end that the vendor takes belongs to the range', () => {
    const range = rangeOf('2026-03-02T08:00:00.1234567Z', '2026-03-02T08:00:02.0000005Z');
    expect(bodyOf({ timeZone: 'UTC', range }).filters).toEqual({
      from: '2026-03-02T08:00:00.123457+00:00',
      to: '2026-03-02T08:00:02.000000+00:00',
    });
  });

  test.each<readonly [string, ChatFilter, unknown]>([
    ['greetings', { greetings: { range: OWN_RANGE } }, { greetings: OWN_TIMES }],
    [
      'surveys',
      { surveys: [{ type: 'POST_CHAT', exists: true, range: OWN_RANGE }] },
      { forms: [{ type: 'post_chat', exists: true, ...OWN_TIMES }] },
    ],
  ])("without the report's own range, that of %s is sent", (_, filter, sent) => {
    expect(bodyOf({ range: null, filter }).filters).toEqual(sent);
  });

  test.each<readonly [string, Partial<typeof REQUEST>, unknown]>([
    ["the report's range", {}, { greetings: TIMES }],
    [
      'the range of greetings',
      { range: null, filter: { greetings: { range: OWN_RANGE, values: ['7'] } } },
      { greetings: { ...OWN_TIMES, values: [7] } },
    ],
    [
      'the range of surveys, where only they have one',
      { range: null, filter: { surveys: [{ type: 'PRE_CHAT', exists: true, range: OWN_RANGE }] } },
      { forms: [{ type: 'pre_chat', exists: true, ...OWN_TIMES }] },
    ],
  ])('the greetings report takes %s', (_, change, sent) => {
    expect(bodyOf(change, '3.6', 'greetingsConversion').filters).toEqual(sent);
  });
});

test('an agents report is asked about the agents and groups that were chosen', () => {
  const agents = { values: ['a'], excludeValues: null, requireEveryValue: undefined };
  const filter = { agents, groups: { values: ['1'] } };
  expect(bodyOf({ filter }, '3.6', 'agentPerformance').filters).toEqual({
    ...TIMES,
    agents: { values: ['a'] },
    groups: { values: [1] },
  });
});
