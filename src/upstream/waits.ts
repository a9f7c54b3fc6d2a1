import type { Clock } from '../domain/clock.ts';
import type { RouteCost } from '../domain/upstream-trace.ts';

/** The waits of one call on this side, entered in its trace. */
export class Waits {
  readonly #cost: RouteCost;
  readonly #clock: Clock;
  #isQueued = false;

  constructor(cost: RouteCost, clock: Clock) {
    this.#cost = cost;
    this.#clock = clock;
  }

  /** Whether the call waits in a queue of deskgraph: that time is not the vendor's. */
  get isQueued(): boolean {
    return this.#isQueued;
  }

  /** Waits for its turn in a queue of deskgraph. */
  async queued(turn: Promise<void>): Promise<void> {
    this.#isQueued = true;
    try {
      await this.until(turn);
    } finally {
      this.#isQueued = false;
    }
  }

  /** Waits for a trial of the vendor, or for the time of a retry: that time is the vendor's. */
  async until(event: Promise<void>): Promise<void> {
    const since = this.#clock.now();
    try {
      await event;
    } finally {
      this.#cost.waitedMilliseconds += this.#clock.now() - since;
    }
  }
}
