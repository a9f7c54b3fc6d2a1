import type { Account } from '../../domain/account.ts';
import type { AccountPage } from '../../domain/directory.ts';
import { AccountIndex, type Sought } from './sought.ts';

/** As long as a walk over a large list can take at the vendors' quotas. */
const MAX_AGE_MILLISECONDS = 3_600_000;

/**
 * Who is on a vendor's list, as the pages told that were read in the last hour by any operation. It saves a walk over the
 * vendors behind that one from reading the list anew for every page, and takes no more room than the vendor has people.
 */
export class Membership {
  readonly #now: () => Temporal.Instant;
  readonly #pages = new Map<number, { readonly accounts: readonly Account[]; readonly readAt: number }>();
  #total: number | null = null;
  #pageCount: number | null = null;
  #index: { readonly accounts: AccountIndex; readonly oldest: number } | null = null;

  constructor(now: () => Temporal.Instant) {
    this.#now = now;
  }

  /** Takes note of a page of the whole list. A list that has grown or shrunk meanwhile is learnt anew. */
  remember(index: number, { accounts, total, hasMore }: AccountPage, pageSize: number): void {
    if (total !== this.#total) this.forget();
    this.#total = total;
    if (total !== null) this.#pageCount = Math.max(1, Math.ceil(total / pageSize));
    else if (!hasMore) this.#pageCount = index + 1;
    else if (this.#pageCount !== null && index + 1 >= this.#pageCount) this.#pageCount = null;
    this.#pages.set(index, { accounts, readAt: this.#now().epochMilliseconds });
    this.#index = null;
  }

  /** Forgets everything: what a vendor that has failed would say is not known. */
  forget(): void {
    this.#pages.clear();
    this.#pageCount = null;
    this.#index = null;
  }

  /** The accounts on the list that are sought; null where not all of the list is known. */
  find(sought: Sought): readonly Account[] | null {
    this.#index ??= this.#indexed();
    if (this.#index === null) return null;
    if (this.#now().epochMilliseconds - this.#index.oldest > MAX_AGE_MILLISECONDS) {
      this.forget();
      return null;
    }
    return this.#index.accounts.get(sought) ?? [];
  }

  #indexed() {
    const pageCount = this.#pageCount ?? Number.POSITIVE_INFINITY;
    // Who looks for a place reads pages behind the last one too, which stand for none of those that are missing.
    const pages = [...this.#pages].flatMap(([index, page]) => (index < pageCount ? page : []));
    if (pages.length !== pageCount) return null;
    const accounts = new AccountIndex();
    let oldest = Number.POSITIVE_INFINITY;
    for (const page of pages) {
      oldest = Math.min(oldest, page.readAt);
      for (const account of page.accounts) accounts.add(account);
    }
    return { accounts, oldest };
  }
}
