import type { VendorModule } from '../../src/vendors/module.ts';
import { VENDOR_MODULES } from '../../src/vendors/registry.ts';

/** The ids of the vendors that the tests of the whole graph run with. */
export const VENDORS = ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'] as const;

export type VendorId = (typeof VENDORS)[number];

/** The module of a vendor. */
export function moduleOf(vendor: string): VendorModule {
  const found = VENDOR_MODULES.find(({ id }) => id === vendor);
  if (found === undefined) throw new Error(`No module of ${vendor}`);
  return found;
}
