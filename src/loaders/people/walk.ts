import { UpstreamError } from '../../domain/errors.ts';
import type { Person } from '../../domain/person.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { Attempt } from './attempts.ts';
import { Candidates, type Direction, type VendorPlace } from './candidates.ts';
import type { AccountFinder } from './finder.ts';
import { joinAccounts, type Sources } from './join.ts';
import { type LeftOut, leftOutBy, leftOutError } from './left-out.ts';
import { Listing, type Row } from './listing.ts';
import { checkPartial, partialVendors } from './partial.ts';
import { UnfinishedListError, unfinished } from './reading-on.ts';

/**
 * Where somebody stands in the list of all people. The list is the vendors' listings one after the other, of which each
 * leaves out who stands in an earlier one. The vendor that is hardest to ask for given people comes first, so that for
 * its own rows only the easier ones have to be asked: a page among them costs one call to each vendor.
 */
export interface Position extends VendorPlace {
  readonly leftOut: readonly LeftOut[];
  /** The vendors that told only a part of their people when the walk began. */
  readonly partial: readonly Vendor[];
}

/** A person and where the list has them. */
export interface PlacedPerson {
  readonly position: Position;
  readonly person: Person;
}

/** How many rows are looked at together; as many addresses as Kore.ai, the stricter one, can be asked for at once. */
const CHUNK = 50;

/** Which people to walk over. */
export interface WalkFilter {
  readonly vendors: readonly Vendor[] | null;
  readonly text: string | null;
}

/** Which of them. */
export interface WalkWindow {
  readonly direction: Direction;
  readonly count: number;
  readonly after: Position | null;
  readonly before: Position | null;
}

/** Some people of a list. */
export interface WalkedPage {
  readonly people: readonly PlacedPerson[];
  /** Whether more follow in the direction of the walk. */
  readonly hasMore: boolean;
  /** Whether the walk leaves out no vendor. */
  readonly isWhole: boolean;
  /** Which vendors the page lacks, wholly or in part, and why. */
  readonly problems: readonly UpstreamError[];
}

/**
 * The people within the window, in the list's order. `listed` are the lists that are walked over, `sources` say which
 * other accounts somebody has.
 *
 * A page from a cursor on rejects where a list fails that tells who stands there: the pages before rest on that list, and
 * the cursor serves again later. Only a walk that begins may leave a vendor out, and then does to its end. `attempt` has
 * what earlier attempts at the page have left.
 */
export async function walk(
  listed: readonly AccountFinder[],
  sources: Sources,
  filter: WalkFilter,
  window: WalkWindow,
  attempt: Attempt,
): Promise<WalkedPage> {
  for (const reader of sources.readers) reader.resume(attempt);
  const cursors = [window.after, window.before].filter((position) => position !== null);
  const failures = leftOutBy(cursors).map(leftOutError);
  for (;;) {
    const isAsked = ({ vendor }: AccountFinder) => failures.every((failure) => failure.vendor !== vendor);
    const asked = listed.filter(isAsked);
    const rest = { ...sources, readers: sources.readers.filter(isAsked), leftOut: failures };
    try {
      // Without a vendor that is left out now, and may be back at the next attempt, verdicts are for this one only.
      const isKept = cursors.length > 0 || failures.length === 0;
      const verdicts = isKept ? attempt.verdicts : new Map();
      const page = await readPage(asked, rest, filter, window, { ...attempt, verdicts });
      // Whether a vendor answers that the walk comes to later is known before it begins.
      if (cursors.length === 0)
        await Promise.all(sections(asked, filter).map((reader) => reader.isAsked || reader.page(0)));
      const failed = asked.find(({ failure }) => failure !== null)?.failure ?? null;
      if (cursors[0] === undefined && failed !== null) throw failed;
      if (cursors[0] !== undefined) checkPartial(asked, cursors[0].partial);
      const partial = cursors[0]?.partial ?? partialVendors(asked);
      const leftOut = failures.map(({ vendor, code }) => ({ vendor, code }));
      const people = page.people.map(({ person, place }) => ({
        person,
        position: { ...place, leftOut, partial },
      }));
      return { ...page, people };
    } catch (error) {
      const mayLeaveOut =
        cursors.length === 0 && error instanceof UpstreamError && isPresent(error.vendor, rest);
      // A list that is read bit by bit has not failed.
      if (!mayLeaveOut || error instanceof UnfinishedListError) throw error;
      failures.push(error);
    }
  }
}

