import type { Clock } from './clock.ts';
import type { Vendor } from './vendor.ts';

/** A call that an operation waits for. */
interface AwaitedCall {
  /** Whether it waits in a queue of deskgraph's own. */
  readonly isQueued: boolean;
}

/** A share of time is measured in so many parts: a part that ends while a call is queued does not count. */
const PARTS = 10;

/** How much of one operation's time each vendor has had. Time in which a call waits in a queue of deskgraph is not the vendor's. */
export class VendorTime {
  readonly #clock: Clock;
  readonly #calls = new Map<Vendor, Set<AwaitedCall>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes that the operation waits for the call until the work ends. */
  async during<Result>(vendor: Vendor, call: AwaitedCall, work: () => Promise<Result>): Promise<Result> {
    const calls = this.#calls.get(vendor) ?? new Set();
    this.#calls.set(vendor, calls.add(call));
    try {
      return await work();
    } finally {
      calls.delete(call);
    }
  }

  /** Ends when the vendor has had so many milliseconds of the operation's time; rejects when the signal aborts. */
  async spent(vendor: Vendor, milliseconds: number, signal: AbortSignal): Promise<void> {
    for (let left = PARTS; left > 0; left -= this.#isQueued(vendor) ? 0 : 1) {
      await this.#clock.after(milliseconds / PARTS, signal);
    }
  }

  #isQueued(vendor: Vendor): boolean {
    return [...(this.#calls.get(vendor) ?? [])].some(({ isQueued }) => isQueued);
  }
}
