import type { Account } from '../domain/account.ts';
import type { UpstreamError } from '../domain/errors.ts';
import type { Person } from '../domain/person.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Attempt } from './attempts.ts';
import { checkPartial, type Position } from './cursors.ts';
import { Draft, partOfFirst } from './draft.ts';
import { accountText } from './key-cache.ts';
import { Listing } from './listing.ts';
import type { Row } from './listing-pages.ts';
import { unfinished } from './reading-on.ts';
import { linkAll, type Sources, toPerson } from './resolve.ts';
import { type Direction, PeopleRows } from './rows.ts';
import type { DirectorySession } from './session.ts';

/** A person and where the list has them. */
export interface PlacedPerson {
  readonly position: Position;
  readonly person: Person;
}

/** Which people to list. */
export interface PeopleFilter {
  readonly vendors: readonly Vendor[] | null;
  readonly text: string | null;
}

/** Which part of their list. */
export interface PeopleWindow {
  readonly direction: Direction;
  readonly count: number;
  readonly after: Position | null;
  readonly before: Position | null;
}

/** Some people of a list. */
export interface PeoplePage {
  readonly people: readonly PlacedPerson[];
  /** Whether more follow in the direction of the walk. */
  readonly hasMore: boolean;
  /** Whether the walk leaves out no vendor. */
  readonly isWhole: boolean;
  /** Which vendors the page lacks, wholly or in part, and why. */
  readonly problems: readonly UpstreamError[];
}

/**
 * The list of all people: the vendors' lists one after the other. Each leaves out the people of the lists before it.
 * The vendor that is hardest to ask for given people comes first, so that for its own rows only the easier ones have to be
 * asked: a page among them costs one call to each vendor.
 */
export class PeopleList {
  /** All lists, and those of them that can hold a wanted person. */
  readonly #all: readonly DirectorySession[];
  readonly #listed: readonly DirectorySession[];
  readonly #sources: Sources;
  readonly #filter: PeopleFilter;
  readonly #attempt: Attempt;
  readonly #judgedBefore: number;
  /** The people who were looked at, by the accounts of their rows. */
  readonly #drafts = new Map<Account, Draft>();

  constructor(listed: readonly DirectorySession[], sources: Sources, filter: PeopleFilter, attempt: Attempt) {
    this.#all = listed;
    this.#listed = sectionsOf(listed, filter);
    this.#sources = sources;
    this.#filter = filter;
    this.#attempt = attempt;
    this.#judgedBefore = attempt.verdicts.size;
  }

