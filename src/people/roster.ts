import type { Account, KeyTraits } from '../domain/account.ts';
import type { Clock } from '../domain/clock.ts';
import type { AccountPage } from '../domain/directory.ts';
import { type ListPages, missingPages, pageCountOf } from './list-pages.ts';
import { AccountIndex, type LookupKey } from './lookup-key.ts';

/** How long a page or a lookup counts: as long as a walk over a large list can take at the vendors' quotas. */
export const MAX_AGE_MILLISECONDS = 3_600_000;

/** The most answers of lookups that are kept. */
const MOST_ANSWERS = 100_000;

interface Answer {
  readonly accounts: readonly Account[];
  readonly readAt: number;
}

interface RosterPage extends AccountPage, Answer {
  /** Made when it is needed first. */
  index: AccountIndex | null;
}

/**
 * The accounts on one vendor's list, by the pages and lookups of all operations of the last hour. It saves a walk over the
 * vendors behind that one from reading the list again for every page. An account on a page is on the list. That no page
 * has an account proves its absence only if the whole list was read and had the same length all the while: of a list that
 * shrinks between two pages a row can slip through.
 */
export class VendorRoster {
  readonly #traits: KeyTraits;
  readonly #clock: Clock;
  readonly #pages = new Map<number, RosterPage>();
  readonly #answers = new Map<string, Answer>();
  #total: number | null = null;
  #pageSize = Number.POSITIVE_INFINITY;

  constructor(traits: KeyTraits, clock: Clock) {
    this.#traits = traits;
    this.#clock = clock;
  }

  /** Keeps a page of the whole list. */
  keepPage(index: number, page: AccountPage, pageSize: number): void {
    const { accounts, total } = page;
    this.#total = total;
    this.#pageSize = pageSize;
    this.#pages.set(index, { ...page, readAt: this.#clock.now(), index: null });
    for (const [other, kept] of this.#pages) {
      // A list that has shrunk ends before that page; one that has grown goes on after it.
      const isGone = total !== null && other > 0 && other * pageSize >= total && kept.total !== total;
      const isOutgrown = other < index && accounts.length > 0 && !kept.hasMore;
      if (isGone || isOutgrown) this.#pages.delete(other);
    }
  }

  /** The page as it was read last, unless that was before `since`, in epoch milliseconds; else null. */
  pageSince(index: number, since: number): AccountPage | null {
    const page = this.#pages.get(index);
    return page !== undefined && page.readAt >= since && this.#isFresh(page) ? page : null;
  }

  /** Keeps all accounts that a lookup found. */
  keepAnswer({ text }: LookupKey, accounts: readonly Account[]): void {
    this.#answers.delete(text);
    this.#answers.set(text, { accounts, readAt: this.#clock.now() });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
  }

  /** The accounts on the list with this property; null where it is not known whether there are any. */
  find(key: LookupKey): readonly Account[] | null {
    const found = this.onPages(key);
    if (found.length > 0) return found;
    const answer = this.#answers.get(key.text);
    if (answer !== undefined && this.#isFresh(answer)) return answer.accounts;
    return this.isWhole ? [] : null;
  }

  /** Those accounts with this property that pages of the list have. */
  onPages(key: LookupKey): readonly Account[] {
    const found = new Map<string, Account>();
    const present = this.#clock.now();
    for (const page of this.#pages.values()) {
      if (!this.#isFresh(page, present)) continue;
      page.index ??= new AccountIndex(this.#traits, page.accounts);
      for (const account of page.index.get(key) ?? []) found.set(account.key, account);
    }
    return [...found.values()];
  }

  /** How many pages the list has; null where that is not known. */
  get pageCount(): number | null {
    return pageCountOf(this.#current(), this.#total, this.#pageSize);
  }

  /** Which pages are to be read to know the whole list; of a list whose length is not known only the next one. */
  missing(): number[] {
    return missingPages(this.#current(), this.pageCount);
  }

  /** Whether all pages are known. */
  get isWhole(): boolean {
    if (this.#total !== null && this.#pages.size * this.#pageSize < this.#total) return false;
    return this.pageCount !== null && this.missing().length === 0;
  }

  /** The pages of the list as it was counted last. */
  #current(): ListPages {
    const present = this.#clock.now();
    const isCurrent = (page: RosterPage) => page.total === this.#total && this.#isFresh(page, present);
    return new Map([...this.#pages].filter(([, page]) => isCurrent(page)));
  }

  #isFresh({ readAt }: Answer, present = this.#clock.now()): boolean {
    return present - readAt <= MAX_AGE_MILLISECONDS;
  }
}
