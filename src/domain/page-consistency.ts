import type { UpstreamError } from './errors.ts';
import { ListChangedError, repeatedList } from './list-faults.ts';
import type { Vendor } from './vendor.ts';

/** What a page says of its list. */
export interface ToldPage {
  /** The keys of its rows, in order. */
  readonly keys: readonly string[];
  /** How many rows the list has; null where the vendor does not tell. */
  readonly total: number | null;
  /** The key of the row behind its last one; null where there is none, or where that is not known. */
  readonly following: string | null;
}

/**
 * Whether the pages of one list, read one by one and in any order, are parts of one and the same list. Rows that come
 * while a list is read move others onto a later page, where they show twice: harmless, as keys tell. Rows that go move
 * others onto an earlier page, which is not read again. So no page may count fewer rows than one before it, the row
 * that was seen to follow a page must stand on the next, and no more rows may show twice than have come.
 */
export class PageConsistency {
  readonly #vendor: Vendor;
  readonly #pages = new Map<number, ToldPage>();
  readonly #keys = new Set<string>();
  #repeats = 0;

  constructor(vendor: Vendor) {
    this.#vendor = vendor;
  }

  /** Takes note of a page, unless it does not fit with those that were accepted before: then the answer is the fault. */
  accept(index: number, page: ToldPage): UpstreamError | null {
    const keys = new Set(page.keys);
    const repeats = keys.intersection(this.#keys).size;
    if (repeats > 0 && repeats === keys.size) return repeatedList(this.#vendor, repeats);
    if (!this.#fits(index, page, repeats)) return new ListChangedError(this.#vendor);
    this.#pages.set(index, page);
    this.#repeats += repeats;
    for (const key of keys) this.#keys.add(key);
    return null;
  }

  #fits(index: number, page: ToldPage, repeats: number): boolean {
    const pages = [...this.#pages, [index, page] as const].sort(([one], [other]) => one - other);
    const totals = pages.flatMap(([, { total }]) => total ?? []);
    const growth = (totals.at(-1) ?? 0) - (totals[0] ?? 0);
    return (
      totals.every((total, place) => total >= (totals[place - 1] ?? 0)) &&
      (totals.length === 0 || this.#repeats + repeats <= growth) &&
      isFollowedBy(this.#pages.get(index - 1), page) &&
      isFollowedBy(page, this.#pages.get(index + 1))
    );
  }
}

/**
 * Whether no row can have slipped through between a page and the next one, in whichever order they were read: as of a list
 * that shrank after the first reading, or of one that grew after the reading of the next page.
 */
export function fitTogether(page: ToldPage, next: ToldPage): boolean {
  return (page.total ?? 0) <= (next.total ?? Number.POSITIVE_INFINITY) && isFollowedBy(page, next);
}

function isFollowedBy(page: ToldPage | undefined, next: ToldPage | undefined): boolean {
  const following = page?.following ?? null;
  return following === null || next === undefined || next.keys.includes(following);
}
