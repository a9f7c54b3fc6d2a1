import type { Clock } from '../domain/clock.ts';
import { UpstreamError } from '../domain/errors.ts';
import type { BreakerState } from '../domain/health.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Call, Layer } from './call.ts';

/** After so many failures in a row nothing more is sent. */
const FAILURES_TO_OPEN = 5;

/** How long a vendor is left alone before one call tries it. */
const OPEN_MILLISECONDS = 10_000;

/** How long a trial may be expected to take, for those who ask meanwhile. */
const TRIAL_MILLISECONDS = 1000;

/**
 * Whether a vendor is asked at all. Written here, as the libraries' breakers close after a trial whose caller has left,
 * tell not when they will try again, and go by a clock that somebody may set.
 */
export class Breaker {
  readonly #clock: Clock;
  #failures = 0;
  #openUntil: number | null = null;
  #trial: Call | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get state(): BreakerState {
    if (this.#openUntil === null) return 'CLOSED';
    return this.#clock.now() < this.#openUntil ? 'OPEN' : 'HALF_OPEN';
  }

  /** Lets the call through and gives null, or tells in how many milliseconds asking again can succeed. */
  enter(call: Call): number | null {
    if (this.#openUntil === null) return null;
    const left = this.#openUntil - this.#clock.now();
    if (left > 0) return left;
    if (this.#trial !== null) return TRIAL_MILLISECONDS;
    this.#trial = call;
    return null;
  }

  /** The vendor answered, if only to refuse. */
  alive(): void {
    this.#failures = 0;
    this.#openUntil = null;
  }

  /** The vendor failed. What was sent before it was left alone does not lengthen that time. */
  failed(call: Call): void {
    this.#failures += 1;
    const opens = this.#openUntil === null ? this.#failures >= FAILURES_TO_OPEN : this.#trial === call;
    if (opens) this.#openUntil = this.#clock.now() + OPEN_MILLISECONDS;
  }

  /** The call is over, also one that told nothing of the vendor. */
  leave(call: Call): void {
    if (this.#trial === call) this.#trial = null;
  }
}

/** Sends nothing to a vendor that has failed again and again, and tries it with one call from time to time. */
export function guarded(breaker: Breaker, vendor: Vendor, clock: Clock): Layer {
  return (next) => async (call) => {
    const wait = breaker.enter(call);
    if (wait !== null) {
      const sentence = 'it has failed again and again and is left alone for a moment.';
      throw new UpstreamError(vendor, 'UPSTREAM_UNAVAILABLE', sentence, Math.ceil(wait / 1000));
    }
    const { sent } = call;
    try {
      const answer = await next(call);
      breaker.alive();
      return answer;
    } catch (error) {
      if (call.sent > sent) judge(call, error);
      throw error;
    } finally {
      breaker.leave(call);
    }
  };

  function judge(call: Call, error: unknown): void {
    if (call.signal.aborted) {
      // At the deadline the vendor is to blame if it had the call for a while; before it, those who asked have left.
      if (clock.now() >= call.deadline && clock.now() - call.sentAt >= HANG_MILLISECONDS)
        breaker.failed(call);
    } else if (error instanceof UpstreamError) {
      if (error.code === 'UPSTREAM_UNAVAILABLE' && error.passes) breaker.failed(call);
      else breaker.alive();
    }
  }
}

/** A vendor that had a call for less than this when its time was over has not been shown to hang. */
const HANG_MILLISECONDS = 500;
