import type { Claim } from '../../src/domain/identity.ts';
import type { Vendor } from '../../src/domain/vendor.ts';
import { claimOf as claimAt } from '../../src/identities/fields.ts';
import { moduleOf } from './vendor-ids.ts';

/** The claim that an operator makes with this word for an account of the vendor. */
export function claimOf(vendor: Vendor, word: string): Claim {
  return claimAt(moduleOf(vendor), word);
}
