import type { UpstreamError } from '../domain/errors.ts';
import type { KnownVendor } from '../domain/ports.ts';
import type { Vendor } from '../domain/vendor.ts';

type Profiles = readonly Pick<KnownVendor, 'profile'>[];

/** A vendor's name as people write it. */
export function vendorTitle(vendors: Profiles, vendor: Vendor): string {
  return vendors.find(({ profile }) => profile.id === vendor)?.profile.title ?? vendor;
}

/** An error's message for callers, which begins with the vendor's name. */
export function vendorMessage(vendors: Profiles, { vendor, message }: UpstreamError): string {
  return `${vendorTitle(vendors, vendor)}: ${message}`;
}
