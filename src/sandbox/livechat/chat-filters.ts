import { agentOf, type Directory } from './directory.ts';
import { ValidationError } from './errors.ts';
import { join, type RawObject, readBoolean, readObject, type Scalar } from './input.ts';
import type { Chat, GreetingShown } from './model.ts';
import { readPropertyFilters } from './property-filter.ts';
import { readSurveyFilters, type SurveyFilters } from './survey-filter.ts';
import { readRange, type TimeRange } from './time-range.ts';
import { type FilterRules, filterKeys, readValueFilter, valueFilterOf } from './value-filter.ts';
import type { Version } from './versions.ts';

type ChatTest = (chat: Chat) => boolean;
type GreetingTest = (greeting: GreetingShown) => boolean;

/** The time that a request's filters span. */
export interface FilteredTime {
  readonly range: TimeRange;
  /** The range's start as it was sent; its offset may decide the zone. */
  readonly from: string;
}

/** What the filters of a Chats report ask. A chat or a greeting must pass all tests. */
export interface ChatFilters {
  readonly time: FilteredTime;
  readonly chat: readonly ChatTest[];
  readonly greeting: readonly GreetingTest[];
}

const STRINGS: FilterRules = { kind: 'string', exists: true, requireEvery: true };
const INTEGERS: FilterRules = { kind: 'integer', exists: true, requireEvery: true };
const GREETINGS: FilterRules = { kind: 'integer', exists: true, requireEvery: false };
const EVENT_TYPES: FilterRules = { kind: 'string', exists: false, requireEvery: true };

interface Subject {
  readonly rules: FilterRules;
  readonly since?: Version;
  of(chat: Chat, directory: Directory): readonly Scalar[];
}

/** The filters that ask for values of one thing that a chat has. */
const SUBJECTS: Readonly<Record<string, Subject>> = {
  agents: { rules: STRINGS, of: (chat, directory) => present(agentOf(chat, directory)?.email) },
  tags: { rules: STRINGS, of: (chat) => chat.tags },
  sales: { rules: INTEGERS, of: (chat) => present(chat.saleId) },
  goals: { rules: INTEGERS, of: (chat) => present(chat.goalId) },
  event_types: { rules: EVENT_TYPES, of: (chat) => chat.eventTypes },
  groups: { rules: INTEGERS, of: (chat) => [chat.groupId] },
  customer_countries: { rules: STRINGS, since: '3.5', of: (chat) => [chat.country] },
};

const GREETING_KEYS = new Set(['from', 'to', 'groups', ...filterKeys(GREETINGS)]);
const RESPONSE_KEYS = new Set(['exists', 'first', 'agents', 'groups']);

/** The conditions that the `filters` of a Chats report spell, in this version of the API. */
export function readChatFilters(raw: unknown, version: Version, directory: Directory): ChatFilters {
  const subjects = Object.entries(SUBJECTS).filter(
    ([, { since }]) => since === undefined || since <= version,
  );
  const surveyKey = version === '3.4' ? 'surveys' : 'forms';
  const names = subjects.map(([name]) => name);
  const known = ['from', 'to', 'properties', 'greetings', 'agent_response', surveyKey, ...names];
  const filters = readObject(raw, 'filters', new Set(known));

  const greetings = optional(filters.greetings, (value) =>
    readObject(value, 'filters.greetings', GREETING_KEYS),
  );
  const surveys = optional(filters[surveyKey], (value) =>
    readSurveyFilters(value, `filters.${surveyKey}`, directory),
  );
  const chat: ChatTest[] = [...(surveys?.tests ?? [])];
  for (const [name, subject] of subjects) {
    if (filters[name] === undefined) continue;
    const passes = readValueFilter(filters[name], `filters.${name}`, subject.rules);
    chat.push((candidate) => passes(subject.of(candidate, directory)));
  }
  if (filters.properties !== undefined) {
    chat.push(...readPropertyFilters(filters.properties, 'filters.properties'));
  }
  if (greetings !== null) chat.push(startedFromGreeting(greetings));
  if (filters.agent_response !== undefined) chat.push(responseTest(filters.agent_response, directory));
  return {
    time: onePairOfDates(filters, greetings, surveys),
    chat,
    greeting: greetingTests(filters, greetings),
  };
}

function startedFromGreeting(greetings: RawObject): ChatTest {
  const passes = valueFilterOf(greetings, 'filters.greetings', GREETINGS);
  const inGroups = readValueFilter(greetings.groups ?? {}, 'filters.greetings.groups', INTEGERS);
  const needsOne = greetings.from !== undefined || greetings.groups !== undefined;
  return (chat) => {
    if (needsOne && chat.greetingId === null) return false;
    return passes(present(chat.greetingId)) && inGroups([chat.groupId]);
  };
}

function greetingTests(filters: RawObject, greetings: RawObject | null): readonly GreetingTest[] {
  const ofGroups = readValueFilter(filters.groups ?? {}, 'filters.groups', INTEGERS);
  const tests: GreetingTest[] = [({ groupId }) => ofGroups([groupId])];
  if (greetings !== null) {
    const passes = valueFilterOf(greetings, 'filters.greetings', GREETINGS);
    const inGroups = readValueFilter(greetings.groups ?? {}, 'filters.greetings.groups', INTEGERS);
    tests.push(({ greetingId, groupId }) => passes([greetingId]) && inGroups([groupId]));
  }
  return tests;
}

function responseTest(raw: unknown, directory: Directory): ChatTest {
  const path = 'filters.agent_response';
  const response = readObject(raw, path, RESPONSE_KEYS);
  const exists = readBoolean(response.exists, join(path, 'exists'));
  const first = readBoolean(response.first, join(path, 'first')) ?? false;
  if (!first && (response.agents !== undefined || response.groups !== undefined)) {
    throw new ValidationError(
      `\`${path}.agents\` and \`${path}.groups\` work only with \`${path}.first\` true`,
    );
  }
  const byAgents = readValueFilter(response.agents ?? {}, join(path, 'agents'), STRINGS);
  const byGroups = readValueFilter(response.groups ?? {}, join(path, 'groups'), INTEGERS);
  return (chat) => {
    const answered = chat.firstResponseSeconds !== null;
    if (exists !== null && answered !== exists) return false;
    const agent = answered ? agentOf(chat, directory)?.email : undefined;
    return byAgents(present(agent)) && byGroups(answered ? [chat.groupId] : []);
  };
}

function onePairOfDates(
  filters: RawObject,
  greetings: RawObject | null,
  surveys: SurveyFilters | null,
): FilteredTime {
  const pairs = [
    { range: readRange(filters, 'filters'), from: filters.from },
    { range: greetings && readRange(greetings, 'filters.greetings'), from: greetings?.from },
    { range: surveys?.range ?? null, from: surveys?.firstFrom },
  ];
  const given = pairs.flatMap(({ range, from }) => (range === null ? [] : { range, from: String(from) }));
  const only = given.length === 1 ? given[0] : undefined;
  if (only === undefined) throw new ValidationError('exactly one pair of time filters is required');
  return only;
}

function optional<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === undefined ? null : read(value);
}

function present(value: Scalar | null | undefined): readonly Scalar[] {
  return value === null || value === undefined ? [] : [value];
}
