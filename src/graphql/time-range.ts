import { BadUserInputError } from '../domain/errors.ts';
import type { TimeRange } from '../domain/time-range.ts';

/** A range from a caller, checked. `argument` is named where it is none. */
export function readRange({ from, to }: TimeRange, argument: string): TimeRange {
  if (Temporal.Instant.compare(from, to) < 0) return { from, to };
  throw new BadUserInputError(`${argument}.from must lie before ${argument}.to.`);
}
