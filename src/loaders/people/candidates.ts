import { type Account, matchesText } from '../../domain/account.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { allEnded } from '../../domain/map-in-batches.ts';
import type { Vendor } from '../../domain/vendor.ts';
import { partOfFirst, type Sources } from './join.ts';
import { linkedBefore } from './links.ts';
import type { Listing, Place, Row } from './listing.ts';

/** Which way to go. */
export type Direction = 'forwards' | 'backwards';

/** A place in one of several vendors' listings. */
export interface VendorPlace extends Place {
  readonly vendor: Vendor;
}

/**
 * Rows of several vendors' listings, one listing after the other, of which each leaves out who stands in an earlier one.
 * A person who leaves an earlier list during a walk can be shown again in a later one. Only the people shown so far would
 * tell, and a cursor, which names one place, cannot carry them: an account that is gone looks like one that never was.
 */
export class Candidates {
  readonly #listings: readonly Listing[];
  readonly #text: string | null;
  readonly #sources: Sources;

  constructor(listings: readonly Listing[], text: string | null, sources: Sources) {
    this.#listings = listings;
    this.#text = text;
    this.#sources = sources;
  }

  /** Rows between two places, both left out, in chunks. Rejects where a listing cannot be read that they depend on. */
  async *between(
    direction: Direction,
    from: VendorPlace | null,
    to: VendorPlace | null,
  ): AsyncGenerator<Row[]> {
    const last = direction === 'forwards' ? this.#listings.length - 1 : 0;
    const step = direction === 'forwards' ? 1 : -1;
    const first = from === null ? this.#listings.length - 1 - last : this.#section(from);
    const end = to === null ? null : this.#section(to);
    if (end !== null && step * (end - first) < 0) return;
    for (let section = first; step * (last - section) >= 0; section += step) {
      const isEnd = section === end;
      yield* this.#within(section, direction, section === first ? from : null, isEnd ? to : null);
      if (isEnd) return;
    }
  }

  #section({ vendor }: VendorPlace): number {
    const section = this.#listings.findIndex(({ reader }) => reader.vendor === vendor);
    if (section >= 0) return section;
    throw new BadUserInputError(
      `the cursor is a place among the people of ${vendor}, who are not listed here.`,
    );
  }

  async *#within(
    section: number,
    direction: Direction,
    from: VendorPlace | null,
    to: VendorPlace | null,
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
    const isKnown = await allEnded(
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
