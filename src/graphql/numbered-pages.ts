import { z } from 'zod';
import { ListChangedError, missingRows } from '../domain/list-faults.ts';
import { PageConsistency } from '../domain/page-consistency.ts';
import type { Vendor } from '../domain/vendor.ts';
import { type Connection, comparePositions, toConnection, type Window } from './connection.ts';
import type { Cursors } from './cursor.ts';

/** The most that a cursor may say of a page's number or a row's: no vendor has so many. */
const MAX_NUMBER = 10_000_000;

/** An entry's page, its row there, and whether (1 or 0) it is the last row of a page that is full. */
export const NUMBERED_PLACE = z.tuple([
  z.int().min(0).max(MAX_NUMBER),
  z.int().min(0).max(MAX_NUMBER),
  z.union([z.literal(0), z.literal(1)]),
]);

type NumberedPlace = z.infer<typeof NUMBERED_PLACE>;

/** One of the pages in which a vendor gives a list. */
interface NumberedPage<Node> {
  readonly nodes: readonly Node[];
  /** How many pages there are. */
  readonly pages: number;
  /** How many entries all pages have; null where the vendor does not tell. */
  readonly total: number | null;
  /** How many entries all pages have at the least. */
  readonly least: number;
}

/** A list that a vendor gives in numbered pages. */
interface NumberedList<Node> {
  readonly vendor: Vendor;
  /** What distinguishes an entry from the others, whatever its page. */
  readonly keyOf: (node: Node) => string;
  readonly read: (index: number) => Promise<NumberedPage<Node>>;
}

/**
 * A page of a list that the vendor gives in numbered pages of a size that it does not tell; asks for those that it takes
 * and no more, except that nothing but a page says how many there are. An entry's position is its page, its row there and
 * whether (1 or 0) it is the last row of a page that is full, so that no cursor needs the page of its own entry again.
 * Pages that do not fit together are an error of the vendor.
 */
export async function connectionOverPages<Node>(
  cursors: Cursors<NumberedPlace>,
  window: Window<NumberedPlace>,
  source: NumberedList<Node>,
): Promise<Connection<Node>> {
  const read = consistently(source);
  const { count, after, before } = window;
  const forwards = window.direction === 'forwards';
  const lowest = after === null ? 0 : firstPageAfter(after);
  const highest = before === null ? null : lastPageBefore(before);
  const { pages } = await read(forwards ? lowest : (highest ?? 0));
  const last = Math.max(0, Math.min(highest ?? Number.POSITIVE_INFINITY, pages - 1));
  const [start, end] = forwards ? [lowest, last] : [last, lowest];

  const entries: { readonly position: NumberedPlace; readonly node: Node }[] = [];
  const keys = new Set<string>();
  let left = forwards ? end - start : start - end;
  for (let index = start; ; index += forwards ? 1 : -1, left -= 1) {
    const rows = rowsOf(await read(index), index).filter(({ position }) => isInside(position, window));
    // Entries that came while the list was read have moved others onto a page where they show again.
    const inside = rows.filter(({ node }) => !keys.has(source.keyOf(node)));
    for (const { node } of inside) keys.add(source.keyOf(node));
    entries.splice(forwards ? entries.length : 0, 0, ...inside);
    if (entries.length >= count || left <= 0) break;
  }
  const wanted = forwards ? entries.slice(0, count) : entries.slice(-count);
  return toConnection(cursors, window, wanted, entries.length > count || left > 0);
}

/** Reads each page once, and fails where pages do not fit together or all of them have fewer entries than they should. */
function consistently<Node>({ vendor, keyOf, read }: NumberedList<Node>) {
  const consistency = new PageConsistency(vendor);
  const known = new Map<number, NumberedPage<Node>>();
  const keys = new Set<string>();

  /** Whether so many pages are all read; of none there is the first, which says so. */
  function isRead(pages: number): boolean {
    const count = Math.max(1, pages);
    return [...known.keys()].filter((index) => index < count).length === count;
  }

  async function readFirst(index: number): Promise<NumberedPage<Node>> {
    const page = await read(index);
    if ([...known.values()].some(({ pages }) => pages !== page.pages)) throw new ListChangedError(vendor);
    const facts = { keys: page.nodes.map(keyOf), total: page.total, following: null };
    const fault = consistency.accept(index, facts);
    if (fault !== null) throw fault;
    known.set(index, page);
    for (const key of facts.keys) keys.add(key);
    const least = Math.min(...[...known.values()].map((other) => other.least));
    if (keys.size < least && isRead(page.pages)) throw missingRows(vendor, least, keys.size);
    return page;
  }

  return async (index: number) => known.get(index) ?? (await readFirst(index));
}

function firstPageAfter([page, , closesPage]: NumberedPlace): number {
  return page + closesPage;
}

function lastPageBefore([page, row]: NumberedPlace): number {
  return Math.max(0, row === 0 ? page - 1 : page);
}

function rowsOf<Node>({ nodes, pages }: NumberedPage<Node>, index: number) {
  const closing = index < pages - 1 ? nodes.length - 1 : -1;
  return nodes.map((node, row) => ({ node, position: place(index, row, row === closing) }));
}

function place(page: number, row: number, closesPage: boolean): NumberedPlace {
  return [page, row, closesPage ? 1 : 0];
}

/** Whether a row closes its page can change, and does not move it. */
function isInside([page, row]: NumberedPlace, { after, before }: Window): boolean {
  const place = [page, row];
  return (
    (after === null || comparePositions(place, after.slice(0, 2)) > 0) &&
    (before === null || comparePositions(place, before.slice(0, 2)) < 0)
  );
}
