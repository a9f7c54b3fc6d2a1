import { ValidationError } from './errors.ts';
import { type Distribution, KEY_FORMAT } from './key-format.ts';
import type { TimeRange } from './time-range.ts';

/** One cut of a report, clipped to the range that was asked for: `from <= t < to`. */
export interface Bucket {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

// A range of centuries by the hour would be a mistake, and would take the process down.
const MOST_BUCKETS = 100_000;

type Step = (local: Temporal.PlainDateTime) => Temporal.PlainDateTime;

interface Period {
  /** About how long it is. */
  readonly hours: number;
  /** The local time at which the period after the one of this local time starts. */
  readonly next: Step;
}

const HOUR: Period = { hours: 1, next: (local) => floor(local, 'hour').add({ hours: 1 }) };

const PERIODS: Readonly<Record<Distribution, Period>> = {
  hour: HOUR,
  day: { hours: 24, next: (local) => floor(local, 'day').add({ days: 1 }) },
  'day-hours': HOUR,
  month: { hours: 730, next: (local) => floor(local, 'day').with({ day: 1 }).add({ months: 1 }) },
  year: { hours: 8766, next: (local) => floor(local, 'day').with({ month: 1, day: 1 }).add({ years: 1 }) },
};

/** Every bucket that the range touches, in order; the first and the last may be partial. */
export function bucketsOf(range: TimeRange, distribution: Distribution, zone: string): readonly Bucket[] {
  const { hours, next } = PERIODS[distribution];
  if ((range.to - range.from) / (hours * 3_600_000) > MOST_BUCKETS) {
    throw new ValidationError('the time range is too long');
  }
  const buckets: Bucket[] = [];
  for (let from = range.from; from <= range.to; ) {
    const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
    const end = periodEnd(start, next);
    // The range's end belongs to it.
    buckets.push({ key: KEY_FORMAT[distribution](start), from, to: Math.min(end, range.to + 1) });
    from = end;
  }
  return buckets;
}

/** The place of the bucket that holds this instant, which must lie in the buckets' range. */
export function bucketAt(buckets: readonly Bucket[], instant: number): number {
  let low = 0;
  let high = buckets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((buckets[middle]?.from ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

function periodEnd(start: Temporal.ZonedDateTime, next: Step): number {
  const local = next(start.toPlainDateTime());
  const end = local.toZonedDateTime(start.timeZoneId).epochMilliseconds;
  if (end > start.epochMilliseconds) return end;
  // Where the clock goes back over this label, its first occurrence may already be past.
  return local.toZonedDateTime(start.timeZoneId, { disambiguation: 'later' }).epochMilliseconds;
}

function floor(local: Temporal.PlainDateTime, unit: 'hour' | 'day'): Temporal.PlainDateTime {
  return local.round({ smallestUnit: unit, roundingMode: 'floor' });
}
