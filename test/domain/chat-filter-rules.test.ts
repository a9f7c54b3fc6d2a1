import { expect, test } from 'vitest';
import type { ChatFilter } from '../../src/domain/chat-filter.ts';
import {
  agentReportChoice,
  checkAgentReportDistribution,
  checkChatFilter,
} from '../../src/domain/chat-filter-rules.ts';
import { BadUserInputError } from '../../src/domain/errors.ts';
import type { TimeRange } from '../../src/domain/time-range.ts';

const [NINE, TEN] = ['2026-03-02T09:00Z', '2026-03-02T10:00Z'].map((time) => Temporal.Instant.from(time)) as [
  Temporal.Instant,
  Temporal.Instant,
];
const RANGE: TimeRange = { from: NINE, to: TEN };
const BACKWARDS: TimeRange = { from: TEN, to: NINE };
const PRE_CHAT = { type: 'PRE_CHAT', exists: true } as const;

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
  const message = (choice: object) => messageOf(() => checkChatFilter(filter(choice), RANGE));
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
    'values of two types',
    { properties: [{ namespace: 'a', name: 'b', excludeValues: { strings: ['x'], integers: [1] } }] },
    'filter.properties[0].excludeValues: give exactly one of strings, integers and booleans.',
  ],
  ['no range', {}, 'range: give it, or a range in filter.greetings or in filter.surveys.', null],
  ['a backward range', {}, 'range: from must lie before to.', BACKWARDS],
  ['an empty range', {}, 'range: from must lie before to.', { from: NINE, to: NINE }],
  [
    'a backward range of greetings',
    { greetings: { range: BACKWARDS } },
    'filter.greetings.range: from must lie',
    null,
  ],
  [
    'a backward range of a survey',
    { surveys: [{ ...PRE_CHAT, range: BACKWARDS }] },
    'filter.surveys[0].range: from must lie before to.',
    null,
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
    expect(messageOf(() => checkChatFilter(filter, range))).toContain(message);
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
  expect(messageOf(() => checkChatFilter(filter, range))).toBe('accepted');
});

test('the agents reports take agents and groups', () => {
  const agents = { excludeValues: ['a'], requireEveryValue: true };
  expect(agentReportChoice({ agents, groups: { values: ['1'] }, tags: null })).toEqual({
    agents,
    groups: ['1'],
  });
  expect(agentReportChoice({})).toEqual({ agents: null, groups: null });
});

test.each<readonly [string, ChatFilter]>([
  ['filter.tags', { tags: { values: ['a'] } }],
  ['filter.surveys', { surveys: [PRE_CHAT] }],
  ['filter.greetings', { agents: { values: ['a'] }, greetings: { range: RANGE } }],
  ['filter.agents.exists', { agents: { exists: true } }],
  ['filter.agents', { agents: { values: ['a'], excludeValues: ['b'] } }],
  ['filter.agents.values', { agents: { values: [] } }],
  ['filter.groups.exists', { groups: { exists: true } }],
  ['filter.groups.excludeValues', { groups: { excludeValues: ['1'] } }],
  ['filter.groups.requireEveryValue', { groups: { values: ['1'], requireEveryValue: true } }],
  ['filter.groups', { groups: {} }],
])('the agents reports refuse %s', (path, filter) => {
  expect(messageOf(() => agentReportChoice(filter))).toContain(`${path}: `);
});

test.each(['DAY_HOURS', 'MONTH', 'YEAR'] as const)('availability is not divided by %s', (distribution) => {
  const message = messageOf(() => checkAgentReportDistribution(distribution, 'availability'));
  expect(message).toBe(
    `distribution: availability is divided by HOUR or DAY only; ${distribution} was given.`,
  );
});

test.each(['HOUR', 'DAY'] as const)('availability is divided by %s', (distribution) => {
  expect(messageOf(() => checkAgentReportDistribution(distribution, 'availability'))).toBe('accepted');
});
