import { ValidationError } from './errors.ts';
import { join, type RawObject } from './input.ts';

/** A stretch of time in epoch milliseconds, both ends included. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;
const DAYS_BY_DEFAULT = 7;

/** The range that an object's `from` and `to` spell; null where it has neither. One alone is an error. */
export function readRange(raw: RawObject, path: string): TimeRange | null {
  if (raw.from === undefined && raw.to === undefined) return null;
  const from = readInstant(raw.from, join(path, 'from'));
  const to = readInstant(raw.to, join(path, 'to'));
  // Compared with all their digits, so that two instants within one millisecond are told apart.
  if (Temporal.Instant.compare(from, to) > 0) {
    throw new ValidationError(`\`${join(path, 'from')}\` must not be after \`${join(path, 'to')}\``);
  }
  return { from: Math.ceil(Number(from.epochNanoseconds / 1000n) / 1000), to: to.epochMilliseconds };
}

/** The last seven days, today's included, up to now. */
export function lastSevenDays(now: number, zone: string): TimeRange {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const first = today.subtract({ days: DAYS_BY_DEFAULT - 1 }).toZonedDateTime(zone);
  return { from: first.epochMilliseconds, to: now };
}

/** The name as a time zone; an error for what is no IANA name. */
export function readTimeZone(value: unknown): string | null {
  if (value === undefined) return null;
  // Temporal takes offsets too, the vendor only names.
  if (typeof value !== 'string' || !/^[A-Za-z]/.test(value) || !isTimeZone(value)) {
    throw new ValidationError('`timezone` must be an IANA time zone');
  }
  return value;
}

/** The offset at the end of a date, as a time zone of its own. */
export function offsetOf(date: string): string {
  return date.endsWith('Z') ? 'UTC' : date.slice(-6);
}

/** An instant as the vendor writes it, in this zone. */
export function formatInstant(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString({
    timeZone: zone,
    fractionalSecondDigits: 6,
  });
}

function readInstant(value: unknown, path: string): Temporal.Instant {
  if (value === undefined) throw new ValidationError(`\`${path}\` is required`);
  if (typeof value === 'string' && DATE.test(value)) {
    try {
      return Temporal.Instant.from(value);
    } catch {
      // A day or an hour that does not exist gets the same message as a wrong format.
    }
  }
  throw new ValidationError(`\`${path}\` must be an RFC 3339 date`);
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
