import type { Account } from '../domain/account.ts';
import { matchesText } from '../domain/account.ts';
import type { AccountPage } from '../domain/directory.ts';
import { fitTogether, type ToldPage } from '../domain/page-consistency.ts';
import type { DirectorySession } from './session.ts';

/** Where somebody stands in one vendor's listing. The key finds the place again when rows before it came or went. */
export interface Place {
  readonly offset: number;
  readonly key: string;
}

/** An account and its place. */
export interface Row extends Place {
  readonly account: Account;
}

/** A vendor's accounts, all or those that a search finds, as rows that can be walked from any place in both directions. */
export class Listing {
  readonly session: DirectorySession;
  readonly #text: string | null;
  readonly #chunk: number;
  readonly #since: number | null;
  readonly #found = new Map<number, Promise<AccountPage>>();

  /**
   * `chunk` is the most rows that are looked at together. Of pages that are only passed through, those serve that any
   * operation has read since `since`.
   */
  constructor(session: DirectorySession, text: string | null, chunk: number, since: number | null) {
    this.session = session;
    this.#text = text;
    this.#chunk = chunk;
    this.#since = since;
  }

  /** The rows from `offset` on, in chunks. */
  async *forwards(offset: number): AsyncGenerator<Row[]> {
    const { index, within } = this.#locate(offset);
    // The page that ends before this place was read to find it, and may say that no further one exists.
    if (index > 0 && within === 0 && !(await this.#page(index - 1)).hasMore) return;
    let start = within;
    for await (const rows of this.#pagesFrom(index, 1)) {
      for (; start < rows.length; start += this.#chunk)
        yield this.#matching(rows.slice(start, start + this.#chunk));
      start = 0;
    }
  }

  /** The rows before `offset`, or from the listing's end where that is null; the last one first, in chunks. */
  async *backwards(offset: number | null): AsyncGenerator<Row[]> {
    const { index, within } = offset === null ? await this.#end() : this.#locate(offset);
    let end = within;
    for await (const rows of this.#pagesFrom(index, -1)) {
      for (end = Math.min(end, rows.length); end > 0; end -= this.#chunk) {
        yield this.#matching(rows.slice(Math.max(0, end - this.#chunk), end).reverse());
      }
      end = Number.POSITIVE_INFINITY;
    }
  }

  /**
   * The rows of pages one after the other; of the first one as they are now. Where a page does not fit with the one before
   * it, as rows have moved between them since one of them was read, both are given as they are now.
   */
  async *#pagesFrom(start: number, step: 1 | -1): AsyncGenerator<Row[]> {
    let former = await this.#page(start);
    yield this.#rowsOf(start, former);
    for (let index = start + step; step === 1 ? former.hasMore : index >= 0; index += step) {
      let page = await this.#earlierOrNow(index);
      if (!(step === 1 ? isFollowedBy(former, page) : isFollowedBy(page, former))) {
        const isOld = !this.#isSearched && !this.session.list.hasAskedFor(index - step);
        if (isOld) yield this.#rowsOf(index - step, await this.#page(index - step));
        page = await this.#page(index);
      }
      yield this.#rowsOf(index, page);
      former = page;
    }
  }

  /** The offset at which the place's row stands now; where it has gone, at which it would stand, and `gone`. */
  async seek(place: Place): Promise<{ readonly offset: number; readonly gone: boolean }> {
    const { key } = place;
    const offset = await this.#inside(place.offset);
    const { index } = this.#locate(offset);
    for (const page of [index, index - 1, index + 1]) {
      const row =
        page < 0 ? undefined : (await this.#rows(page)).rows.find((candidate) => candidate.key === key);
      if (row !== undefined) return { offset: row.offset, gone: false };
      if (page === index && this.session.directory.pageSize === Number.POSITIVE_INFINITY) break;
    }
    return {
      offset: this.session.directory.ordered ? await this.#insertionPoint(index, key) : offset,
      gone: true,
    };
  }

  /** The offset; or the list's end where that comes before, as of a list that has shrunk. */
  async #inside(offset: number): Promise<number> {
    const { index } = this.#locate(offset);
    if (index === 0 || (await this.#rows(index)).rows.length > 0) return offset;
    const end = await this.#end();
    const { rows } = await this.#rows(end.index);
    return end.index * this.session.directory.pageSize + rows.length;
  }

  /** Walks from page to page until the key lies between two rows. */
  async #insertionPoint(start: number, key: string): Promise<number> {
    for (let index = start; ; ) {
      const { rows, hasMore } = await this.#rows(index);
      const [first] = rows;
      if (index > 0 && (first === undefined || first.key > key)) {
        index -= 1;
        const before = (await this.#rows(index)).rows.at(-1);
        if (before !== undefined && before.key < key) return before.offset + 1;
        continue;
      }
      const next = rows.find((row) => row.key > key);
      if (next !== undefined) return next.offset;
      if (!hasMore) return (rows.at(-1)?.offset ?? -1) + 1;
      index += 1;
    }
  }

  /** The place after the last row. */
  async #end(): Promise<{ index: number; within: number }> {
    for (;;) {
      const index = await this.#lastPage();
      // Pages read before this operation have led here: the list may have grown since.
      const { hasMore, total } = await this.#page(index);
      if (total !== null) return this.#locate(total);
      if (!hasMore) return { index, within: Number.POSITIVE_INFINITY };
    }
  }

  /**
   * The page with the last row. Without a total the end is where it was when the list was last read, or it is found by
   * doubling and halving, not by reading all.
   */
  async #lastPage(): Promise<number> {
    const pageCount = this.#text === null ? this.session.list.roster?.pageCount : null;
    let [inside, beyond] = [-1, (pageCount ?? 1) - 1];
    for (;;) {
      const { accounts, hasMore, total } = await this.#earlierOrNow(beyond);
      if (total !== null) return this.#locate(total).index;
      if (!hasMore && (accounts.length > 0 || beyond - inside === 1)) return beyond;
      if (!hasMore) break;
      [inside, beyond] = [beyond, Math.max(1, beyond * 2)];
    }
    while (beyond - inside > 1) {
      const middle = Math.floor((inside + beyond) / 2);
      if ((await this.#earlierOrNow(middle)).hasMore) inside = middle;
      else beyond = middle;
    }
    return beyond;
  }

  #locate(offset: number): { index: number; within: number } {
    const { pageSize } = this.session.directory;
    if (pageSize === Number.POSITIVE_INFINITY) return { index: 0, within: offset };
    return { index: Math.floor(offset / pageSize), within: offset % pageSize };
  }

  async #rows(index: number): Promise<{ rows: Row[]; hasMore: boolean }> {
    const page = await this.#page(index);
    return { rows: this.#rowsOf(index, page), hasMore: page.hasMore };
  }

  #rowsOf(index: number, { accounts }: AccountPage): Row[] {
    const first = index === 0 ? 0 : index * this.session.directory.pageSize;
    return accounts.map((account, row) => ({ account, key: account.key, offset: first + row }));
  }

  /** The page as earlier attempts have read it, or else as it is now. */
  async #earlierOrNow(index: number): Promise<AccountPage> {
    const earlier =
      this.#isSearched || this.session.list.hasAskedFor(index)
        ? null
        : this.session.list.pageSince(index, this.#since);
    return earlier ?? (await this.#page(index));
  }

  /** The page as it is now. */
  #page(index: number): Promise<AccountPage> {
    const { search } = this.session.directory;
    const text = this.#text;
    if (text === null || search === undefined) return this.session.list.pageOn(index);
    const page = this.#found.get(index) ?? this.session.list.ask(() => search(text, index));
    this.#found.set(index, page);
    return page;
  }

  /** Whether the vendor itself chooses the rows that have the text. */
  get #isSearched(): boolean {
    return this.#text !== null && this.session.directory.search !== undefined;
  }

  /** A vendor's own search has chosen already; where there is none, the text is looked for here. */
  #matching(rows: Row[]): Row[] {
    const text = this.#text;
    if (text === null || this.#isSearched) return rows;
    return rows.filter(({ account }) => matchesText(account, text, this.session.traits));
  }
}

function isFollowedBy(page: AccountPage, next: AccountPage): boolean {
  return fitTogether(told(page), told(next));
}

function told({ accounts, total, following = null }: AccountPage): ToldPage {
  return { keys: accounts.map(({ key }) => key), total, following };
}
