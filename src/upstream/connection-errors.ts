import { UpstreamError } from '../domain/errors.ts';
import type { Vendor } from '../domain/vendor.ts';

/** No connection to the vendor could be made, so the request was not sent: this tells of the host and of no route. */
export class NoConnectionError extends UpstreamError {
  constructor(vendor: Vendor, systemCode: string) {
    super(vendor, 'UPSTREAM_UNAVAILABLE', `no connection (${systemCode}).`);
  }
}

/** The request was sent on a connection that had been closed while it idled. The vendor may never have seen it. */
export class DeadConnectionError extends UpstreamError {
  constructor(vendor: Vendor) {
    super(vendor, 'UPSTREAM_UNAVAILABLE', 'the connection had been closed while it idled.');
  }
}
