import type { Account } from '../domain/account.ts';
import type { UpstreamError } from '../domain/errors.ts';
import type { Identities } from '../domain/identity.ts';
import type { Person } from '../domain/person.ts';
import { compareText } from '../domain/text.ts';
import type { PeopleCache } from './cache.ts';
import { Draft, partOfFirst } from './draft.ts';
import { type LinkRules, link, type Unlisted } from './links.ts';
import type { LookupKey } from './lookup-key.ts';
import { personEmail, personKey, personName, type VendorTraits } from './person-key.ts';
import type { DirectorySession, Found } from './session.ts';

/** Everything that decides which accounts belong to one person in one operation. */
export interface Sources {
  /** One session for each vendor, in the order in which the list of all people puts the vendors. */
  readonly sessions: readonly DirectorySession[];
  readonly traits: VendorTraits;
  readonly identities: Identities;
  readonly cache: PeopleCache;
  /** The vendors that are left out, and why: they are not asked. */
  readonly leftOut: readonly UpstreamError[];
}

interface ResolveOptions {
  /** Whether to read a vendor's whole list where asking for an address may miss another spelling of it. */
  readonly readsOn?: boolean;
  readonly unlisted?: Unlisted;
}

/** The owners of the first accounts of these lists, with all their accounts. */
export async function resolve(
  starts: readonly (readonly Account[])[],
  sources: Sources,
  options: ResolveOptions = {},
): Promise<Person[]> {
  const drafts = starts.map((start) => new Draft(start));
  await linkAll(drafts, sources, options);
  return drafts.map((draft) => toPerson(draft, sources, options));
}

/** Adds all accounts of the drafts' people to them, as the vendors have them now. */
export function linkAll(
  drafts: readonly Draft[],
  { sessions, identities }: Sources,
  { readsOn = false, unlisted }: ResolveOptions = {},
): Promise<void> {
  const find: LinkRules['find'] = (session, keys) =>
    readsOn ? search(session, keys) : session.find(keys, 'fetch');
  return link(drafts, sessions, { identities, find, asksForTwins: true, ...(unlisted && { unlisted }) });
}

/** As the policy `fetch`; but where the vendor may only have missed a spelling, its whole list is searched, too. */
async function search(session: DirectorySession, keys: readonly LookupKey[]): Promise<readonly Found[]> {
  const found = await session.find(keys, 'fetch');
  const isMissed = ({ accounts, failure }: Found) => accounts.length === 0 && failure === null;
  const missed = keys.filter((_, index) => found[index] !== undefined && isMissed(found[index]));
  const listed = await session.find(missed, 'roster');
  // The list may have been read up to an hour ago. By its spelling the vendor finds the account as it is now.
  const respelled = await session.find(missed, 'fetch');
  const again = new Map(
    missed.map((key, index) => {
      const failure = listed[index]?.failure ?? respelled[index]?.failure ?? null;
      return [key, { accounts: respelled[index]?.accounts ?? [], failure }];
    }),
  );
  return keys.map((key, index) => again.get(key) ?? found[index] ?? { accounts: [], failure: null });
}

/** What has been found of a draft as a person. */
export function toPerson(draft: Draft, sources: Sources, { unlisted }: ResolveOptions = {}): Person {
  const { sessions, traits, identities, cache } = sources;
  const places = new Map(sessions.map(({ vendor }, place) => [vendor, place]));
  const placeOf = ({ vendor }: Account) => places.get(vendor) ?? sessions.length;
  const accounts = partOfFirst(draft.linked, identities).toSorted(
    (a, b) => placeOf(a) - placeOf(b) || compareText(a.key, b.key),
  );
  const identity = accounts.map((account) => identities.of(account)).find((found) => found !== null) ?? null;
  // An account that only a report names does not decide a person's id if there are others: most queries do not see it.
  const listed = accounts.filter((account) => !unlisted?.get(account.vendor)?.has(account));
  const unavailable = problemsOf(draft, sources);
  const key = personKey(listed.length > 0 ? listed : accounts, identity, traits);
  return {
    key: cache.personKeys.keyOf({ key, accounts, unavailable }),
    accounts,
    identity,
    name: personName(accounts, identity, traits),
    email: personEmail(accounts, traits),
    unavailable,
  };
}

/** Why a person may have further accounts. */
export function problemsOf(draft: Draft, { sessions, leftOut }: Sources): readonly UpstreamError[] {
  const problems = sessions.flatMap(
    (session) =>
      draft.failures.get(session.vendor) ??
      (draft.asked.has(session.vendor) ? session.list.shortcoming : null) ??
      [],
  );
  return leftOut.length === 0 ? problems : [...leftOut, ...problems];
}
