import type { CallBudget } from '../../domain/call-budget.ts';
import { BadUserInputError, UpstreamError } from '../../domain/errors.ts';
import type { Vendor } from '../../domain/vendor.ts';

/** As many as a vendor has connections. */
const AT_ONCE = 8;

/** A list was read on, but not to its end, as no more calls may be made now. Asking again goes on from there. */
export class UnfinishedListError extends UpstreamError {}

/** Reads one vendor's list on during one operation, as far as that may. What is answered is kept for the next one. */
export class ReadingOn {
  readonly #vendor: Vendor;
  readonly #budget: CallBudget;
  #answered = 0;

  constructor(vendor: Vendor, budget: CallBudget) {
    this.#vendor = vendor;
    this.#budget = budget;
  }

  /**
   * Asks for what is left until nothing is, some at a time. All that were asked are awaited, also after a failure, as what
   * they answer is kept: the next operation has the less to ask.
   */
  async all<Item>(left: () => readonly Item[], ask: (item: Item) => Promise<unknown>): Promise<void> {
    let allowed = this.#budget.leftForOneList;
    for (let items = left(); items.length > 0; items = left()) {
      const some = items.slice(0, Math.min(AT_ONCE, allowed, this.#budget.left));
      allowed -= some.length;
      if (some.length === 0) throw this.#stopped(this.#budget.tooManyCalls());
      const outcomes = await Promise.allSettled(some.map(ask));
      const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
      this.#answered += outcomes.length - failures.length;
      if (failures[0] !== undefined) throw this.#stopped(failures[0].reason);
    }
  }

  /** Asks for one thing. */
  async one<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await ask();
      this.#answered += 1;
      return answer;
    } catch (error) {
      throw this.#stopped(error);
    }
  }

  /** The reason, or where it passes with time and something was answered, that reading is to go on. */
  #stopped(reason: unknown): unknown {
    return this.#answered === 0 ? reason : unfinished(this.#vendor, reason);
  }
}

/** What a failure means for one who was answered something before and keeps it: mostly that reading is to go on. */
export function unfinished(vendor: Vendor, reason: unknown): unknown {
  // What the caller asks for is right, or nothing would have been answered: only the calls of one operation are too few.
  if (reason instanceof BadUserInputError)
    return unfinishedFor(vendor, 'more calls than one operation may make (DESKGRAPH_MAX_CALLS)', 1);
  if (!(reason instanceof UpstreamError) || reason.code !== 'UPSTREAM_RATE_LIMITED') return reason;
  return unfinishedFor(reason.vendor, 'more calls than its quota has left now', reason.retryAfterSeconds);
}

function unfinishedFor(vendor: Vendor, need: string, retryAfterSeconds: number | null): UnfinishedListError {
  const sentence = `reading who its people are takes ${need}. What was read is kept: ask again to go on.`;
  return new UnfinishedListError(vendor, 'UPSTREAM_RATE_LIMITED', sentence, retryAfterSeconds);
}
