import { Candidates } from './candidates.ts';
import type { AccountFinder } from './finder.ts';
import type { Sources } from './join.ts';
import { Listing } from './listing.ts';

/** Rows that are looked at together: no call depends on it, as the lists have been read. */
const CHUNK = 1000;

/**
 * How many people a walk over these vendors' lists gives; null where a vendor does not tell how many it has. The lists are read whole, one after the other, a part of the
 * calls that the operation has left for each; what was read in the last hour serves. Where that is not enough, rejects
 * with UPSTREAM_RATE_LIMITED: what was read is kept, and the next count goes on from there.
 */
export async function countPeople(
  readers: readonly AccountFinder[],
  sources: Sources,
): Promise<number | null> {
  const firstPages = await Promise.all(readers.map((reader) => reader.page(0)));
  if (firstPages.some(({ total }) => total === null)) return null;
  // Of one vendor's accounts only the operator can say that two are one person's.
  if (readers.length === 1 && sources.identities.size === 0) return firstPages[0]?.total ?? null;
  for (const reader of readers) await reader.complete();
  const listings = readers.map((reader) => new Listing(reader, null, CHUNK, 0));
  let count = 0;
  for await (const rows of new Candidates(listings, null, sources).between('forwards', null, null))
    count += rows.length;
  return count;
}
