/** In ms. The stretch of time over which vendors count. */
const SPAN = 60_000;

/** In ms. Vendors' clocks and ours do not tick alike, and timers may fire early. */
const MARGIN = 100;

/** What a vendor says of its own count. */
export interface VendorCount {
  /** Calls a window; null where it does not say. */
  readonly limit: number | null;
  /** Calls left in the present window, and in how many milliseconds it ends; null where it does not say. */
  readonly left: { readonly calls: number; readonly forMilliseconds: number } | null;
}

/**
 * How many calls may go out, and when. Each call holds one of `limit` slots from when it is sent until a minute after its
 * answer has arrived. Somewhere between the two the vendor counted it, so no stretch of a minute, wherever a vendor lets
 * one begin, ever holds more calls than there are slots. Has no clock: every method is given the present.
 */
export class SlidingWindow {
  readonly #most: number;
  #limit: number;
  /** Calls that have been sent and not been answered. */
  #open = 0;
  /** When the other slots that are held come free, ascending. */
  #free: number[] = [];
  #closedUntil = 0;

  constructor(limit: number) {
    this.#most = limit;
    this.#limit = limit;
  }

  get limit(): number {
    return this.#limit;
  }

  /** Takes a slot for a call that is being sent. */
  take(): void {
    this.#open += 1;
  }

  /** The call was answered, or given up while the vendor had it. */
  answered(now: number): void {
    this.#open -= 1;
    this.#hold(now + SPAN + MARGIN);
  }

  /** The call was never sent. */
  giveBack(): void {
    this.#open -= 1;
  }

  /** Corrects itself by the vendor's count: others may spend from the same quota, and its limit may differ from ours. */
  correct({ limit, left }: VendorCount, now: number): void {
    if (limit !== null && limit > 0) this.#limit = Math.min(this.#most, limit);
    if (left === null) return;
    if (left.calls === 0) this.close(now, left.forMilliseconds);
    const until = now + left.forMilliseconds + MARGIN;
    for (let excess = this.remaining(now) - left.calls; excess > 0 && excess < Infinity; excess -= 1) {
      this.#hold(until);
    }
  }

  /** The vendor has refused a call: nothing goes out for that long, or for a whole window where it does not say. */
  close(now: number, milliseconds: number | null): void {
    this.#closedUntil = Math.max(this.#closedUntil, now + (milliseconds ?? SPAN) + MARGIN);
  }

  /** How many calls may go out at once. */
  remaining(now: number): number {
    if (now < this.#closedUntil) return 0;
    this.#forget(now);
    return Math.max(0, this.#limit - this.#open - this.#free.length);
  }

  /** When every slot is free if nothing is called until then; null while calls are open, or if all are free now. */
  wholeAt(now: number): number | null {
    if (this.#limit === Infinity) return this.#closedUntil > now ? this.#closedUntil : null;
    this.#forget(now);
    if (this.#open > 0) return null;
    const at = Math.max(this.#closedUntil, this.#free.at(-1) ?? 0);
    return at > now ? at : null;
  }

  /** When the next so many calls may go out at the earliest: in the present, or as slots come free. */
  turns(now: number, count: number): number[] {
    const opening = Math.max(now, this.#closedUntil);
    if (this.#limit === Infinity) return Array.from({ length: count }, () => opening);
    this.#forget(now);
    const idle = Math.max(0, this.#limit - this.#open - this.#free.length);
    // An open call is answered now at the earliest.
    const held = [...this.#free, ...Array.from({ length: this.#open }, () => now + SPAN + MARGIN)];
    held.sort((one, other) => one - other);
    const slots = [...Array.from({ length: idle }, () => now), ...held].slice(-this.#limit);
    const turns: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const again = (turns[index - this.#limit] ?? 0) + SPAN + MARGIN;
      turns.push(Math.max(opening, index < this.#limit ? (slots[index] ?? now) : again));
    }
    return turns;
  }

  #hold(until: number): void {
    const index = this.#free.findLastIndex((at) => at <= until);
    this.#free.splice(index + 1, 0, until);
  }

  #forget(now: number): void {
    const index = this.#free.findIndex((at) => at > now);
    this.#free.splice(0, index < 0 ? this.#free.length : index);
  }
}
