import { type Connection, comparePositions, toConnection, type Window } from './connection.ts';
import type { Cursors, Position } from './cursor.ts';

/** A list that is drawn entry by entry, in the window's direction, and no further than its page needs. */
export interface DrawnList<Node, Place extends Position> {
  readonly nodes: AsyncIterable<Node>;
  /** Whether two neighbours are equal in everything that their positions are made of. */
  isEqual(a: Node, b: Node): boolean;
  /** An entry's place; `equalBefore` counts those that are equal to it and stand before it. */
  positionOf(node: Node, equalBefore: number): Place;
}

interface Entry<Node, Place> {
  readonly node: Node;
  readonly position: Place;
}

/** The page that a window shows of a list. One entry beyond it is drawn, which tells that more follow. */
export async function drawPage<Node, Place extends Position>(
  cursors: Pick<Cursors<Place>, 'encode'>,
  window: Window<Place>,
  drawn: DrawnList<Node, Place>,
): Promise<Connection<Node>> {
  const { direction, count, after, before } = window;
  const [from, to, sign] = direction === 'forwards' ? [after, before, 1] : [before, after, -1];
  const found: Entry<Node, Place>[] = [];
  for await (const entry of placed(drawn, direction)) {
    if (to !== null && sign * comparePositions(entry.position, to) >= 0) break;
    if (from !== null && sign * comparePositions(entry.position, from) <= 0) continue;
    found.push(entry);
    if (found.length > count) break;
  }
  const page = found.slice(0, count);
  return toConnection(cursors, window, sign === 1 ? page : page.reverse(), found.length > count);
}

/** Equal neighbours are told apart by their number among each other, which backwards only the last one drawn tells. */
async function* placed<Node, Place extends Position>(
  { nodes, isEqual, positionOf }: DrawnList<Node, Place>,
  direction: Window['direction'],
): AsyncGenerator<Entry<Node, Place>> {
  let equal: Node[] = [];
  for await (const node of nodes) {
    if (equal[0] !== undefined && !isEqual(equal[0], node)) {
      if (direction === 'backwards') yield* fromTheLast(equal);
      equal = [];
    }
    equal.push(node);
    if (direction === 'forwards') yield { node, position: positionOf(node, equal.length - 1) };
  }
  if (direction === 'backwards') yield* fromTheLast(equal);

  function fromTheLast(nodesOfRun: readonly Node[]): Entry<Node, Place>[] {
    return nodesOfRun.map((node, index) => ({
      node,
      position: positionOf(node, nodesOfRun.length - 1 - index),
    }));
  }
}
