import { BadUserInputError } from '../domain/errors.ts';
import type { TimeRange } from '../domain/time-range.ts';
import { VENDORS, type Vendor } from '../domain/vendor.ts';

/** A range from a caller, checked. `argument` is named where it is none. */
export function readRange({ from, to }: TimeRange, argument: string): TimeRange {
  if (Temporal.Instant.compare(from, to) < 0) return { from, to };
  throw new BadUserInputError(`${argument}.from must lie before ${argument}.to.`);
}

/** A choice of vendors from a caller, each once and in one order; null where there is none. */
export function readVendors(
  vendors: readonly Vendor[] | null | undefined,
  argument: string,
): readonly Vendor[] | null {
  if (vendors?.length === 0) {
    throw new BadUserInputError(`${argument} must name at least one vendor, or be left out.`);
  }
  return vendors == null ? null : VENDORS.filter((vendor) => vendors.includes(vendor));
}

/** Words from a caller, of which there must be some. */
export function readText(text: string, argument: string): string {
  if (text.trim() === '') throw new BadUserInputError(`${argument} must not be blank.`);
  return text;
}
