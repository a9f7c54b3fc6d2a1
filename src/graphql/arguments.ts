import { BadUserInputError } from '../domain/errors.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { Vendor } from '../domain/vendor.ts';
import type * as schema from '../generated/schema.ts';

/** How long a text from a caller may be that a vendor looks for. */
const MAX_TEXT = 200;

/** No e-mail address is longer (RFC 5321, 4.5.3.1.3, without the angle brackets). */
const MAX_EMAIL = 254;

/** A range from a caller, checked. `argument` is named where it is none. */
export function readRange({ from, to }: schema.TimeRange, argument: string): TimeRange {
  if (from == null || to == null) throw new BadUserInputError(`${argument} needs from and to.`);
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
  return vendors == null ? null : [...new Set(vendors)].sort();
}

/** Words from a caller, of which there must be some and not too many. */
export function readText(text: string, argument: string): string {
  if (text.length > MAX_TEXT) {
    throw new BadUserInputError(`${argument} must have at most ${MAX_TEXT} characters.`);
  }
  if (text.trim() === '') throw new BadUserInputError(`${argument} must not be blank.`);
  return text;
}

/** An e-mail address from a caller. What stands on either side of the `@` is the vendors' business. */
export function readEmail(text: string, argument: string): string {
  const email = text.trim();
  const at = email.lastIndexOf('@');
  if (email.length <= MAX_EMAIL && at > 0 && at < email.length - 1 && !/\s/.test(email)) return email;
  throw new BadUserInputError(
    `${argument} must be an e-mail address without white space, of at most ${MAX_EMAIL} characters.`,
  );
}
