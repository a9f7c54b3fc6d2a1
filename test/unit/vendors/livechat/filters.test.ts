import { expect, test } from 'vitest';
import { BadUserInputError } from '../../../../src/domain/errors.ts';
import type { ChatFilter, Distribution, TimeRange } from '../../../../src/generated/schema.ts';
import { chatReport } from '../../../../src/vendors/livechat/chat-report.ts';
import { REPORTS } from '../../../../src/vendors/livechat/reports/index.ts';
import { checkRequest, type ReportField } from '../../../../src/vendors/livechat/reports/report.ts';

const [NINE, TEN] = ['2026-03-02T09:00Z', '2026-03-02T10:00Z'].map((time) => Temporal.Instant.from(time)) as [
  Temporal.Instant,
  Temporal.Instant,
];
const RANGE: TimeRange = { from: NINE, to: TEN };
const CONTEXT = { now: () => TEN, timeZone: 'UTC' };
const PRE_CHAT = { type: 'PRE_CHAT', exists: true } as const;

/** A chat report with this filter. */
function asked(filter: ChatFilter, range: TimeRange | null = RANGE, distribution: Distribution = 'DAY') {
  return chatReport({ filter, range, distribution }, CONTEXT);
}

/** Asks one report of it. */
function askedOf(field: ReportField, filter: ChatFilter, distribution: Distribution = 'DAY') {
  checkRequest(REPORTS[field], asked(filter, RANGE, distribution).request);
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof BadUserInputError) return error.message;
    throw error;
  }
  return 'accepted';
}

const CHOICES = ['agents', 'groups', 'tags', 'sales', 'goals', 'customerCountries'] as const;
const NESTED: readonly (readonly [string, (choice: object) => ChatFilter])[] = [
  ...CHOICES.map((name) => [`filter.${name}`, (choice: object): ChatFilter => ({ [name]: choice })] as const),
  ['filter.greetings.groups', (groups) => ({ greetings: { groups } })],
  ['filter.agentResponse.agents', (agents) => ({ agentResponse: { first: true, agents } })],
  ['filter.agentResponse.groups', (groups) => ({ agentResponse: { first: true, groups } })],
  ['filter.surveys[0].groups', (groups) => ({ surveys: [{ ...PRE_CHAT, groups }] })],
];

test.each(NESTED)('%s takes exactly one of exists, values and excludeValues', (path, filter) => {
  const message = (choice: object) => messageOf(() => asked(filter(choice)));
  const rule = `${path}: give exactly one of exists, values and excludeValues;`;
  expect(message({})).toBe(`${rule} none was given.`);
  expect(message({ exists: null, values: undefined })).toBe(`${rule} none was given.`);
  expect(message({ exists: true, values: ['PL'] })).toBe(`${rule} exists and values were given together.`);
  expect(message({ exists: true, values: ['PL'], excludeValues: ['NO'] })).toBe(
    `${rule} exists, values and excludeValues were given together.`,
  );
  expect(message({ values: [] })).toBe(`${path}.values: give at least one value.`);
  expect(message({ excludeValues: [] })).toBe(`${path}.excludeValues: give at least one value.`);
  expect(message({ exists: true, requireEveryValue: false })).toBe(
    `${path}.requireEveryValue: it goes with values or excludeValues, not with exists.`,
  );
  const values = path.endsWith('groups') ? ['7'] : ['PL'];
  for (const choice of [{ exists: false }, { values, requireEveryValue: true }, { excludeValues: values }]) {
    expect(message({ exists: null, ...choice })).toBe('accepted');
  }
});

type Refused = readonly [what: string, filter: ChatFilter, message: string, range?: TimeRange | null];

const REFUSED: readonly Refused[] = [
  [
    'neither values of event types',
    { eventTypes: {} },
    'filter.eventTypes: give exactly one of values and excl',
  ],
  ['both', { eventTypes: { values: ['a'], excludeValues: ['b'] } }, 'filter.eventTypes: give exactly one of'],
  ['no event types', { eventTypes: { values: [] } }, 'filter.eventTypes.values: give at least one'],
  [
    'a country in small letters',
    { customerCountries: { values: ['PL', 'no'] } },
    'filter.customerCountries.values[1]:',
  ],
  [
    'a long country',
    { customerCountries: { excludeValues: ['POL'] } },
    'filter.customerCountries.excludeValues[0]:',
  ],
  [
    'two about greetings',
    { greetings: { exists: true, values: ['1'] } },
    'filter.greetings: give exactly one of',
  ],
  ['no greetings', { greetings: { values: [] } }, 'filter.greetings.values: give at least one'],
  [
    'nothing about answers',
    { agentResponse: { exists: null } },
    'filter.agentResponse: give at least one of',
  ],
  [
    'agents of any answer',
    { agentResponse: { agents: { exists: true } } },
    'filter.agentResponse.agents: it works only',
  ],
  [
    'groups of any answer',
    { agentResponse: { first: false, groups: { values: ['1'] } } },
    'filter.agentResponse.groups: it works only with first: true.',
  ],
  [
    'a survey without anything',
    { surveys: [PRE_CHAT, { type: 'PRE_CHAT' }] },
    'filter.surveys[1]: give exactly one of',
  ],
  [
    'two about a survey',
    { surveys: [{ ...PRE_CHAT, values: ['1:0'] }] },
    'filter.surveys[0]: give exactly one of',
  ],
  [
    'no answers of a survey',
    { surveys: [{ type: 'PRE_CHAT', values: [] }] },
    'filter.surveys[0].values: give at least',
  ],
  [
    'no namespace',
    { properties: [{ namespace: '', name: 'a', exists: true }] },
    'filter.properties[0].namespace: it must',
  ],
  [
    'no name',
    { properties: [{ namespace: 'a', name: '', exists: true }] },
    'filter.properties[0].name: it must not',
  ],
  [
    'a property without anything',
    { properties: [{ namespace: 'a', name: 'b' }] },
    'filter.properties[0]: give exactly',
  ],
  [
    'a property twice',
    {
      properties: [
        { namespace: 'a', name: 'b', exists: true },
        { namespace: 'a', name: 'b', values: { integers: [1] } },
      ],
    },
    'filter.properties[1]: give each property only once',
  ],
  [
    'no values of a property',
    { properties: [{ namespace: 'a', name: 'b', values: { strings: [] } }] },
    'filter.properties[0].values.strings: give at least one value.',
  ],
  [
    'range and that of greetings',
    { greetings: { range: RANGE } },
    'filter.greetings.range: exactly one time range',
  ],
  [
    'range and that of surveys',
    { surveys: [{ ...PRE_CHAT, range: RANGE }] },
    'filter.surveys[0].range: exactly one',
  ],
  [
    'a range of greetings and one of surveys',
    { greetings: { range: RANGE }, surveys: [{ ...PRE_CHAT, range: RANGE }] },
    'filter.surveys[0].range: exactly one time range applies; filter.greetings.range and filter.surveys[0].range were',
    null,
  ],
  [
    'a range for one survey of two',
    { surveys: [{ ...PRE_CHAT, range: RANGE }, PRE_CHAT] },
    'filter.surveys: give either every survey filter a range or none.',
    null,
  ],
];

