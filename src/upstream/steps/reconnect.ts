import type { Vendor } from '../../domain/vendor.ts';
import type { Step } from '../call.ts';
import { DeadConnectionError } from '../errors.ts';

/** Sends a call again, once and at once, that met a connection which had been closed while it idled. Every call is a read. */
export function reconnect(vendor: Vendor): Step {
  return (next) => async (call) => {
    try {
      return await next(call);
    } catch (error) {
      if (!(error instanceof DeadConnectionError) || call.signal.aborted) throw error;
      call.operation.trace.of(vendor, call.request.route).retried += 1;
      return await next(call);
    }
  };
}
