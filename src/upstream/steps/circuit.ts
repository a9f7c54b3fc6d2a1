import type { Clock } from '../../domain/clock.ts';
import type { BreakerState } from '../../domain/health.ts';
import type { Call } from '../call.ts';
import type { NotSentError } from '../errors.ts';
import { FairQueue } from '../fair-queue.ts';

/** For how many milliseconds an open circuit refuses every call before it lets one try. */
const OPEN_MILLISECONDS = 10_000;

/** How many calls may wait for the outcome of a trial. */
const MOST_WAITING = 100;

/** In how many seconds a call that finds no place to wait for a trial may be made again. */
const TRIAL_SECONDS = 1;

/**
 * Lets calls pass while it is closed and refuses them while it is open. Half open it lets one call try: the others wait for
 * that call's outcome within their own deadline. The libraries' breakers close after a trial whose caller has left, refuse
 * the other calls meanwhile, do not say when they will try again, and use a clock that can be set.
 */
export class Circuit {
  readonly #clock: Clock;
  readonly #refusal: (retryAfterSeconds: number) => NotSentError;
  readonly #queue = new FairQueue();
  #openUntil: number | null = null;
  #trial: Call | null = null;

  constructor(clock: Clock, refusal: (retryAfterSeconds: number) => NotSentError) {
    this.#clock = clock;
    this.#refusal = refusal;
  }

  get state(): BreakerState {
    if (this.#openUntil === null) return 'CLOSED';
    return this.#clock.now() < this.#openUntil ? 'OPEN' : 'HALF_OPEN';
  }

  /** Does the work on behalf of the call once the call may pass, or rejects with the refusal. */
  async during<Result>(call: Call, work: () => Promise<Result>): Promise<Result> {
    await this.#enter(call);
    try {
      return await work();
    } finally {
      // A trial that ended without an outcome hands its task to the next call.
      if (this.#trial === call) this.#trial = this.#queue.admitNext();
    }
  }

  /** Lets every call pass from now on, those that wait included. */
  close(): void {
    this.#openUntil = null;
    this.#trial = null;
    while (this.#queue.admitNext() !== null);
  }

  /**
   * Notes that a call failed. A closed circuit opens if that is `enough`, a half-open one if the call was the trial: calls
   * that were sent before it opened do not keep it open longer.
   */
  failed(call: Call, enough: boolean): void {
    if (this.#openUntil === null ? enough : this.#trial === call) this.#open();
  }

  #open(): void {
    this.#openUntil = this.#clock.now() + OPEN_MILLISECONDS;
    this.#trial = null;
    for (const { refuse } of this.#queue.inOrder()) refuse(this.#refusal(OPEN_MILLISECONDS / 1000));
  }

  async #enter(call: Call): Promise<void> {
    if (this.#openUntil === null) return;
    const left = this.#openUntil - this.#clock.now();
    if (left > 0) throw this.#refusal(Math.ceil(left / 1000));
    if (this.#trial === null) {
      this.#trial = call;
      return;
    }
    if (this.#queue.size >= MOST_WAITING) throw this.#refusal(TRIAL_SECONDS);
    await call.waits.until(this.#queue.join(call));
  }
}
