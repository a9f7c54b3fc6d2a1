import { BadUserInputError } from '../domain/errors.ts';
import { decodeCursor, encodeCursor, type Position } from './cursor.ts';

/** The paging arguments of every list. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Which entries are wanted, checked. */
export interface Window {
  readonly direction: 'forwards' | 'backwards';
  readonly count: number;
  readonly after: Position | null;
  readonly before: Position | null;
}

/** A page of a list. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const DEFAULT_COUNT = 25;
const MAX_COUNT = 200;

/** The window that a list's paging arguments ask for. `list` names the list and all arguments that make it another one. */
export function readWindow(list: string, { first, after, last, before }: PageArguments): Window {
  if (first != null && last != null) {
    throw new BadUserInputError(
      'first and last cannot go together: give first to page forwards or last to page backwards.',
    );
  }
  return {
    direction: last == null ? 'forwards' : 'backwards',
    count: last == null ? readCount('first', first ?? DEFAULT_COUNT) : readCount('last', last),
    after: after == null ? null : decodeCursor(list, after, 'after'),
    before: before == null ? null : decodeCursor(list, before, 'before'),
  };
}

function readCount(argument: 'first' | 'last', count: number): number {
  if (count >= 1 && count <= MAX_COUNT) return count;
  throw new BadUserInputError(`${argument} must be a whole number from 1 to ${MAX_COUNT}.`);
}

/** The page of entries that were read for a window already, and of which it is known whether more follow. */
export function toConnection<Node>(
  list: string,
  { direction, after, before }: Window,
  entries: readonly { readonly position: Position; readonly node: Node }[],
  hasMore: boolean,
): Connection<Node> {
  const edges = entries.map(({ position, node }) => ({ cursor: encodeCursor(list, position), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: direction === 'forwards' ? hasMore : before !== null,
      hasPreviousPage: direction === 'backwards' ? hasMore : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The page of a list that is there whole, ordered by its entries' positions. */
export function pageOf<Node>(
  list: string,
  window: Window,
  nodes: readonly Node[],
  positionOf: (node: Node, index: number) => Position,
): Connection<Node> {
  const { direction, count, after, before } = window;
  const inside = nodes
    .map((node, index) => ({ node, position: positionOf(node, index) }))
    .filter(({ position }) => after === null || comparePositions(position, after) > 0)
    .filter(({ position }) => before === null || comparePositions(position, before) < 0);
  const entries = direction === 'forwards' ? inside.slice(0, count) : inside.slice(-count);
  return toConnection(list, window, entries, inside.length > count);
}

/** Which of two positions of a list comes first. */
export function comparePositions(a: Position, b: Position): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined || part > other) return 1;
    if (part < other) return -1;
  }
  return a.length - b.length;
}
