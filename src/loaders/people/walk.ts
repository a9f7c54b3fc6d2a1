import { type Account, matchesText } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Person } from '../../domain/person.ts';
import type { Vendor } from '../../domain/vendor.ts';
import { joinAccounts, partOfFirst, type Sources } from './join.ts';
import { linkedBefore } from './links.ts';
import { Listing, type Place, type Row } from './listing.ts';
import type { DirectoryReader } from './reader.ts';

/**
 * Where somebody stands in the list of all people. The list is the vendors' listings one after the other, of which each
 * leaves out who stands in an earlier one. The vendor that is hardest to ask for given people comes first, so that for
 * its own rows only the easier ones have to be asked: a page among them costs one call to each vendor.
 */
export interface Position extends Place {
  readonly vendor: Vendor;
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
  readonly direction: 'forwards' | 'backwards';
  readonly count: number;
  readonly after: Position | null;
  readonly before: Position | null;
}

/**
 * The people within the window in the list's order, and whether more follow in the direction of the walk. `listed` are
 * the lists that are walked over, `sources` say which other accounts somebody has.
 */
export async function walk(
  listed: readonly DirectoryReader[],
  sources: Sources,
  filter: WalkFilter,
  { direction, count, after, before }: WalkWindow,
): Promise<{ readonly people: readonly PlacedPerson[]; readonly hasMore: boolean }> {
  // Where identities are to be followed, every vendor is asked about each row: those of the page, and one beyond it.
  const chunk = sources.identities.size === 0 ? CHUNK : count + 1;
  const listings = sections(listed, filter).map((reader) => new Listing(reader, filter.text, chunk));
  const [from, to] = direction === 'forwards' ? [after, before] : [before, after];
  const found: Row[] = [];
  // A list that changes between two of its pages shows somebody twice; who stands at a cursor has been shown too.
  const shown = new Set([after, before].flatMap((position) => (position === null ? [] : mark(position))));
  for await (const candidates of new Walk(listings, filter, sources).candidates(direction, from, to)) {
    const chosen =
      filter.vendors === null ? candidates : await havingAccount(candidates, filter.vendors, sources);
    for (const row of chosen) {
      const place = mark({ vendor: row.account.vendor, key: row.key });
      if (!shown.has(place)) found.push(row);
      shown.add(place);
    }
    if (found.length > count) break;
  }
  // The one beyond the page shows that more follow; it is not worth asking who it is.
  const people = await Promise.all(
    found.slice(0, count).map(async (row) => ({
      position: { vendor: row.account.vendor, offset: row.offset, key: row.key },
      person: await joinAccounts([row.account], sources),
    })),
  );
  return { people: direction === 'forwards' ? people : people.reverse(), hasMore: found.length > count };
}

function mark({ vendor, key }: Pick<Position, 'vendor' | 'key'>): string {
  return `${vendor} ${key}`;
}

/**
 * The listings that can hold somebody with an account at one of the wanted vendors. A text can be in any account of theirs,
 * so it is looked for in all listings.
 */
function sections(
  readers: readonly DirectoryReader[],
  { vendors, text }: WalkFilter,
): readonly DirectoryReader[] {
  if (vendors === null || text !== null) return readers;
  return readers.slice(0, readers.findLastIndex(({ vendor }) => vendors.includes(vendor)) + 1);
}

async function havingAccount(candidates: Row[], vendors: readonly Vendor[], sources: Sources) {
  const isWanted = await Promise.all(
    candidates.map(async ({ account }) => {
      if (vendors.includes(account.vendor)) return true;
      const { accounts } = await joinAccounts([account], sources);
      return accounts.some(({ vendor }) => vendors.includes(vendor));
    }),
  );
  return candidates.filter((_, index) => isWanted[index]);
}

class Walk {
  readonly #listings: readonly Listing[];
  readonly #text: string | null;
  readonly #sources: Sources;

  constructor(listings: readonly Listing[], { text }: WalkFilter, sources: Sources) {
    this.#listings = listings;
    this.#text = text;
    this.#sources = sources;
  }

  /** Rows between two positions, both left out, that stand in no earlier listing. */
  async *candidates(
    direction: WalkWindow['direction'],
    from: Position | null,
    to: Position | null,
  ): AsyncGenerator<Row[]> {
    const last = direction === 'forwards' ? this.#listings.length - 1 : 0;
    const step = direction === 'forwards' ? 1 : -1;
    const first = from === null ? this.#listings.length - 1 - last : this.#section(from);
    if (to !== null && step * (this.#section(to) - first) < 0) return;
    for (let section = first; step * (last - section) >= 0; section += step) {
      const start = section === first ? from : null;
      const end = to !== null && this.#section(to) === section ? to : null;
      yield* this.#survivingFailure(section, direction, start, end);
      if (end !== null) return;
    }
  }

  #section(position: Position): number {
    return this.#listings.findIndex(({ reader }) => reader.vendor === position.vendor);
  }

  /** A vendor that fails ends its own listing only; its reader remembers why. */
  async *#survivingFailure(
    section: number,
    direction: WalkWindow['direction'],
    from: Position | null,
    to: Position | null,
  ): AsyncGenerator<Row[]> {
    try {
      yield* this.#within(section, direction, from, to);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
    }
  }

  async *#within(
    section: number,
    direction: WalkWindow['direction'],
    from: Position | null,
    to: Position | null,
  ): AsyncGenerator<Row[]> {
    const listing = this.#listings[section];
    if (listing === undefined) return;
    const start = from === null ? null : await listing.seek(from);
    const end = to === null ? null : await listing.seek(to);
    const isInside = ({ offset }: Row) =>
      end === null ||
      (direction === 'forwards'
        ? offset < end.offset
        : offset > end.offset || (end.gone && offset === end.offset));
    const chunks =
      direction === 'forwards'
        ? listing.forwards(start === null ? 0 : start.gone ? start.offset : start.offset + 1)
        : listing.backwards(start === null ? null : start.offset);
    for await (const rows of chunks) {
      const inside = rows.filter(isInside);
      yield await this.#newHere(section, inside);
      if (inside.length < rows.length) return;
    }
  }

  /** The rows whose people do not stand in the list before: at an earlier vendor, or in another account of this one. */
  async #newHere(section: number, rows: Row[]): Promise<Row[]> {
    const { identities } = this.#sources;
    const readers = this.#listings.slice(0, section + 1).map(({ reader }) => reader);
    const isKnown = await Promise.all(
      rows.map(async ({ account }) =>
        partOfFirst(await linkedBefore(account, readers, this.#sources), identities).some(
          (other) =>
            this.#isWalkedOver(other) &&
            (other.vendor === account.vendor
              ? other.key < account.key
              : readers.some(({ vendor }) => vendor === other.vendor)),
        ),
      ),
    );
    return rows.filter((_, index) => !isKnown[index]);
  }

  #isWalkedOver(account: Account): boolean {
    return this.#text === null || matchesText(account, this.#text);
  }
}
