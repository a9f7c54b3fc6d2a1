import { type Account, matchesText } from '../domain/account.ts';
import { BadUserInputError } from '../domain/errors.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Attempt } from './attempts.ts';
import { Draft, partOfFirst } from './draft.ts';
import { type LinkRules, link } from './links.ts';
import type { Listing } from './listing.ts';
import type { Place, Row } from './listing-pages.ts';
import type { Sources } from './resolve.ts';

/** Which way to go. */
export type Direction = 'forwards' | 'backwards';

/** A place in one of several vendors' listings. */
export interface VendorPlace extends Place {
  readonly vendor: Vendor;
}

/** Rows of several vendors' listings, one after the other. Each leaves out the people of the listings before it. */
export class PeopleRows {
  /** The vendors on whose answers the rows rest so far. */
  readonly asked = new Set<Vendor>();
  readonly #listings: readonly Listing[];
  readonly #text: string | null;
  readonly #sources: Sources;
  readonly #attempt: Attempt;

  constructor(listings: readonly Listing[], text: string | null, sources: Sources, attempt: Attempt) {
    this.#listings = listings;
    this.#text = text;
    this.#sources = sources;
    this.#attempt = attempt;
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
    const section = this.#listings.findIndex(({ session }) => session.vendor === vendor);
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
    this.asked.add(listing.session.vendor);
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
    const { identities, sessions } = this.#sources;
    const listed = this.#listings.slice(0, section + 1).map(({ session }) => session);
    // By an identity, or an account with several addresses, an account of a later vendor can lead to an earlier one.
    const leading = sessions.filter(
      ({ vendor, traits }) =>
        (identities.size > 0 || traits.addresses === 'many') &&
        !listed.some((session) => session.vendor === vendor),
    );
    const asked = [...listed, ...leading];
    const isKnown = ([own, ...others]: readonly Account[]) =>
      own !== undefined &&
      others.some(
        (other) =>
          this.#isWalkedOver(other) &&
          (other.vendor === own.vendor
            ? other.key < own.key
            : listed.some(({ vendor }) => vendor === other.vendor)),
      );
    const rules: LinkRules = {
      identities,
      asksForTwins: false,
      find: (session, keys) =>
        session.find(keys, listed.includes(session) ? 'roster' : 'fetch', this.#attempt),
      // Which of two identities an account belongs to takes all of their accounts.
      isDone: ({ linked }) => identities.size === 0 && isKnown(linked),
    };
    const drafts = rows.map(({ account }) => new Draft([account]));
    await link(drafts, asked, rules);
    const isNew = drafts.map((draft) => {
      for (const vendor of draft.asked) this.asked.add(vendor);
      const [failure] = draft.failures.values();
      if (failure !== undefined && !rules.isDone?.(draft)) throw failure;
      return !isKnown(partOfFirst(draft.linked, identities));
    });
    return rows.filter((_, index) => isNew[index]);
  }

  #isWalkedOver(account: Account): boolean {
    if (this.#text === null) return true;
    const traits = this.#sources.traits.get(account.vendor);
    return traits !== undefined && matchesText(account, this.#text, traits);
  }
}
