import type { CallBudget } from '../domain/call-budget.ts';
import { BadUserInputError, UpstreamError } from '../domain/errors.ts';
import { CALLS_AT_ONCE } from '../domain/map-in-batches.ts';
import type { Vendor } from '../domain/vendor.ts';

/** A list was read on, but not to its end, as no more calls may be made now. Asking again goes on from there. */
export class UnfinishedListError extends UpstreamError {}

/** Asks one vendor for what is kept for the next operation, as far as this one may. */
export class ReadingOn {
  readonly #vendor: Vendor;
  readonly #budget: CallBudget;
  #answered = 0;

  constructor(vendor: Vendor, budget: CallBudget) {
    this.#vendor = vendor;
    this.#budget = budget;
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

  /** What asks for some of many items, as `askSome`, and for no more of them than one list may. */
  ofOneList(): typeof askSome {
    let allowed = this.#budget.leftForOneList;
    return async (items, ask) => {
      const some = items.slice(0, Math.min(CALLS_AT_ONCE, allowed, this.#budget.left));
      if (some.length === 0) throw this.#stopped(this.#budget.tooManyCalls());
      allowed -= some.length;
      await askSome(some, (item) => this.one(() => ask(item)));
    };
  }

  /** The reason, or where it passes with time and something was answered, that reading is to go on. */
  #stopped(reason: unknown): unknown {
    return this.#answered === 0 ? reason : unfinished(this.#vendor, reason);
  }
}

/** Asks for the first items, some at a time. All are awaited, also after a failure: what they answer is kept. */
export async function askSome<Item>(
  items: readonly Item[],
  ask: (item: Item) => Promise<unknown>,
): Promise<void> {
  const outcomes = await Promise.allSettled(items.slice(0, CALLS_AT_ONCE).map(ask));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

/** What a failure means after answers that are kept: mostly that reading is to go on. */
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
