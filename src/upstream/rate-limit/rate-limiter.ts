import type { Clock } from '../../domain/clock.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { QuotaStatus } from '../../domain/health.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { Answer, Call } from '../call.ts';
import { NotSentError } from '../errors.ts';
import { FairQueue } from '../fair-queue.ts';
import { vendorCountOf } from './rate-limit-headers.ts';
import { SlidingWindow } from './sliding-window.ts';

/** In ms. A call that must wait for its slot has at least this left for the vendor's answer. */
const LEAST_ANSWER_MILLISECONDS = 1000;

/** One window of a vendor's quota and the calls that wait for a slot in it. */
export class RateLimiter {
  readonly #window: SlidingWindow;
  readonly #vendor: Vendor;
  readonly #clock: Clock;
  readonly #queue = new FairQueue();
  /** How long an answer may take: that of the slowest, forgotten step by step. */
  #answerMilliseconds = LEAST_ANSWER_MILLISECONDS;
  #alarm: AbortController | null = null;

  constructor(vendor: Vendor, callsPerMinute: number, clock: Clock) {
    this.#window = new SlidingWindow(callsPerMinute);
    this.#vendor = vendor;
    this.#clock = clock;
  }

  /** What is left of the limit. */
  status(): Omit<QuotaStatus, 'route'> {
    const now = this.#clock.now();
    const wholeAt = this.#window.wholeAt(now);
    const { limit } = this.#window;
    return {
      limit: limit === Infinity ? null : limit,
      remaining: this.#window.remaining(now),
      resetsAt: wholeAt === null ? null : Temporal.Instant.fromEpochMilliseconds(Math.ceil(wholeAt)),
    };
  }

  /** Ends when the call has a slot, which it holds until it is answered or has failed. */
  async pass(call: Call): Promise<void> {
    if (this.#queue.size === 0 && this.#window.remaining(this.#clock.now()) > 0) {
      this.#window.take();
      return;
    }
    const turn = this.#queue.join(call);
    this.#serve();
    await call.waits.queued(turn);
  }

  answered({ headers, tookMilliseconds }: Answer): void {
    const now = this.#clock.now();
    this.#window.correct(vendorCountOf(headers, now), now);
    const faded = 0.9 * this.#answerMilliseconds + 0.1 * tookMilliseconds;
    this.#answerMilliseconds = Math.max(tookMilliseconds, faded, LEAST_ANSWER_MILLISECONDS);
    this.#window.answered(now);
    this.#serve();
  }

  /** Takes note of a failure, and gives it as the caller gets it: a limit that names no wait with the window's own. */
  failed(error: unknown): unknown {
    const now = this.#clock.now();
    if (error instanceof NotSentError) this.#window.giveBack();
    else this.#window.answered(now);
    const told = isLimit(error) ? this.#closed(error, now) : error;
    this.#serve();
    return told;
  }

  /** Closes the window as long as the vendor says, or for a minute; the error then says so. */
  #closed(limit: UpstreamError, now: number): UpstreamError {
    const { code, message, retryAfterSeconds: seconds } = limit;
    this.#window.close(now, seconds === null ? null : seconds * 1000);
    if (seconds !== null) return limit;
    const [turn = now] = this.#window.turns(now, 1);
    return new UpstreamError(this.#vendor, code, message, wholeSeconds(turn - now));
  }

  /** Refuses the calls whose slot comes too late, admits those that have one, and wakes up when the next comes free. */
  #serve(): void {
    this.#alarm?.abort();
    this.#alarm = null;
    const now = this.#clock.now();
    this.#refuseLateCalls(now);
    while (this.#queue.size > 0 && this.#window.remaining(now) > 0) {
      this.#window.take();
      this.#queue.admitNext();
    }
    const [next] = this.#window.turns(now, Math.min(1, this.#queue.size));
    if (next !== undefined) this.#wakeAfter(next - now);
  }

  #refuseLateCalls(now: number): void {
    const waiting = this.#queue.inOrder();
    const turns = this.#window.turns(now, waiting.length);
    let ahead = 0;
    for (const { call, refuse } of waiting) {
      const turn = turns[ahead] ?? now;
      if (turn + this.#answerMilliseconds < call.deadline) ahead += 1;
      else refuse(this.#refusal(turn - now));
    }
  }

  #refusal(milliseconds: number): NotSentError {
    const sentence =
      "the vendor's quota is spent, and no call comes free early enough before the deadline of the operation.";
    return new NotSentError(this.#vendor, 'UPSTREAM_RATE_LIMITED', sentence, wholeSeconds(milliseconds));
  }

  #wakeAfter(milliseconds: number): void {
    const alarm = new AbortController();
    this.#alarm = alarm;
    this.#clock.after(milliseconds, alarm.signal).then(
      () => this.#serve(),
      () => undefined,
    );
  }
}

/** Whether the vendor has refused a call for its limit. */
function isLimit(error: unknown): error is UpstreamError {
  return (
    error instanceof UpstreamError &&
    error.code === 'UPSTREAM_RATE_LIMITED' &&
    !(error instanceof NotSentError)
  );
}

function wholeSeconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
