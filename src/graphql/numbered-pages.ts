import { type Connection, comparePositions, toConnection, type Window } from './connection.ts';
import type { Position } from './cursor.ts';

/** One of the pages in which a vendor gives a list. */
interface NumberedPage<Node> {
  readonly nodes: readonly Node[];
  /** How many pages there are. */
  readonly pages: number;
}

/**
 * A page of a list that the vendor gives in numbered pages of a size that it does not tell; asks for those that it takes
 * and no more, except that nothing but a page tells how many there are. An entry's position is its page, its row there and
 * whether (1 or 0) it is the last row of a page that is full, so that no cursor needs the page of its own entry again.
 * `read` must give a page that it has given before without asking for it again.
 */
export async function connectionOverPages<Node>(
  list: string,
  window: Window,
  read: (index: number) => Promise<NumberedPage<Node>>,
): Promise<Connection<Node>> {
  const { count, after, before } = window;
  const forwards = window.direction === 'forwards';
  const lowest = after === null ? 0 : firstPageAfter(after);
  const highest = before === null ? null : lastPageBefore(before);
  const { pages } = await read(forwards ? lowest : (highest ?? 0));
  const last = Math.max(0, Math.min(highest ?? Number.POSITIVE_INFINITY, pages - 1));
  const [start, end] = forwards ? [lowest, last] : [last, lowest];

  const entries: { readonly position: Position; readonly node: Node }[] = [];
  let left = forwards ? end - start : start - end;
  for (let index = start; ; index += forwards ? 1 : -1, left -= 1) {
    const inside = rowsOf(await read(index), index).filter(({ position }) => isInside(position, window));
    entries.splice(forwards ? entries.length : 0, 0, ...inside);
    if (entries.length >= count || left <= 0) break;
  }
  const wanted = forwards ? entries.slice(0, count) : entries.slice(-count);
  return toConnection(list, window, wanted, entries.length > count || left > 0);
}

function firstPageAfter([page, , closesPage]: Position): number {
  return Number(page) + Number(closesPage);
}

function lastPageBefore([page, row]: Position): number {
  return Math.max(0, row === 0 ? Number(page) - 1 : Number(page));
}

function rowsOf<Node>({ nodes, pages }: NumberedPage<Node>, index: number) {
  const closing = index < pages - 1 ? nodes.length - 1 : -1;
  return nodes.map((node, row) => ({ node, position: [index, row, row === closing ? 1 : 0] as const }));
}

/** Whether a row closes its page can change, and does not move it. */
function isInside([page, row]: readonly [number, number, number], { after, before }: Window): boolean {
  const place = [page, row];
  return (
    (after === null || comparePositions(place, after.slice(0, 2)) > 0) &&
    (before === null || comparePositions(place, before.slice(0, 2)) < 0)
  );
}
