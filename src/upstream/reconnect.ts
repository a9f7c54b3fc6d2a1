import type { Vendor } from '../domain/vendor.ts';
import type { Layer } from './call.ts';
import { DeadConnectionError } from './connection-errors.ts';

/**
 * Sends a call once more, at once, that met a connection which had been closed while it idled. That is no failure of the
 * vendor, so it stands below the breaker and outside the retries' budget; above the quota, as the vendor may have counted
 * the first. Every call is a read.
 */
export function reconnected(vendor: Vendor): Layer {
  return (next) => async (call) => {
    try {
      return await next(call);
    } catch (error) {
      if (!(error instanceof DeadConnectionError) || call.signal.aborted) throw error;
      call.operation.costs.of(vendor, call.request.route).retried += 1;
      return await next(call);
    }
  };
}
