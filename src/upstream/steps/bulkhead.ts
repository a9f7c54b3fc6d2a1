import { CALLS_AT_ONCE } from '../../domain/map-in-batches.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { Step } from '../call.ts';
import { NotSentError } from '../errors.ts';
import { FairQueue } from '../fair-queue.ts';

/** How many calls may wait for a place. */
const MOST_WAITING = 100;

/** Keeps a slow vendor from taking more than its share of sockets and memory; calls beyond that are refused at once. */
export function bulkhead(vendor: Vendor): Step {
  const queue = new FairQueue();
  let open = 0;

  return (next) => async (call) => {
    if (open < CALLS_AT_ONCE) open += 1;
    else if (queue.size < MOST_WAITING) await call.waits.queued(queue.join(call));
    else throw new NotSentError(vendor, 'UPSTREAM_UNAVAILABLE', 'too many calls wait for it already.');
    try {
      return await next(call);
    } finally {
      // The next call takes over the place.
      if (queue.admitNext() === null) open -= 1;
    }
  };
}
