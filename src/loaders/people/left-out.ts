import { BadUserInputError, type UpstreamCode, UpstreamError } from '../../domain/errors.ts';
import type { Vendor } from '../../domain/vendor.ts';

/** A vendor that a walk leaves out from its first page to its last, and how the vendor had failed when the walk began. */
export interface LeftOut {
  readonly vendor: Vendor;
  readonly code: UpstreamCode;
}

/** What every later page of the walk says of the vendor. */
export function leftOutError({ vendor, code }: LeftOut): UpstreamError {
  const sentence =
    'failed when this walk over the list began, and is left out of all its pages. A new walk includes it.';
  return new UpstreamError(vendor, code, sentence);
}

/** The vendors that the walk leaves out to which these cursors belong. */
export function leftOutBy(cursors: readonly { readonly leftOut: readonly LeftOut[] }[]): readonly LeftOut[] {
  const [first = [], ...others] = cursors.map(({ leftOut }) => leftOut);
  const isSame = (other: readonly LeftOut[]) =>
    other.length === first.length &&
    first.every(({ vendor }) => other.some((each) => each.vendor === vendor));
  if (others.every(isSame)) return first;
  throw new BadUserInputError(
    'after and before must be cursors of one walk: these two leave out different vendors.',
  );
}
