import { CALLS_AT_ONCE } from '../../domain/map-in-batches.ts';
import { settled } from './faults.ts';
import { distinct, type PagedList } from './list.ts';
import { Stretch } from './stretch.ts';

/** Which rows of a list are wanted, by their places: from `first` up to `end`, that one left out. */
interface Places {
  readonly first: number;
  readonly end: number;
}

/** Fast is as few calls as can be, some at a time; careful is one call after the other, each from the last known row on. */
type Pace = 'fast' | 'careful';

/** Every different row of a list, in order: two rows of one key both come where they differ. */
export function readAll<Row>(list: PagedList<Row>): Promise<Row[]> {
  const everything = { first: 0, end: Number.POSITIVE_INFINITY };
  return settled(list, async (asked, pace) =>
    distinct(list, (await readStretch(asked, everything, pace)).rows),
  );
}

/** The rows at these places, and further ones where the server lists more than it is asked for. */
export async function readStretch<Row>(
  list: PagedList<Row>,
  places: Places,
  pace: Pace,
): Promise<Stretch<Row>> {
  const { first, end } = places;
  const stretch = new Stretch(list, first);
  const countFrom = (offset: number) => Math.min(list.callSize, end - offset);
  stretch.add(first, await list.read(first, countFrom(first)));
  while (stretch.hasMore && stretch.end < end) {
    const offsets = nextOffsets(stretch, list.callSize, end, pace);
    const slices = await Promise.all(offsets.map((offset) => list.read(offset, countFrom(offset))));
    for (const [index, slice] of slices.entries()) {
      const offset = offsets[index] ?? stretch.end;
      // What a server lists beyond what it was asked for may cover the next answer.
      if (offset >= stretch.end - 1) stretch.add(offset, slice);
    }
  }
  stretch.checkCount(end);
  return stretch;
}

/**
 * Where the next calls begin. Where the list's length is known and the server lists as many rows as it is asked for, some
 * go out at once, and they overlap by a row only if that takes no further call.
 */
function nextOffsets<Row>(stretch: Stretch<Row>, callSize: number, end: number, pace: Pace): number[] {
  const rowsPerCall = Math.min(callSize, Math.max(1, stretch.rowsPerCall ?? callSize));
  const last = Math.min(end, stretch.total ?? Number.POSITIVE_INFINITY);
  // At least one call, which shows whether a row follows.
  const left = Math.max(1, last - stretch.end);
  const isCounted = stretch.total !== null;
  const isFree = Math.ceil(left / (rowsPerCall - 1)) === Math.ceil(left / rowsPerCall);
  // From a server that lists one row a call, an answer with the anchor has no place for another row.
  const overlap = rowsPerCall > 1 && (pace === 'careful' || !isCounted || isFree) ? 1 : 0;
  const isWide = pace === 'fast' && isCounted && rowsPerCall === callSize;
  const calls = isWide ? Math.min(CALLS_AT_ONCE, Math.ceil(left / (rowsPerCall - overlap))) : 1;
  return Array.from({ length: calls }, (_, call) => stretch.end - overlap + call * (rowsPerCall - overlap));
}
