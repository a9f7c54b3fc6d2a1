import { firstAttempt } from './attempts.ts';
import { Listing } from './listing.ts';
import type { Sources } from './resolve.ts';
import { PeopleRows } from './rows.ts';

/** Rows that are looked at together: no call depends on it, as the lists have been read. */
const CHUNK = 1000;

/**
 * How many people a walk over the vendors' lists gives; null where a vendor does not tell how many it has. The lists are
 * read whole, one after the other, a part of the calls that the operation has left for each; what was read in the last
 * hour serves. Where that is not enough, rejects with UPSTREAM_RATE_LIMITED: what was read is kept, and the next count
 * goes on from there.
 */
export async function countPeople(sources: Sources): Promise<number | null> {
  const { sessions, identities } = sources;
  const firstPages = await Promise.all(sessions.map(({ list }) => list.page(0)));
  if (firstPages.some(({ total }) => total === null)) return null;
  // Of one vendor's accounts only the operator can say that two are one person's.
  if (sessions.length === 1 && identities.size === 0) return firstPages[0]?.total ?? null;
  for (const { list } of sessions) {
    const ask = list.readingOn.ofOneList();
    for (let missing = list.missingOnRoster(); missing.length > 0; missing = list.missingOnRoster())
      await ask(missing, (index) => list.page(index));
  }
  const listings = sessions.map((session) => new Listing(session, null, CHUNK, 0));
  const people = new PeopleRows(listings, null, sources, firstAttempt());
  let count = 0;
  for await (const rows of people.between('forwards', null, null)) count += rows.length;
  return count;
}
