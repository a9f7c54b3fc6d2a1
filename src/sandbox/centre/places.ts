import { remembering } from './memo.ts';
import { type Streams, shuffled } from './random.ts';

/** Enough for the largest staff. */
const REMEMBERED_BLOCKS = 500;

/**
 * Deals the places 0 to `size - 1` to every block of so many things, in an order of its own for each purpose. Whoever
 * wants exactly four of each block takes those whose place is below 4: so a small centre has every oddity, too.
 */
export function placesFor(random: Streams, purpose: string, size: number): (index: number) => number {
  const places = remembering(REMEMBERED_BLOCKS, (block: number) =>
    shuffled(random('block', block, purpose), size),
  );
  return (index) => places(Math.floor(index / size))[index % size] as number;
}
