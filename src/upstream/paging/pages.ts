import { ListChangedError } from '../../domain/list-faults.ts';
import { PageConsistency } from '../../domain/page-consistency.ts';
import { settled } from './faults.ts';
import { distinct, type PagedList } from './list.ts';
import { readStretch } from './read.ts';

/** A page of a list, whole also where the server lists fewer rows in one call. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** How many rows the list has; null where the vendor does not say. */
  readonly total: number | null;
  readonly hasMore: boolean;
  /** The key of the row behind the last one; null where there is none, or where that was not listed. */
  readonly following: string | null;
}

/**
 * A list of which one operation reads the pages that it needs, each once. Page `index` begins at row `index * pageSize`.
 * Where a call lists more rows than a page has, the row behind a page ties it to the next one.
 */
export class Pages<Row> {
  readonly #list: PagedList<Row>;
  readonly #pageSize: number;
  readonly #pages = new Map<number, Promise<Page<Row>>>();
  readonly #consistency: PageConsistency;

  constructor(list: PagedList<Row>, pageSize: number) {
    this.#list = list;
    this.#pageSize = pageSize;
    this.#consistency = new PageConsistency(list.vendor);
  }

  /** One call, unless the server lists fewer rows a call. Fails where the page does not fit with those read before. */
  page(index: number): Promise<Page<Row>> {
    const page = this.#pages.get(index) ?? this.#read(index);
    this.#pages.set(index, page);
    return page;
  }

  #read(index: number): Promise<Page<Row>> {
    const first = index * this.#pageSize;
    const places = { first, end: first + this.#list.callSize };
    return settled(this.#list, async (list, pace) => {
      const stretch = await readStretch(list, places, pace);
      const { rows, total, hasMore, isSteady } = stretch;
      if (!isSteady) throw new ListChangedError(this.#list.vendor);
      const own = rows.slice(0, this.#pageSize);
      const keys = rows.map(this.#list.keyOf);
      const following = keys[this.#pageSize] ?? null;
      const fault = this.#consistency.accept(index, {
        keys: keys.slice(0, this.#pageSize),
        total,
        following,
      });
      if (fault !== null) throw fault;
      return { rows: distinct(this.#list, own), total, hasMore: hasMore || following !== null, following };
    });
  }
}
