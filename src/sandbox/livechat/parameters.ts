import type { FilteredTime } from './chat-filters.ts';
import { ValidationError } from './errors.ts';
import { type RawObject, readChoice, readObject } from './input.ts';
import type { Distribution } from './key-format.ts';
import { formatInstant, lastSevenDays, offsetOf, readTimeZone, type TimeRange } from './time-range.ts';

/** What a request asks for, checked, with its defaults filled in. */
export interface Parameters<Filters> {
  readonly distribution: Distribution;
  readonly zone: string;
  readonly range: TimeRange;
  /** Which page is asked for, from 1; 1 for a report without pages. */
  readonly page: number;
  /** Null where none were given. */
  readonly filters: Filters | null;
  /** What the answer repeats of the request. */
  readonly request: RawObject;
}

/** What reading a request depends on besides the request. */
export interface ReadingRules<Filters> {
  readonly distributions: readonly Distribution[];
  readonly now: number;
  /** Null where it cannot be loaded. */
  readonly agentTimeZone: string | null;
  readonly paged?: boolean | undefined;
  readFilters(raw: unknown): Filters;
}

/** The distributions of the Chats reports. */
export const CHAT_DISTRIBUTIONS: readonly Distribution[] = ['hour', 'day', 'day-hours', 'month', 'year'];
/** The distributions of the Agents reports. */
export const AGENT_DISTRIBUTIONS: readonly Distribution[] = ['hour', 'day'];

const KEYS = ['distribution', 'timezone', 'filters'];

/** Reads and checks a request's parameters. */
export function readParameters<Filters extends { readonly time: FilteredTime }>(
  raw: unknown,
  rules: ReadingRules<Filters>,
): Parameters<Filters> {
  const fields = readObject(raw, '', new Set(rules.paged ? [...KEYS, 'page'] : KEYS));
  const distribution = readChoice(fields.distribution, 'distribution', rules.distributions) ?? 'day';
  const timezone = readTimeZone(fields.timezone);
  const filters = fields.filters === undefined ? null : rules.readFilters(fields.filters);
  const zone = timezone ?? rules.agentTimeZone ?? (filters === null ? 'UTC' : offsetOf(filters.time.from));
  const range = filters?.time.range ?? lastSevenDays(rules.now, zone);
  const request = {
    distribution,
    ...(timezone === null ? {} : { timezone }),
    filters: fields.filters ?? echoed(range, zone),
  };
  return { distribution, zone, range, page: readPage(fields.page), filters, request };
}

/** Refuses what a report that knows fewer parameters and filters than most does not know. */
export function checkKeys(raw: unknown, parameters: readonly string[], filters: readonly string[]): void {
  const fields = readObject(raw, '', new Set(parameters));
  if (fields.filters === undefined) return;
  const { groups } = readObject(fields.filters, 'filters', new Set(filters));
  if (groups !== undefined) readObject(groups, 'filters.groups', new Set(['values']));
}

function readPage(value: unknown = 1): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  throw new ValidationError('`page` must be a positive integer');
}

function echoed(range: TimeRange, zone: string): RawObject {
  return { from: formatInstant(range.from, zone), to: formatInstant(range.to, zone) };
}
