import { Refusal } from './answers.ts';

/** What the body asks for, in instants. */
export interface Filter {
  readonly from: number;
  readonly to: number;
  /** Minutes from local time to UTC, with JavaScript's sign: -330 is India. */
  readonly offsetMinutes: number;
  /** Lower-case addresses; null means everybody. */
  readonly emails: ReadonlySet<string> | null;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Reads `filter`: days or, where `withTimes`, date-times, all local to `timeZoneOffSet`. */
export function filterOf(body: unknown, withTimes: boolean): Filter {
  const filter = objectIn(body, 'filter');
  const dates = objectIn(filter, 'dateFilter');
  const offset = dates.timeZoneOffSet;
  if (typeof offset !== 'number' || !Number.isInteger(offset)) {
    throw new Refusal(400, 'filter.dateFilter.timeZoneOffSet must be a number of minutes');
  }
  const { date, startDate = date, endDate = date } = dates;
  const from = localInstant(startDate, 'startDate', withTimes) + offset * MINUTE;
  // The end is the last day, or the last second, that still counts.
  const to = localInstant(endDate, 'endDate', withTimes) + offset * MINUTE + (isDay(endDate) ? DAY : 1000);
  if (from >= to) throw new Refusal(400, 'startDate must not be after endDate');
  return { from, to, offsetMinutes: offset, emails: emailsOf(filter.agents) };
}

/** An instant as local date and time without an offset, to the second. */
export const localTime = (instant: number, offsetMinutes: number): string =>
  new Date(instant - offsetMinutes * MINUTE).toISOString().slice(0, 19);

function objectIn(parent: unknown, name: string): Record<string, unknown> {
  const value = (parent as Record<string, unknown> | null | undefined)?.[name];
  if (typeof value !== 'object' || value === null) throw new Refusal(400, `${name} is required`);
  return value as Record<string, unknown>;
}

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

const isDay = (value: unknown) => typeof value === 'string' && DAY_PATTERN.test(value);

/** The instant that the text would name if it were UTC. */
function localInstant(value: unknown, name: string, withTimes: boolean): number {
  const text = typeof value === 'string' ? value : '';
  const known = isDay(text) || (withTimes && DATE_TIME_PATTERN.test(text));
  const instant = known ? Date.parse(isDay(text) ? text : `${text}Z`) : Number.NaN;
  // The engine takes 2026-02-30 for a day of March.
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(text)) {
    throw new Refusal(400, `${name} must be of the form ${withTimes ? 'yyyy-mm-ddTHH:MM:SS' : 'yyyy-mm-dd'}`);
  }
  return instant;
}

/** A list. The page's table says a string, but a string finds nobody. */
function emailsOf(agents: unknown): ReadonlySet<string> | null {
  if (agents === undefined || agents === null) return null;
  if (typeof agents === 'string') return new Set();
  if (!Array.isArray(agents)) throw new Refusal(400, 'filter.agents must be e-mail addresses');
  return new Set(agents.map((email) => String(email).trim().toLowerCase()));
}
