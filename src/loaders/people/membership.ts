import type { Account } from '../../domain/account.ts';
import type { AccountPage } from '../../domain/directory.ts';
import { AccountIndex, type Sought, soughtText } from './sought.ts';

/** As long as a walk over a large list can take at the vendors' quotas. */
const MAX_AGE_MILLISECONDS = 3_600_000;

/** The most answers of lookups that are kept. */
const MOST_ANSWERS = 100_000;

/** What a vendor answered, and when. */
interface Answer {
  readonly accounts: readonly Account[];
  readonly readAt: number;
}

interface RememberedPage extends AccountPage, Answer {
  /** Made when it is asked first. */
  index: AccountIndex | null;
}

/**
 * Who is on a vendor's list, as the pages and the lookups told that any operation made in the last hour. It saves a walk
 * over the vendors behind that one from reading the list again for every page. An account that one page has is on the
 * list. That none has it proves its absence only when the whole list was read and had the same length all the while: of a
 * list that shrinks between two pages a row can slip through.
 */
export class Membership {
  readonly #now: () => Temporal.Instant;
  readonly #pages = new Map<number, RememberedPage>();
  readonly #answers = new Map<string, Answer>();
  #total: number | null = null;
  #pageSize = Number.POSITIVE_INFINITY;

  constructor(now: () => Temporal.Instant) {
    this.#now = now;
  }

  /** Takes note of a page of the whole list. */
  remember(index: number, told: AccountPage, pageSize: number): void {
    const { accounts, total } = told;
    this.#total = total;
    this.#pageSize = pageSize;
    this.#pages.set(index, { ...told, readAt: this.#present(), index: null });
    for (const [other, page] of this.#pages) {
      // A list that has shrunk ends before that page; one that has grown goes on after it.
      const isGone = total !== null && other > 0 && other * pageSize >= total && page.total !== total;
      const isOutgrown = other < index && accounts.length > 0 && !page.hasMore;
      if (isGone || isOutgrown) this.#pages.delete(other);
    }
  }

  /** The page as it was read last, unless that was before `since`, in epoch milliseconds; else null. */
  pageSince(index: number, since: number): AccountPage | null {
    const page = this.#pages.get(index);
    return page !== undefined && page.readAt >= since && this.#isFresh(page) ? page : null;
  }

  /** Takes note of all accounts that a lookup found. */
  learn(sought: Sought, accounts: readonly Account[]): void {
    const text = soughtText(sought);
    this.#answers.delete(text);
    this.#answers.set(text, { accounts, readAt: this.#present() });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
  }

  /** The accounts on the list that are sought; null where it is not known whether it has any. */
  find(sought: Sought): readonly Account[] | null {
    const found = this.onPages(sought);
    if (found.length > 0) return found;
    const answer = this.#answers.get(soughtText(sought));
    if (answer !== undefined && this.#isFresh(answer)) return answer.accounts;
    return this.pageCount !== null && this.missing().length === 0 ? [] : null;
  }

  /** Those of the accounts sought that pages of the list have shown. */
  onPages(sought: Sought): readonly Account[] {
    const found = new Map<string, Account>();
    const present = this.#present();
    for (const page of this.#pages.values()) {
      if (!this.#isFresh(page, present)) continue;
      page.index ??= new AccountIndex(page.accounts);
      for (const account of page.index.get(sought) ?? []) found.set(account.key, account);
    }
    return [...found.values()];
  }

  /** How many pages the list has; null where that is not known. */
  get pageCount(): number | null {
    if (this.#total !== null) {
      const counted = Math.max(1, Math.ceil(this.#total / this.#pageSize));
      const last = this.#pages.get(counted - 1);
      // The last page that is counted may have a successor: then that page has to be read, too.
      return last?.hasMore === true && this.#isCurrent(last) ? counted + 1 : counted;
    }
    const ends = [...this.#pages].flatMap(([index, page]) => {
      // An empty page says that the list ends somewhere before it.
      const isLast = page.accounts.length > 0 || index === 0 || this.#pages.has(index - 1);
      return isLast && !page.hasMore && this.#isCurrent(page) ? index + 1 : [];
    });
    return ends.length === 0 ? null : Math.min(...ends);
  }

  /** Which pages have to be read to know the whole list; of one whose length is not known only the next. */
  missing(): number[] {
    const missing: number[] = [];
    const present = this.#present();
    const pageCount = this.pageCount;
    for (let index = 0; index < (pageCount ?? Number.POSITIVE_INFINITY); index += 1) {
      const page = this.#pages.get(index);
      if (page !== undefined && this.#isCurrent(page, present)) continue;
      missing.push(index);
      if (pageCount === null) break;
    }
    return missing;
  }

  #isCurrent(page: RememberedPage, present = this.#present()): boolean {
    return page.total === this.#total && this.#isFresh(page, present);
  }

  #isFresh({ readAt }: Answer, present = this.#present()): boolean {
    return present - readAt <= MAX_AGE_MILLISECONDS;
  }

  #present(): number {
    return this.#now().epochMilliseconds;
  }
}
