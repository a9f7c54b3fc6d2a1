import { BadUserInputError, type UpstreamCode, UpstreamError } from '../domain/errors.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { VendorPlace } from './rows.ts';
import type { DirectorySession } from './session.ts';

/** A vendor that a walk leaves out from its first page to its last, and how the vendor had failed when the walk began. */
export interface LeftOut {
  readonly vendor: Vendor;
  readonly code: UpstreamCode;
}

/** Where a person stands in the list of all people, and what of that list the walk has to do without. */
export interface Position extends VendorPlace {
  readonly leftOut: readonly LeftOut[];
  /** The vendors that listed only a part of their people when the walk began. */
  readonly partial: readonly Vendor[];
}

/** What every later page of the walk says of the vendor. */
export function leftOutError({ vendor, code }: LeftOut): UpstreamError {
  const sentence =
    'failed when this walk over the list began, and is left out of all its pages. A new walk includes it.';
  return new UpstreamError(vendor, code, sentence);
}

/** The vendors that the walk leaves out to which these cursors belong. */
export function leftOutBy(cursors: readonly Pick<Position, 'leftOut'>[]): readonly LeftOut[] {
  const [first = [], ...others] = cursors.map(({ leftOut }) => leftOut);
  const isSame = (other: readonly LeftOut[]) =>
    other.length === first.length &&
    first.every(({ vendor }) => other.some((each) => each.vendor === vendor));
  if (others.every(isSame)) return first;
  throw new BadUserInputError(
    'after and before must be cursors of one walk: these two leave out different vendors.',
  );
}

/**
 * Throws where a vendor that was asked tells less of its people than when the walk began, or more: its list is another one,
 * in which the walk's cursors are no places.
 */
export function checkPartial(asked: readonly DirectorySession[], partial: readonly Vendor[]): void {
  for (const { vendor, list } of asked) {
    const { shortcoming } = list;
    if (shortcoming !== null && !partial.includes(vendor)) throw shortcoming;
    if (shortcoming === null && partial.includes(vendor))
      throw new BadUserInputError(
        `${vendor} tells more of its people than when this walk over the list began: begin a new one.`,
      );
  }
}
