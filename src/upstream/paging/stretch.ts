import { ListChangedError, repeatedList } from '../../domain/list-faults.ts';
import { miscountedList, shortList } from './faults.ts';
import type { PagedList, Slice } from './list.ts';

/**
 * Rows of a list that follow each other, put together from the answers of several calls, which are added in order. An
 * answer may begin at the last row that is known already, its anchor: where that row is found again, no row between the
 * two answers was missed, though others may have come before it. Answers that only touch are checked by what they count.
 */
export class Stretch<Row> {
  readonly rows: Row[] = [];
  readonly #list: PagedList<Row>;
  readonly #first: number;
  readonly #keys = new Set<string>();
  #end: number;
  #more: boolean | null = true;
  #total: number | null = null;
  readonly #totals = new Set<number | null>();
  #rowsPerCall: number | null = null;
  /** Rows that cannot be earlier ones at a later place. */
  #listed = 0;

  /** `first` is the place in the list at which the stretch begins. */
  constructor(list: PagedList<Row>, first: number) {
    this.#list = list;
    this.#first = first;
    this.#end = first;
  }

  /** The place behind the last row. */
  get end(): number {
    return this.#end;
  }

  /** Whether rows follow, by what the server says. */
  get hasMore(): boolean {
    return this.#more !== false;
  }

  /** How many rows the list has, by the last answer; null where the server does not say. */
  get total(): number | null {
    return this.#total;
  }

  /** Whether every answer had the same total, or none had one. */
  get isSteady(): boolean {
    return this.#totals.size === 1;
  }

  /** How many rows the first answer had; null before it came. */
  get rowsPerCall(): number | null {
    return this.#rowsPerCall;
  }

  /** Adds what was listed from `offset` on. Throws where that cannot follow what came before. */
  add(offset: number, { rows, total = null, hasMore }: Slice<Row>): void {
    const { vendor, callSize, keyOf } = this.#list;
    const more = hasMore ?? this.#countsMore(offset, rows.length, total);
    if (rows.length === 0 && more === true) throw shortList(vendor, total, this.#end);
    const keys = rows.map(keyOf);
    // A row may come twice on a page, so only rows of different keys are counted.
    const counted = offset + new Set(keys).size;
    if (rows.length > 0 && total !== null && counted > total) throw miscountedList(vendor, total, counted);
    const isNew = keys.map((key) => !this.#keys.has(key));
    const anchor = this.#rowsPerCall === null || offset === this.#end ? null : this.#lastKey();
    const behindAnchor = anchor === null ? 0 : this.#behind(anchor, offset, keys, total);
    const bringsNothing = !isNew.includes(true) && this.#holds(rows.slice(behindAnchor));
    if (bringsNothing) {
      if (more === true && rows.length === 1) throw shortList(vendor, total, this.#end);
      if (more === true || rows.length >= callSize) throw repeatedList(vendor, this.#keys.size);
      if (more === false && rows.length > 1) throw new ListChangedError(vendor);
    }
    // Without a count, an answer that has room for more and brings nothing is the list's end.
    const isEnd = more === null && bringsNothing;
    if (anchor === null && !isEnd && !this.#touches(isNew, total)) throw new ListChangedError(vendor);

    if (!isEnd) this.rows.push(...rows.filter((_, place) => place >= behindAnchor || isNew[place]));
    const listed = keys.filter((key, place) => place >= behindAnchor && (isNew[place] || key === anchor));
    this.#listed += listed.length;
    for (const key of keys) this.#keys.add(key);
    this.#end = offset + rows.length;
    this.#more = isEnd ? false : more;
    this.#total = total;
    this.#totals.add(total);
    this.#rowsPerCall ??= rows.length;
  }

  /** Throws where fewer rows came, up to the place `to`, than the server ever counted. */
  checkCount(to: number): void {
    const fewest = Math.min(...[...this.#totals].map((total) => total ?? 0));
    const expected = Math.min(to, fewest) - this.#first;
    if (this.#listed < expected) throw new ListChangedError(this.#list.vendor);
  }

  /**
   * Whether the total says that rows follow; null where there is none. A total that is the size of a full first answer
   * may be no more than that: one more call decides.
   */
  #countsMore(offset: number, listed: number, total: number | null): boolean | null {
    if (total === null) return null;
    const isOwnSize = offset === 0 && listed === this.#list.callSize && total === listed;
    return isOwnSize ? null : offset + listed < total;
  }

  /**
   * Whether an answer without an anchor can follow. A row that comes again has moved, or is the vendor's own second one; and
   * where rows have gone, others have moved to where they are not looked for.
   */
  #touches(isNew: readonly boolean[], total: number | null): boolean {
    return isNew.every(Boolean) && (total === null || total >= (this.#total ?? 0));
  }

  /** Whether all of these rows came before, alike in every particular. */
  #holds(rows: readonly Row[]): boolean {
    if (rows.length === 0) return true;
    const texts = new Set(this.rows.map((row) => JSON.stringify(row)));
    return rows.every((row) => texts.has(JSON.stringify(row)));
  }

  #lastKey(): string | null {
    const last = this.rows.at(-1);
    return last === undefined ? null : this.#list.keyOf(last);
  }

  /** The place behind the anchor, which stands first, or behind as many rows as have come. */
  #behind(anchor: string, offset: number, keys: readonly string[], total: number | null): number {
    const place = keys.indexOf(anchor);
    const growth = total === null || this.#total === null ? keys.length : total - this.#total;
    if (offset > this.#end || place < 0 || place > Math.max(0, growth)) {
      throw new ListChangedError(this.#list.vendor);
    }
    return place + 1;
  }
}