  /** Rejects with the failure of a vendor where the page depends on it. */
  async page(window: PeopleWindow): Promise<PeoplePage> {
    const { direction, count } = window;
    const { rows, asked } = await this.#rows(window);
    // The row beyond the page only shows that more rows follow.
    const shown = rows.slice(0, count);
    const drafts = await this.#linked(shown);
    for (const draft of drafts) for (const vendor of draft.asked) asked.add(vendor);
    const cursor = window.after ?? window.before;
    if (cursor === null) await this.#probe(drafts, asked);
    const sessions = [...new Set([...this.#all, ...this.#sources.sessions])];
    const told = sessions.filter(({ vendor, list }) => asked.has(vendor) && list.isAsked);
    const listed = told.filter((session) => this.#all.includes(session));
    if (cursor !== null) checkPartial(listed, cursor.partial);
    const isPartial = ({ list }: DirectorySession) => list.shortcoming !== null;
    const { leftOut } = this.#sources;
    const walk = {
      leftOut: leftOut.map(({ vendor, code }) => ({ vendor, code })),
      partial: cursor?.partial ?? listed.filter(isPartial).map(({ vendor }) => vendor),
    };
    const people = shown.map(({ account, offset, key }, index) => ({
      position: { vendor: account.vendor, offset, key, ...walk },
      person: toPerson(drafts[index] ?? new Draft([account]), this.#sources),
    }));
    const failures = drafts.flatMap((draft) => [...draft.failures.values()]);
    const shortcomings = told.flatMap(({ list }) => list.shortcoming ?? []);
    return {
      people: direction === 'forwards' ? people : people.reverse(),
      hasMore: rows.length > count,
      isWhole: leftOut.length === 0,
      problems: [...new Set([...leftOut, ...failures, ...shortcomings])],
    };
  }

  /** The wanted rows from the window's beginning on, one more than it counts, and the vendors on which they rest. */
  async #rows({
    direction,
    count,
    after,
    before,
  }: PeopleWindow): Promise<{ rows: Row[]; asked: Set<Vendor> }> {
    const { sessions, identities } = this.#sources;
    // Rows are looked at together as one call asks for; where identities are followed, every row costs every vendor a call.
    const sizes = sessions.map(({ directory }) => directory.lookup?.size ?? 1);
    const chunk = identities.size > 0 ? count + 1 : Math.max(count + 1, ...sizes);
    const { text } = this.#filter;
    const { since } = this.#attempt;
    const listings = this.#listed.map((session) => new Listing(session, text, chunk, since));
    const people = new PeopleRows(listings, text, this.#sources, this.#attempt);
    const [from, to] = direction === 'forwards' ? [after, before] : [before, after];
    const rows: Row[] = [];
    // A list that changes between two of its pages shows an account twice; those at the cursors have been shown too.
    const shown = new Set([after, before].flatMap((place) => (place === null ? [] : accountText(place))));
    for await (const candidates of people.between(direction, from, to)) {
      for (const row of await this.#wanted(candidates)) {
        const place = accountText(row.account);
        if (!shown.has(place)) rows.push(row);
        shown.add(place);
      }
      if (rows.length > count) break;
    }
    return { rows, asked: people.asked };
  }

  /** The rows whose people have an account at one of the wanted vendors. */
  async #wanted(rows: Row[]): Promise<Row[]> {
    const { vendors } = this.#filter;
    if (vendors === null) return rows;
    const { verdicts } = this.#attempt;
    const open = rows.filter(
      ({ account }) => !vendors.includes(account.vendor) && !verdicts.has(accountText(account)),
    );
    let failure: UpstreamError | undefined;
    for (const draft of await this.#linked(open)) {
      const [own, ...others] = partOfFirst(draft.linked, this.#sources.identities);
      const isWanted = others.some(({ vendor }) => vendors.includes(vendor));
      // A vendor that fails may know of an account that is wanted.
      if (!isWanted && draft.failures.size > 0) failure ??= [...draft.failures.values()][0];
      else if (own !== undefined) verdicts.set(accountText(own), isWanted);
    }
    if (failure !== undefined)
      throw verdicts.size > this.#judgedBefore ? unfinished(failure.vendor, failure) : failure;
    return rows.filter(
      ({ account }) => vendors.includes(account.vendor) || verdicts.get(accountText(account)) === true,
    );
  }

  /** The people of these rows with all their accounts. */
  async #linked(rows: readonly Row[]): Promise<Draft[]> {
    const drafts = rows.map(({ account }) =>
      this.#drafts.getOrInsertComputed(account, () => new Draft([account])),
    );
    await linkAll(drafts, this.#sources);
    return drafts;
  }

  /** Rejects where a vendor of the list fails: whether each of them answers is to be known before a walk begins. */
  async #probe(drafts: readonly Draft[], asked: Set<Vendor>): Promise<void> {
    const failures = this.#all.flatMap(({ vendor }) =>
      drafts.flatMap((draft) => draft.failures.get(vendor) ?? []),
    );
    if (failures[0] !== undefined) throw failures[0];
    const others = this.#listed.filter(({ vendor, list }) => !asked.has(vendor) || !list.isAsked);
    await Promise.all(others.map(({ list }) => list.page(0)));
    for (const { vendor } of others) asked.add(vendor);
  }
}

/**
 * The lists that can hold a person with an account at one of the wanted vendors. A text can be in any account, so it is
 * looked for in all lists.
 */
function sectionsOf(
  listed: readonly DirectorySession[],
  { vendors, text }: PeopleFilter,
): readonly DirectorySession[] {
  if (vendors === null) return listed;
  const last = listed.findLastIndex(({ vendor }) => vendors.includes(vendor));
  return text === null || last < 0 ? listed.slice(0, last + 1) : listed;
}
