import type { Clock } from '../../../src/domain/clock.ts';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock that goes only when told to. */
export class FakeClock implements Clock {
  #now = Date.parse('2026-03-18T14:20:00Z');
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = { at: this.#now + milliseconds, ring: resolve };
    const abort = () => {
      this.#timers.delete(timer);
      reject(signal?.reason);
    };
    if (signal?.aborted) abort();
    else {
      this.#timers.add(timer);
      signal?.addEventListener('abort', abort, { once: true });
    }
    return promise;
  }

  /** How many wait for time to pass. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Ends once something waits that is due within so long. */
  async untilDueWithin(milliseconds: number): Promise<void> {
    while (![...this.#timers].some(({ at }) => at <= this.#now + milliseconds)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Lets time pass, and everything happen in it that is due, in order. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await settled();
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      const [next] = due;
      if (next === undefined) break;
      this.#now = Math.max(this.#now, next.at);
      this.#timers.delete(next);
      next.ring();
    }
    this.#now = end;
    await settled();
  }
}

/** Ends when everything has happened that does not wait for time or for a socket. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
