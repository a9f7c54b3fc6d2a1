import type { Operation } from '../../domain/operation.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { Answer, Call, Send, Step } from '../call.ts';
import { outOfTime } from '../errors.ts';
import type { UpstreamRequest } from '../request.ts';
import { untilAborted } from '../until-aborted.ts';
import type { Waits } from '../waits.ts';

/**
 * Equal calls that are under way at the same time are one. A caller who leaves has an error at once and does not disturb
 * the others; when the last has left, the call is given up.
 */
export function singleFlight(vendor: Vendor): Step {
  return (next) => {
    const underWay = new Map<string, SharedCall>();

    return async (call) => {
      const { key, operation, request, signal } = call;
      if (signal.aborted) throw outOfTime(vendor);
      const other = underWay.get(key);
      if (other !== undefined) operation.trace.of(vendor, request.route).shared += 1;
      const shared = other ?? new SharedCall(call, vendor);
      underWay.set(key, shared);
      try {
        return await operation.vendorTime.during(vendor, shared.waits, () => shared.join(call, next));
      } finally {
        if (shared.leave() === 0 && underWay.get(key) === shared) underWay.delete(key);
      }
    };
  };
}

/** One call on behalf of all callers of equal calls; its turn and its cost are those of the first caller. */
class SharedCall implements Call {
  readonly request: UpstreamRequest;
  readonly key: string;
  readonly operation: Operation;
  readonly waits: Waits;
  #deadline = Number.NEGATIVE_INFINITY;
  #callers = 0;
  #answer: Promise<Answer> | null = null;
  readonly #vendor: Vendor;
  readonly #over = new AbortController();

  constructor({ request, key, operation, waits }: Call, vendor: Vendor) {
    this.request = request;
    this.key = key;
    this.operation = operation;
    this.waits = waits;
    this.#vendor = vendor;
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** The latest deadline of its callers. */
  get deadline(): number {
    return this.#deadline;
  }

  join(caller: Call, next: Send): Promise<Answer> {
    this.#callers += 1;
    this.#deadline = Math.max(this.#deadline, caller.deadline);
    this.#answer ??= next(this);
    return untilAborted(this.#answer, caller.signal, () => outOfTime(this.#vendor));
  }

  /** Gives how many callers are left. */
  leave(): number {
    this.#callers -= 1;
    if (this.#callers === 0) this.#over.abort(outOfTime(this.#vendor));
    return this.#callers;
  }
}
