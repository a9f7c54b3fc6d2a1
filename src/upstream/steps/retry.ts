import type { Clock } from '../../domain/clock.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { Step } from '../call.ts';
import { NotSentError } from '../errors.ts';

const MOST_TRIES = 3;

/** What each first try adds to the budget, of which a retry takes 1: over time a vendor never sees more than 1.1 times the demand. */
const BUDGET_SHARE = 0.1;

/** How many retries can be saved up. */
const MOST_SAVED = 3;

/** How many are saved at the start, so that the first failure after it is tried again, too. */
const SAVED_AT_START = 1;

/** The first wait is a random part of this, the second of twice as much. */
const BACKOFF_MILLISECONDS = 200;

/** Tries again what may succeed a moment later, and only while the demand pays for it. Every call is a read. */
export function retry(vendor: Vendor, clock: Clock, random: () => number): Step {
  let budget = SAVED_AT_START;

  return (next) => async (call) => {
    budget = Math.min(MOST_SAVED, budget + BUDGET_SHARE);
    for (let tries = 1; ; tries += 1) {
      try {
        return await next(call);
      } catch (error) {
        const wait = waitAfter(error, tries);
        if (wait === null || tries === MOST_TRIES || clock.now() + wait >= call.deadline) throw error;
        // Sums of tenths fall a little short of whole numbers.
        if (call.signal.aborted || budget < 1 - 1e-9) throw error;
        budget -= 1;
        call.operation.trace.of(vendor, call.request.route).retried += 1;
        await call.waits.until(clock.after(wait, call.signal));
      }
    }
  };

  /** In how many milliseconds to try again; null where that is not worth it. */
  function waitAfter(error: unknown, tries: number): number | null {
    if (!(error instanceof UpstreamError && error.isTransient) || error instanceof NotSentError) return null;
    const { code, retryAfterSeconds: seconds } = error;
    const isWorthIt =
      code === 'UPSTREAM_UNAVAILABLE' || (code === 'UPSTREAM_RATE_LIMITED' && seconds !== null);
    return isWorthIt ? (seconds ?? 0) * 1000 + random() * BACKOFF_MILLISECONDS * 2 ** (tries - 1) : null;
  }
}
