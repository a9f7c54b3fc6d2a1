import type { Clock } from '../domain/clock.ts';
import { UpstreamError } from '../domain/errors.ts';
import type { Operation } from '../domain/operation.ts';
import type { Vendor } from '../domain/vendor.ts';

/** Into how many parts the patience is divided, to tell what of it was spent on the vendor. */
const PARTS = 10;

/**
 * One vendor's share of one operation's deadline, as far as people are concerned. A question that has waited so long for
 * the vendor fails, and every later one at once. Time in our own line for the vendor's quota does not count.
 */
export class Patience {
  readonly #vendor: Vendor;
  readonly #operation: Operation;
  readonly #clock: Clock;
  #spent: UpstreamError | null = null;

  constructor(vendor: Vendor, operation: Operation, clock: Clock) {
    this.#vendor = vendor;
    this.#operation = operation;
    this.#clock = clock;
  }

  /** What the vendor answers to the question, within its share. */
  async within<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (this.#spent !== null) throw this.#spent;
    const answered = new AbortController();
    try {
      return await Promise.race([ask(), this.#end(answered.signal)]);
    } finally {
      answered.abort();
    }
  }

  async #end(answered: AbortSignal): Promise<never> {
    const { patienceMilliseconds, costs } = this.#operation;
    for (let left = PARTS; left > 0; ) {
      await this.#clock.after(patienceMilliseconds / PARTS, answered);
      if (!costs.isInLine(this.#vendor)) left -= 1;
    }
    this.#spent ??= new UpstreamError(
      this.#vendor,
      'UPSTREAM_TIMEOUT',
      'did not say in time who its people are.',
    );
    throw this.#spent;
  }
}