test.each(REFUSED.map(([what, filter, message, range = RANGE]) => ({ what, filter, message, range })))(
  '$what is refused',
  ({ filter, message, range }) => {
    expect(messageOf(() => asked(filter, range))).toContain(message);
  },
);

test.each<readonly [string, ChatFilter, TimeRange | null]>([
  ['nothing but a range', {}, RANGE],
  ['nulls', { agents: null, surveys: null, greetings: null, eventTypes: undefined, properties: [] }, RANGE],
  ['greetings without a choice', { greetings: { groups: { values: ['1'] } } }, RANGE],
  ['the range of greetings alone', { greetings: { range: RANGE, exists: true } }, null],
  ['the ranges of surveys alone', { surveys: [{ ...PRE_CHAT, range: RANGE }] }, null],
  ['whether an agent answered', { agentResponse: { exists: false } }, RANGE],
  [
    'properties with one name in two namespaces',
    {
      properties: ['a', '__proto__'].map((namespace) => ({
        namespace,
        name: 'b',
        values: { booleans: [false] },
      })),
    },
    RANGE,
  ],
])('%s is accepted', (_, filter, range) => {
  expect(messageOf(() => asked(filter, range))).toBe('accepted');
});

const AGENTS_REPORTS = ['agentPerformance', 'availability'] as const;

test.each<readonly [ReportField, ChatFilter]>([
  ...AGENTS_REPORTS.flatMap((field): (readonly [ReportField, ChatFilter])[] => [
    [field, {}],
    [field, { agents: { values: ['a'] }, groups: { values: ['1'] }, tags: null }],
    [field, { agents: { excludeValues: ['a'], requireEveryValue: true, exists: null } }],
  ]),
  ['tagUsage', { groups: { values: ['1'] } }],
  ['uniqueVisitors', { agents: null }],
  ['tags', { agents: { exists: true }, tags: { excludeValues: ['a'] } }],
])('%s takes %j', (field, filter) => {
  expect(messageOf(() => askedOf(field, filter))).toBe('accepted');
});

const AGENTS_REPORTS_TAKE =
  'agentPerformance and availability take only agents by values or excludeValues, and groups by values.';

test.each<readonly [ReportField, string, ChatFilter, string]>([
  ...AGENTS_REPORTS.flatMap((field) =>
    (
      [
        ['filter.tags', { tags: { values: ['a'] } }],
        ['filter.surveys', { surveys: [PRE_CHAT] }],
        ['filter.greetings', { agents: { values: ['a'] }, greetings: { exists: true } }],
        ['filter.agents.exists', { agents: { exists: true } }],
        ['filter.groups.exists', { groups: { exists: true } }],
        ['filter.groups.excludeValues', { groups: { excludeValues: ['1'] } }],
        ['filter.groups.requireEveryValue', { groups: { values: ['1'], requireEveryValue: true } }],
      ] as const
    ).map(([path, filter]) => [field, path, filter, AGENTS_REPORTS_TAKE] as const),
  ),
  ['tagUsage', 'filter.agents', { agents: { values: ['a'] } }, 'tagUsage takes only groups by values.'],
  ['tagUsage', 'filter.groups.exists', { groups: { exists: true } }, 'tagUsage takes only groups by values.'],
  [
    'uniqueVisitors',
    'filter.groups',
    { groups: { values: ['1'] } },
    'uniqueVisitors takes no filter but the range.',
  ],
])('%s refuses %s', (field, path, filter, sentence) => {
  expect(messageOf(() => askedOf(field, filter))).toBe(`${path}: ${sentence}`);
});

test.each(['DAY_HOURS', 'MONTH', 'YEAR'] as const)('availability is not divided by %s', (distribution) => {
  expect(messageOf(() => askedOf('availability', {}, distribution))).toBe(
    `distribution: availability is divided by HOUR or DAY only; ${distribution} was given.`,
  );
  expect(messageOf(() => askedOf('agentPerformance', {}, distribution))).toBe('accepted');
});

test.each(['HOUR', 'DAY'] as const)('availability is divided by %s', (distribution) => {
  expect(messageOf(() => askedOf('availability', {}, distribution))).toBe('accepted');
});
