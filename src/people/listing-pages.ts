import { type Account, matchesText } from '../domain/account.ts';
import type { AccountPage } from '../domain/directory.ts';
import type { DirectorySession } from './session.ts';

/** An account's place in one vendor's listing. The key finds the place again when rows before it came or went. */
export interface Place {
  readonly offset: number;
  readonly key: string;
}

/** An account and its place. */
export interface Row extends Place {
  readonly account: Account;
}

/** The pages of a vendor's list, or of what its search finds, and the rows on them. */
export class ListingPages {
  readonly #session: DirectorySession;
  readonly #text: string | null;
  readonly #since: number | null;
  readonly #found = new Map<number, Promise<AccountPage>>();

  constructor(session: DirectorySession, text: string | null, since: number | null) {
    this.#session = session;
    this.#text = text;
    this.#since = since;
  }

  /** The page on which a row stands, and its number there. */
  locate(offset: number): { index: number; within: number } {
    const { pageSize } = this.#session.directory;
    if (pageSize === Number.POSITIVE_INFINITY) return { index: 0, within: offset };
    return { index: Math.floor(offset / pageSize), within: offset % pageSize };
  }

  /** The rows of the page as it is now. */
  async rows(index: number): Promise<{ rows: Row[]; hasMore: boolean }> {
    const page = await this.page(index);
    return { rows: this.rowsOf(index, page), hasMore: page.hasMore };
  }

  /** The rows of a page that was read. */
  rowsOf(index: number, { accounts }: AccountPage): Row[] {
    const first = index === 0 ? 0 : index * this.#session.directory.pageSize;
    return accounts.map((account, row) => ({ account, key: account.key, offset: first + row }));
  }

  /** The page as earlier attempts have read it, or else as it is now. */
  async earlierOrNow(index: number): Promise<AccountPage> {
    const earlier =
      this.isSearched || this.#session.list.hasAskedFor(index)
        ? null
        : this.#session.list.pageSince(index, this.#since);
    return earlier ?? (await this.page(index));
  }

  /** The page as it is now. */
  page(index: number): Promise<AccountPage> {
    const { search } = this.#session.directory;
    const text = this.#text;
    if (text === null || search === undefined) return this.#session.list.pageOn(index);
    return this.#found.getOrInsertComputed(index, () => this.#session.list.ask(() => search(text, index)));
  }

  /** Whether the vendor itself chooses the rows that have the text. */
  get isSearched(): boolean {
    return this.#text !== null && this.#session.directory.search !== undefined;
  }

  /** A vendor's own search has chosen already; where there is none, the text is looked for here. */
  matching(rows: Row[]): Row[] {
    const text = this.#text;
    if (text === null || this.isSearched) return rows;
    return rows.filter(({ account }) => matchesText(account, text, this.#session.traits));
  }
}
