import type { Directory } from './directory.ts';
import { ValidationError } from './errors.ts';
import { join, type RawObject, readChoice, readObject } from './input.ts';
import type { Chat } from './model.ts';
import { readRange, type TimeRange } from './time-range.ts';
import { type FilterRules, filterKeys, readValueFilter, valueFilterOf } from './value-filter.ts';

/** What the survey filters ask of a chat, and the time that they span. */
export interface SurveyFilters {
  readonly tests: readonly ((chat: Chat) => boolean)[];
  /** Null where the filters hold no dates. */
  readonly range: TimeRange | null;
  /** The first `from` that was sent. */
  readonly firstFrom: string;
}

const ANSWERS: FilterRules = { kind: 'string', exists: true, requireEvery: false };
const GROUPS: FilterRules = { kind: 'integer', exists: true, requireEvery: true };
const KEYS = new Set(['type', 'from', 'to', 'groups', ...filterKeys(ANSWERS)]);

/** The conditions that `filters.surveys` (3.4) or `filters.forms` (3.5 on) spells; a chat must meet all. */
export function readSurveyFilters(raw: unknown, path: string, directory: Directory): SurveyFilters {
  if (!Array.isArray(raw)) throw new ValidationError(`\`${path}\` must be an array`);
  const entries = raw.map((entry, place) => {
    const at = `${path}[${place}]`;
    const fields = readObject(entry, at, KEYS);
    return { at, fields, range: readRange(fields, at) };
  });
  const ranges = entries.flatMap(({ range }) => range ?? []);
  const undated = entries.find(({ range }) => range === null);
  if (ranges.length > 0 && undated !== undefined) {
    throw new ValidationError(`\`${join(undated.at, 'from')}\` is required`);
  }
  return {
    tests: entries.map(({ at, fields, range }) => surveyTest(fields, at, range, directory)),
    range: ranges.reduce<TimeRange | null>(spanOf, null),
    firstFrom: String(entries[0]?.fields.from),
  };
}

function surveyTest(fields: RawObject, path: string, range: TimeRange | null, directory: Directory) {
  const type = readChoice(fields.type, join(path, 'type'), ['pre_chat', 'post_chat']);
  const inGroups =
    fields.groups === undefined ? null : readValueFilter(fields.groups, join(path, 'groups'), GROUPS);
  const asksForAnswers = filterKeys(ANSWERS).some((key) => fields[key] !== undefined);
  const passes = asksForAnswers
    ? valueFilterOf(fields, path, ANSWERS)
    : (answers: readonly unknown[]) => answers.length > 0;

  return (chat: Chat): boolean => {
    if (range !== null && (chat.createdAt < range.from || chat.createdAt > range.to)) return false;
    const answers = chat.survey.filter(({ surveyId }) => {
      const survey = directory.surveys.get(surveyId);
      if (survey === undefined) return false;
      return (type === null || survey.type === type) && (inGroups === null || inGroups([survey.groupId]));
    });
    return passes(answers.map(({ questionId, choice }) => `${questionId}:${choice}`));
  };
}

function spanOf(span: TimeRange | null, range: TimeRange): TimeRange {
  if (span === null) return range;
  return { from: Math.min(span.from, range.from), to: Math.max(span.to, range.to) };
}
