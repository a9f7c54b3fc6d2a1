import type { Clock } from '../domain/clock.ts';
import type { Operation } from '../domain/operation.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Answer, Call, Layer, Send } from './call.ts';
import { timeout } from './exchange.ts';
import type { UpstreamRequest } from './message.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Calls that are equal and under way at the same time are one. Who leaves is told so at once and does not disturb the
 * others; when the last has left, the call is given up.
 */
export function coalesced(vendor: Vendor, clock: Clock): Layer {
  return (next) => {
    const underWay = new Map<string, SharedCall>();

    return async (call) => {
      if (call.signal.aborted) throw timeout(vendor);
      const other = underWay.get(call.key);
      if (other !== undefined) call.operation.costs.of(vendor, call.request.route).shared += 1;
      const shared = other ?? new SharedCall(call, vendor, clock.now());
      underWay.set(call.key, shared);
      try {
        return await call.operation.costs.during(vendor, shared, () => shared.join(call, next));
      } finally {
        if (shared.leave() === 0 && underWay.get(call.key) === shared) underWay.delete(call.key);
      }
    };
  };
}

/** One call on behalf of everybody who asks the same; its turn and its cost are those of who came first. */
class SharedCall implements Call {
  readonly request: UpstreamRequest;
  readonly key: string;
  readonly operation: Operation;
  sent = 0;
  sentAt = 0;
  waitingSince: number;
  waitsForTrial = false;
  #deadline = Number.NEGATIVE_INFINITY;
  #members = 0;
  #answer: Promise<Answer> | null = null;
  readonly #vendor: Vendor;
  readonly #over = new AbortController();

  constructor({ request, key, operation }: Call, vendor: Vendor, now: number) {
    this.request = request;
    this.key = key;
    this.operation = operation;
    this.waitingSince = now;
    this.#vendor = vendor;
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** That of the member who can wait longest. */
  get deadline(): number {
    return this.#deadline;
  }

  join(member: Call, next: Send): Promise<Answer> {
    this.#members += 1;
    this.#deadline = Math.max(this.#deadline, member.deadline);
    this.#answer ??= next(this);
    return untilAborted(this.#answer, member.signal, () => timeout(this.#vendor));
  }

  /** Gives how many members are left. */
  leave(): number {
    this.#members -= 1;
    if (this.#members === 0) this.#over.abort(timeout(this.#vendor));
    return this.#members;
  }
}
