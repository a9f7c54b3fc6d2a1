import type { Clock } from '../domain/clock.ts';
import type { Vendor } from '../domain/vendor.ts';
import { MAX_AGE_MILLISECONDS } from './roster.ts';

/** The most pages of which attempts are kept. */
const MOST_PAGES = 1000;

/** What earlier attempts at one page of the list of all people have left for the next one. */
export interface Attempt {
  /** When the first attempt began, in epoch milliseconds: what was read since then is fresh enough. Null for the first. */
  readonly since: number | null;
  /** For each account that was looked at, whether its person has an account at one of the wanted vendors. */
  readonly verdicts: Map<string, boolean>;
  /** How many lookups each vendor has answered that asked which accounts its list has. */
  readonly lookups: Map<Vendor, number>;
  /** How many of them it had answered before this attempt. */
  readonly before: ReadonlyMap<Vendor, number>;
}

/** What a first attempt has. */
export function firstAttempt(): Attempt {
  return { since: null, verdicts: new Map(), lookups: new Map(), before: new Map() };
}

/**
 * Pages that need more calls than one operation, or one minute, allows. An attempt that fails leaves its part for the
 * next one, so that each goes on where the last one ended. A page that was given begins from nothing when it is asked for
 * again: its rows are read then.
 */
export class Attempts {
  readonly #clock: Clock;
  readonly #unfinished = new Map<string, Attempt & { readonly since: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What `give` answers, given what earlier attempts at the page of that name have left. */
  async at<Answer>(page: string, give: (attempt: Attempt) => Promise<Answer>): Promise<Answer> {
    const begun = this.#clock.now();
    const earlier = this.#unfinished.get(page);
    const isFresh = earlier !== undefined && begun - earlier.since <= MAX_AGE_MILLISECONDS;
    const attempt = isFresh ? { ...earlier, before: new Map(earlier.lookups) } : firstAttempt();
    this.#unfinished.delete(page);
    try {
      return await give(attempt);
    } catch (error) {
      this.#unfinished.set(page, { ...attempt, since: attempt.since ?? begun });
      const [oldest] = this.#unfinished.keys();
      if (this.#unfinished.size > MOST_PAGES && oldest !== undefined) this.#unfinished.delete(oldest);
      throw error;
    }
  }
}
