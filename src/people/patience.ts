import { UpstreamError } from '../domain/errors.ts';
import type { Operation } from '../domain/operation.ts';
import type { Vendor } from '../domain/vendor.ts';

/**
 * One vendor's share of one operation's deadline, as far as people are concerned. A question that has waited so long for
 * the vendor fails, and every later one at once. Time in our own line for the vendor's quota does not count.
 */
export class Patience {
  readonly #vendor: Vendor;
  readonly #operation: Operation;
  #spent: UpstreamError | null = null;

  constructor(vendor: Vendor, operation: Operation) {
    this.#vendor = vendor;
    this.#operation = operation;
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
    const { patienceMilliseconds, vendorTime } = this.#operation;
    await vendorTime.spent(this.#vendor, patienceMilliseconds, answered);
    const sentence = 'did not say in time who its people are.';
    this.#spent ??= new UpstreamError(this.#vendor, 'UPSTREAM_TIMEOUT', sentence);
    throw this.#spent;
  }
}
