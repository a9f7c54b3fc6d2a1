import { SANDBOX_VENDORS } from '../../src/sandbox/registry.ts';
import { VENDOR_MODULES } from '../../src/vendors/registry.ts';
import { parleySandbox } from './sandbox.ts';
import { parley } from './vendor.ts';

/** Every vendor of the registries, and Parley: what two further lines in them would make. */
export const WITH_PARLEY = {
  modules: [...VENDOR_MODULES, parley],
  imitations: [...SANDBOX_VENDORS, parleySandbox],
};
