import type { CostSheet } from '../../domain/cost.ts';
import { BadUserInputError, UpstreamError } from '../../domain/errors.ts';
import type { Vendor } from '../../domain/vendor.ts';

/** As many as a vendor has connections. */
const AT_ONCE = 8;

/** The part of the calls left that may be spent on reading on, so that the rest of the operation is not refused for it. */
const SHARE = 3 / 4;

/** A list was read on, but not to its end, as no more calls may be made now. Asking again goes on from there. */
export class UnfinishedListError extends UpstreamError {}

/**
 * Asks for what is left until nothing is, some at a time. All that were asked are awaited, also after a failure, as what
 * they answer is kept: the next operation has the less to ask.
 */
export async function readOn<Item>(
  left: () => readonly Item[],
  ask: (item: Item) => Promise<unknown>,
  vendor: Vendor,
  costs: CostSheet,
): Promise<void> {
  let allowed = Math.ceil(costs.left * SHARE);
  let answered = 0;
  for (let items = left(); items.length > 0; items = left()) {
    const some = items.slice(0, Math.min(AT_ONCE, allowed, costs.left));
    allowed -= some.length;
    if (some.length === 0) throw stopped(costs.tooManyCalls(), vendor, answered);
    const outcomes = await Promise.allSettled(some.map(ask));
    const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
    answered += outcomes.length - failures.length;
    if (failures[0] !== undefined) throw stopped(failures[0].reason, vendor, answered);
  }
}

/** The reason, or where it passes with time and something was answered, that reading is to go on. */
function stopped(reason: unknown, vendor: Vendor, answered: number): unknown {
  if (answered === 0) return reason;
  // What the caller asks for is right, or nothing would have been answered: only the calls of one operation are too few.
  if (reason instanceof BadUserInputError) {
    return unfinished(vendor, 'more calls than one operation may make (DESKGRAPH_MAX_CALLS)', 1);
  }
  const isRefused = reason instanceof UpstreamError && reason.code === 'UPSTREAM_RATE_LIMITED';
  return isRefused
    ? unfinished(vendor, 'more calls than its quota has left now', reason.retryAfterSeconds)
    : reason;
}

function unfinished(vendor: Vendor, need: string, retryAfterSeconds: number | null): UnfinishedListError {
  const sentence = `reading who its people are takes ${need}. What was read is kept: ask again to go on.`;
  return new UnfinishedListError(vendor, 'UPSTREAM_RATE_LIMITED', sentence, retryAfterSeconds);
}
