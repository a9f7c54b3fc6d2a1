import type { TimeRange } from '../../domain/time-range.ts';

/** A range as LiveChat takes it: both ends belong to it. */
interface WireRange {
  readonly from: string;
  readonly to: string;
}

export type WriteRange = (range: TimeRange) => WireRange;

/** An input whose range is read. */
export type WithRange<Input> = Omit<Input, 'range'> & { readonly range?: TimeRange | null | undefined };

/**
 * Writes ranges with the offsets of the zone. LiveChat takes both ends as belonging to the range and resolves
 * microseconds, so the end is the last microsecond before ours; instants between two microseconds count as the later.
 */
export function rangeWriter(timeZone: string): WriteRange {
  const write = (instant: Temporal.Instant) => instant.toString({ timeZone, fractionalSecondDigits: 6 });
  return ({ from, to }) => ({
    from: write(microsecond(from)),
    to: write(microsecond(to).subtract({ microseconds: 1 })),
  });
}

function microsecond(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'microsecond', roundingMode: 'ceil' });
}
