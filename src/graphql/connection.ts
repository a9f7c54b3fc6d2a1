import { BadUserInputError } from '../domain/errors.ts';
import type { Cursors, Position } from './cursor.ts';

/** The paging arguments of every list. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Which entries are wanted, checked. */
export interface Window<Place extends Position = Position> {
  readonly direction: 'forwards' | 'backwards';
  readonly count: number;
  readonly after: Place | null;
  readonly before: Place | null;
}

/** A page of a list. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const DEFAULT_COUNT = 25;
const MAX_COUNT = 200;

/** The window that a list's paging arguments ask for. */
export function readWindow<Place extends Position>(
  cursors: Cursors<Place>,
  { first, after, last, before }: PageArguments,
): Window<Place> {
  if (first != null && last != null) {
    throw new BadUserInputError(
      'first and last cannot go together: give first to page forwards or last to page backwards.',
    );
  }
  return {
    direction: last == null ? 'forwards' : 'backwards',
    count: last == null ? readCount('first', first ?? DEFAULT_COUNT) : readCount('last', last),
    after: after == null ? null : cursors.decode(after, 'after'),
    before: before == null ? null : cursors.decode(before, 'before'),
  };
}

function readCount(argument: 'first' | 'last', count: number): number {
  if (count >= 1 && count <= MAX_COUNT) return count;
  throw new BadUserInputError(`${argument} must be a whole number from 1 to ${MAX_COUNT}.`);
}

/** The page of entries that were read for a window already, and of which it is known whether more follow. */
export function toConnection<Node, Place extends Position>(
  cursors: Pick<Cursors<Place>, 'encode'>,
  { direction, after, before }: Window<Place>,
  entries: readonly { readonly position: Place; readonly node: Node }[],
  hasMore: boolean,
): Connection<Node> {
  // A cursor is sealed when it is read: most pages need that of their last entry alone.
  const edges = entries.map(({ position, node }) => ({
    node,
    get cursor() {
      return cursors.encode(position);
    },
  }));
  return {
    edges,
    nodes: entries.map(({ node }) => node),
    pageInfo: {
      hasNextPage: direction === 'forwards' ? hasMore : before !== null,
      hasPreviousPage: direction === 'backwards' ? hasMore : after !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

/** The page of a list that is there whole, ordered by its entries' positions. */
export function pageOf<Node, Place extends Position>(
  cursors: Cursors<Place>,
  window: Window<Place>,
  nodes: readonly Node[],
  positionOf: (node: Node, index: number) => Place,
): Connection<Node> {
  const { direction, count, after, before } = window;
  const inside = nodes
    .map((node, index) => ({ node, position: positionOf(node, index) }))
    .filter(({ position }) => after === null || comparePositions(position, after) > 0)
    .filter(({ position }) => before === null || comparePositions(position, before) < 0);
  const entries = direction === 'forwards' ? inside.slice(0, count) : inside.slice(-count);
  return toConnection(cursors, window, entries, inside.length > count);
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
