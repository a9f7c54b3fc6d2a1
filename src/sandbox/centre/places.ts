import { remembering } from './memo.ts';
import { type Streams, shuffled } from './random.ts';

/** Shares are exact among so many members that follow each other, so that a small centre has every oddity too. */
const BLOCK = 60;
/** As many as the largest centre has. */
const REMEMBERED_BLOCKS = 200;

/**
 * Deals the places 0 to 59 among every sixty members, in an order of its own for each purpose. Whoever wants four of
 * sixty members takes those whose place is below 4.
 */
export function placesFor(random: Streams, purpose: string): (member: number) => number {
  const places = remembering(REMEMBERED_BLOCKS, (block: number) =>
    shuffled(random('block', block, purpose), BLOCK),
  );
  return (member) => places(Math.floor(member / BLOCK))[member % BLOCK] as number;
}