function isPresent(vendor: Vendor, { readers }: Sources): boolean {
  return readers.some((reader) => reader.vendor === vendor);
}

/** A page whose people stand at places of this attempt's lists. */
interface ReadPage extends Omit<WalkedPage, 'people'> {
  readonly people: readonly { readonly place: VendorPlace; readonly person: Person }[];
}

async function readPage(
  listed: readonly AccountFinder[],
  sources: Sources,
  filter: WalkFilter,
  { direction, count, after, before }: WalkWindow,
  { since, verdicts }: Attempt,
): Promise<ReadPage> {
  // Where identities are to be followed, every vendor is asked about each row: those of the page, and one beyond it.
  const chunk = sources.identities.size === 0 ? CHUNK : count + 1;
  const listings = sections(listed, filter).map((reader) => new Listing(reader, filter.text, chunk, since));
  const [from, to] = direction === 'forwards' ? [after, before] : [before, after];
  const found: Row[] = [];
  const judgedBefore = verdicts.size;
  // A list that changes between two of its pages shows somebody twice; who stands at a cursor has been shown too.
  const shown = new Set([after, before].flatMap((position) => (position === null ? [] : mark(position))));
  for await (const candidates of new Candidates(listings, filter.text, sources).between(
    direction,
    from,
    to,
  )) {
    const chosen =
      filter.vendors === null
        ? candidates
        : await havingAccount(candidates, filter.vendors, sources, verdicts).catch((error: unknown) => {
            const [vendor] = candidates.map(({ account }) => account.vendor);
            throw vendor !== undefined && verdicts.size > judgedBefore ? unfinished(vendor, error) : error;
          });
    for (const row of chosen) {
      const place = mark(row.account);
      if (!shown.has(place)) found.push(row);
      shown.add(place);
    }
    if (found.length > count) break;
  }
  // The one beyond the page shows that more follow; it is not worth asking who it is.
  const people = await Promise.all(
    found.slice(0, count).map(async (row) => ({
      place: { vendor: row.account.vendor, offset: row.offset, key: row.key },
      person: await joinAccounts([row.account], sources),
    })),
  );
  const readers = [...new Set([...listed, ...sources.readers])];
  return {
    people: direction === 'forwards' ? people : people.reverse(),
    hasMore: found.length > count,
    isWhole: sources.leftOut.length === 0,
    problems: [...sources.leftOut, ...readers.flatMap(({ problem }) => problem ?? [])],
  };
}

function mark({ vendor, key }: Pick<Position, 'vendor' | 'key'>): string {
  return `${vendor} ${key}`;
}

/**
 * The listings that can hold somebody with an account at one of the wanted vendors. A text can be in any account of theirs,
 * so it is looked for in all listings.
 */
function sections(
  readers: readonly AccountFinder[],
  { vendors, text }: WalkFilter,
): readonly AccountFinder[] {
  if (vendors === null) return readers;
  const last = readers.findLastIndex(({ vendor }) => vendors.includes(vendor));
  return text === null || last < 0 ? readers.slice(0, last + 1) : readers;
}

/**
 * The rows whose people have an account at one of these vendors, of whom `verdicts` knows some already. Rejects where a
 * vendor fails that may know of one.
 */
async function havingAccount(
  candidates: Row[],
  vendors: readonly Vendor[],
  sources: Sources,
  verdicts: Map<string, boolean>,
): Promise<Row[]> {
  const open = candidates.filter(
    ({ account }) => !vendors.includes(account.vendor) && !verdicts.has(mark(account)),
  );
  const found = open.map(async ({ account }) => {
    const { accounts } = await joinAccounts([account], sources);
    return { account, isWanted: accounts.some(({ vendor }) => vendors.includes(vendor)) };
  });
  const judged = await Promise.all(found);
  const failure = sources.readers.find((reader) => reader.failure !== null)?.failure ?? null;
  if (failure !== null && judged.some(({ isWanted }) => !isWanted)) throw failure;
  for (const { account, isWanted } of judged) verdicts.set(mark(account), isWanted);
  return candidates.filter(
    ({ account }) => vendors.includes(account.vendor) || verdicts.get(mark(account)) === true,
  );
}
