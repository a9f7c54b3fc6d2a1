import type { Account } from '../../domain/account.ts';
import { matchesText } from '../../domain/account.ts';
import type { AccountPage } from '../../domain/directory.ts';
import type { AccountFinder } from './finder.ts';

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
  readonly reader: AccountFinder;
  readonly #text: string | null;
  readonly #chunk: number;
  readonly #found = new Map<number, Promise<AccountPage>>();

  /** `chunk` is the most rows that are looked at together. */
  constructor(reader: AccountFinder, text: string | null, chunk: number) {
    this.reader = reader;
    this.#text = text;
    this.#chunk = chunk;
  }

  /** The rows from `offset` on, in chunks. */
  async *forwards(offset: number): AsyncGenerator<Row[]> {
    const { index, within } = this.#locate(offset);
    // The page that ends before this place was read to find it, and may say that no further one exists.
    if (index > 0 && within === 0 && !(await this.#page(index - 1)).hasMore) return;
    let start = within;
    for (let page = index; ; page += 1) {
      const { rows, hasMore } = await this.#rows(page);
      for (; start < rows.length; start += this.#chunk)
        yield this.#matching(rows.slice(start, start + this.#chunk));
      if (!hasMore) return;
      start = 0;
    }
  }

  /** The rows before `offset`, or from the listing's end where that is null; the last one first, in chunks. */
  async *backwards(offset: number | null): AsyncGenerator<Row[]> {
    const { index, within } = offset === null ? await this.#end() : this.#locate(offset);
    let end = within;
    for (let page = index; page >= 0; page -= 1) {
      const { rows } = await this.#rows(page);
      for (end = Math.min(end, rows.length); end > 0; end -= this.#chunk) {
        yield this.#matching(rows.slice(Math.max(0, end - this.#chunk), end).reverse());
      }
      end = Number.POSITIVE_INFINITY;
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
      if (page === index && this.reader.directory.pageSize === Number.POSITIVE_INFINITY) break;
    }
    return {
      offset: this.reader.directory.ordered ? await this.#insertionPoint(index, key) : offset,
      gone: true,
    };
  }

  /** The offset; or the list's end where that comes before, as of a list that has shrunk. */
  async #inside(offset: number): Promise<number> {
    const { index } = this.#locate(offset);
    if (index === 0 || (await this.#rows(index)).rows.length > 0) return offset;
    const end = await this.#end();
    const { rows } = await this.#rows(end.index);
    return end.index * this.reader.directory.pageSize + rows.length;
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

  /**
   * The place after the last row. Without a total the end is where it was when the list was last read, or it is found by
   * doubling and halving, not by reading all.
   */
  async #end(): Promise<{ index: number; within: number }> {
    const pageCount = this.#text === null ? this.reader.membership?.pageCount : null;
    let [inside, beyond] = [-1, (pageCount ?? 1) - 1];
    for (;;) {
      const { accounts, hasMore, total } = await this.#page(beyond);
      if (total !== null) return this.#locate(total);
      if (!hasMore && (accounts.length > 0 || beyond - inside === 1))
        return { index: beyond, within: Number.POSITIVE_INFINITY };
      if (!hasMore) break;
      [inside, beyond] = [beyond, Math.max(1, beyond * 2)];
    }
    while (beyond - inside > 1) {
      const middle = Math.floor((inside + beyond) / 2);
      if ((await this.#page(middle)).hasMore) inside = middle;
      else beyond = middle;
    }
    return { index: beyond, within: Number.POSITIVE_INFINITY };
  }

  #locate(offset: number): { index: number; within: number } {
    const { pageSize } = this.reader.directory;
    if (pageSize === Number.POSITIVE_INFINITY) return { index: 0, within: offset };
    return { index: Math.floor(offset / pageSize), within: offset % pageSize };
  }

  async #rows(index: number): Promise<{ rows: Row[]; hasMore: boolean }> {
    const { accounts, hasMore } = await this.#page(index);
    const first = index === 0 ? 0 : index * this.reader.directory.pageSize;
    return {
      rows: accounts.map((account, row) => ({ account, key: account.key, offset: first + row })),
      hasMore,
    };
  }

  #page(index: number): Promise<AccountPage> {
    const { search } = this.reader.directory;
    const text = this.#text;
    if (text === null || search === undefined) return this.reader.page(index);
    const page = this.#found.get(index) ?? this.reader.ask((operation) => search(text, index, operation));
    this.#found.set(index, page);
    return page;
  }

  /** A vendor's own search has chosen already; where there is none, the text is looked for here. */
  #matching(rows: Row[]): Row[] {
    const text = this.#text;
    if (text === null || this.reader.directory.search !== undefined) return rows;
    return rows.filter(({ account }) => matchesText(account, text));
  }
}
