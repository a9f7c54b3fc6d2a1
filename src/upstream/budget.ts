import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Vendor } from '../domain/vendor.ts';
import type { Layer } from './call.ts';

/** Stops an operation that needs more calls than it may, and says what it needs. */
export function budgeted(vendor: Vendor): Layer {
  return (next) => async (call) => {
    const { costs } = call.operation;
    if (costs.need(vendor, call.request.route)) return next(call);
    // What was asked together is counted together: the first refusal tells of all of it.
    await turnOfTheLoop();
    throw costs.tooManyCalls();
  };
}
