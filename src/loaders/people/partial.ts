import { BadUserInputError } from '../../domain/errors.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { DirectoryReader } from './reader.ts';

/** The vendors that tell only a part of their people now, as for lack of a permission. */
export function partialVendors(readers: readonly DirectoryReader[]): readonly Vendor[] {
  return readers.filter(isPartial).map(({ vendor }) => vendor);
}

/**
 * Throws where a vendor tells less of its people than when the walk began, or more: its list is another one, in which the
 * walk's cursors are no places.
 */
export function checkPartial(readers: readonly DirectoryReader[], partial: readonly Vendor[]): void {
  for (const reader of readers) {
    const { vendor, isAsked, problem } = reader;
    if (isPartial(reader) && problem !== null && !partial.includes(vendor)) throw problem;
    if (partial.includes(vendor) && isAsked && problem === null)
      throw new BadUserInputError(
        `${vendor} tells more of its people than when this walk over the list began: begin a new one.`,
      );
  }
}

function isPartial({ problem, failure }: DirectoryReader): boolean {
  return problem !== null && failure === null;
}
