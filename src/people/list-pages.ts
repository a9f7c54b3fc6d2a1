import type { AccountPage } from '../domain/directory.ts';

/** Pages of one list by their numbers. */
export type ListPages = ReadonlyMap<number, AccountPage>;

/**
 * How many pages the list has, as far as these of its pages tell; null while that is not known. `total` is what the vendor
 * has counted last.
 */
export function pageCountOf(pages: ListPages, total: number | null, pageSize: number): number | null {
  if (total !== null) {
    const counted = Math.max(1, Math.ceil(total / pageSize));
    // The last page that is counted may have a successor: then that page has to be read, too.
    return pages.get(counted - 1)?.hasMore === true ? counted + 1 : counted;
  }
  let count: number | null = null;
  for (const [index, { accounts, hasMore }] of pages) {
    // An empty page further on says only that the list ends somewhere before it.
    const isEnd = !hasMore && (accounts.length > 0 || index === 0 || pages.has(index - 1));
    if (isEnd) count = Math.min(count ?? index + 1, index + 1);
  }
  return count;
}

/** Which pages are to be read to know the whole list; of a list whose length is not known only the next one. */
export function missingPages(pages: ListPages, pageCount: number | null): number[] {
  const missing: number[] = [];
  for (let index = 0; index < (pageCount ?? Number.POSITIVE_INFINITY); index += 1) {
    if (pages.has(index)) continue;
    missing.push(index);
    if (pageCount === null) break;
  }
  return missing;
}
