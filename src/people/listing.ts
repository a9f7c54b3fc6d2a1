import type { AccountPage } from '../domain/directory.ts';
import { fitTogether, type ToldPage } from '../domain/page-consistency.ts';
import { ListingPages, type Place, type Row } from './listing-pages.ts';
import type { DirectorySession } from './session.ts';

/** A vendor's accounts, all or those that a search finds, as rows that can be walked from any place in both directions. */
export class Listing {
  readonly session: DirectorySession;
  readonly #pages: ListingPages;
  readonly #chunk: number;

  /**
   * `chunk` is the most rows that are looked at together. Of pages that are only passed through, those serve that any
   * operation has read since `since`.
   */
  constructor(session: DirectorySession, text: string | null, chunk: number, since: number | null) {
    this.session = session;
    this.#pages = new ListingPages(session, text, since);
    this.#chunk = chunk;
  }

  /** The rows from `offset` on, in chunks. */
  async *forwards(offset: number): AsyncGenerator<Row[]> {
    const { index, within } = this.#pages.locate(offset);
    // The page that ends before this place was read to find it, and may say that no further one exists.
    if (index > 0 && within === 0 && !(await this.#pages.page(index - 1)).hasMore) return;
    let start = within;
    for await (const rows of this.#pagesFrom(index, 1)) {
      for (; start < rows.length; start += this.#chunk)
        yield this.#pages.matching(rows.slice(start, start + this.#chunk));
      start = 0;
    }
  }

  /** The rows before `offset`, or from the listing's end where that is null; the last one first, in chunks. */
  async *backwards(offset: number | null): AsyncGenerator<Row[]> {
    const { index, within } = offset === null ? await this.#end() : this.#pages.locate(offset);
    let end = within;
    for await (const rows of this.#pagesFrom(index, -1)) {
      for (end = Math.min(end, rows.length); end > 0; end -= this.#chunk) {
        yield this.#pages.matching(rows.slice(Math.max(0, end - this.#chunk), end).reverse());
      }
      end = Number.POSITIVE_INFINITY;
    }
  }

  /**
   * The rows of pages one after the other; of the first one as they are now. Where a page does not fit with the one before
   * it, as rows have moved between them since one of them was read, both are given as they are now.
   */
  async *#pagesFrom(start: number, step: 1 | -1): AsyncGenerator<Row[]> {
    let former = await this.#pages.page(start);
    yield this.#pages.rowsOf(start, former);
    for (let index = start + step; step === 1 ? former.hasMore : index >= 0; index += step) {
      let page = await this.#pages.earlierOrNow(index);
      if (!(step === 1 ? isFollowedBy(former, page) : isFollowedBy(page, former))) {
        const isOld = !this.#pages.isSearched && !this.session.list.hasAskedFor(index - step);
        if (isOld) yield this.#pages.rowsOf(index - step, await this.#pages.page(index - step));
        page = await this.#pages.page(index);
      }
      yield this.#pages.rowsOf(index, page);
      former = page;
    }
  }

  /** The offset at which the place's row stands now; where it has gone, at which it would stand, and `gone`. */
  async seek(place: Place): Promise<{ readonly offset: number; readonly gone: boolean }> {
    const { key } = place;
    const offset = await this.#inside(place.offset);
    const { index } = this.#pages.locate(offset);
    for (const page of [index, index - 1, index + 1]) {
      const row =
        page < 0 ? undefined : (await this.#pages.rows(page)).rows.find((candidate) => candidate.key === key);
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
    const { index } = this.#pages.locate(offset);
    if (index === 0 || (await this.#pages.rows(index)).rows.length > 0) return offset;
    const end = await this.#end();
    const { rows } = await this.#pages.rows(end.index);
    return end.index * this.session.directory.pageSize + rows.length;
  }

  /** Walks from page to page until the key lies between two rows. */
  async #insertionPoint(start: number, key: string): Promise<number> {
    for (let index = start; ; ) {
      const { rows, hasMore } = await this.#pages.rows(index);
      const [first] = rows;
      if (index > 0 && (first === undefined || first.key > key)) {
        index -= 1;
        const before = (await this.#pages.rows(index)).rows.at(-1);
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
      const { hasMore, total } = await this.#pages.page(index);
      if (total !== null) return this.#pages.locate(total);
      if (!hasMore) return { index, within: Number.POSITIVE_INFINITY };
    }
  }

  /**
   * The page with the last row. Without a total the end is where it was when the list was last read, or it is found by
   * doubling and halving, not by reading all.
   */
  async #lastPage(): Promise<number> {
    const pageCount = this.#pages.isSearched ? null : this.session.list.roster?.pageCount;
    let [inside, beyond] = [-1, (pageCount ?? 1) - 1];
    for (;;) {
      const { accounts, hasMore, total } = await this.#pages.earlierOrNow(beyond);
      if (total !== null) return this.#pages.locate(total).index;
      if (!hasMore && (accounts.length > 0 || beyond - inside === 1)) return beyond;
      if (!hasMore) break;
      [inside, beyond] = [beyond, Math.max(1, beyond * 2)];
    }
    while (beyond - inside > 1) {
      const middle = Math.floor((inside + beyond) / 2);
      if ((await this.#pages.earlierOrNow(middle)).hasMore) inside = middle;
      else beyond = middle;
    }
    return beyond;
  }
}

function isFollowedBy(page: AccountPage, next: AccountPage): boolean {
  return fitTogether(told(page), told(next));
}

function told({ accounts, total, following = null }: AccountPage): ToldPage {
  return { keys: accounts.map(({ key }) => key), total, following };
}
