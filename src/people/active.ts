import { type Account, matchesText } from '../domain/account.ts';
import { UpstreamError } from '../domain/errors.ts';
import { type Person, personKeyText } from '../domain/person.ts';
import { compareText } from '../domain/text.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { PeopleSource } from './bind.ts';
import type { PeopleFilter } from './list.ts';
import { AccountIndex, accountKey } from './lookup-key.ts';
import { resolve, type Sources, type Unlisted } from './resolve.ts';
import type { DirectorySession } from './session.ts';

/** The people who were active, and why some may be missing, or some of their accounts. */
export interface ActivePeople {
  readonly people: readonly Person[];
  readonly problems: readonly UpstreamError[];
}

/**
 * Everybody of whom a vendor reports activity in the range, each once, ordered by the text of their keys. Reports name
 * people in no common order, so all of them are read, and so are the directories that say who these people are.
 */
export async function activePeople(
  vendors: readonly PeopleSource[],
  sources: Sources,
  range: TimeRange,
  filter: PeopleFilter,
): Promise<ActivePeople> {
  const answers = await Promise.all(
    vendors.map((vendor) =>
      activeAccounts(
        vendor,
        sources.sessions.find((session) => session.vendor === vendor.vendor),
        range,
      ),
    ),
  );
  const unlisted = unlistedIn(
    answers.flatMap((answer) => answer.unlisted),
    sources,
  );
  const starts = answers.flatMap(({ accounts }) => accounts.map((account) => [account]));
  const people = new Map<string, Person>();
  const problems = answers.flatMap(({ problems: ofVendor }) => ofVendor);
  for (const person of await resolve(starts, sources, { unlisted })) {
    problems.push(...person.unavailable);
    if (isWanted(person, filter, sources)) people.set(personKeyText(person.key), person);
  }
  return {
    people: [...people].sort(([a], [b]) => compareText(a, b)).map(([, person]) => person),
    problems: [...new Set(problems)],
  };
}

function isWanted({ accounts }: Person, { vendors, text }: PeopleFilter, { traits }: Sources): boolean {
  const hasText = (account: Account) => {
    const ofVendor = traits.get(account.vendor);
    return text === null || (ofVendor !== undefined && matchesText(account, text, ofVendor));
  };
  return (
    (vendors === null || accounts.some(({ vendor }) => vendors.includes(vendor))) && accounts.some(hasText)
  );
}

interface ActiveAccounts {
  /** As the vendor's directory has them. An account that it does not have stays known by its key alone. */
  readonly accounts: readonly Account[];
  /** Those of them that the directory does not have. */
  readonly unlisted: readonly Account[];
  readonly problems: readonly UpstreamError[];
}

async function activeAccounts(
  { traits, activeAccounts: report }: PeopleSource,
  session: DirectorySession | undefined,
  range: TimeRange,
): Promise<ActiveAccounts> {
  try {
    const active = await report(range);
    const listed = (await session?.list.everyone().catch(asFailure)) ?? [];
    // Without the list nobody can tell who is not on it.
    if (listed instanceof UpstreamError) return { accounts: active, unlisted: [], problems: [listed] };
    const byKey = new Map(listed.map((account) => [accountKey(account.key, traits).text, account]));
    const accounts = active.map((account) => byKey.get(accountKey(account.key, traits).text) ?? account);
    const isListed = new Set(listed);
    const unlisted = accounts.filter((account) => !isListed.has(account));
    return { accounts, unlisted, problems: [session?.list.shortcoming ?? []].flat() };
  } catch (error) {
    return { accounts: [], unlisted: [], problems: [asFailure(error)] };
  }
}

function asFailure(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  throw error;
}

function unlistedIn(accounts: readonly Account[], { sessions }: Sources): Unlisted {
  const all = new Set(accounts);
  const indexes = new Map(
    sessions.map(({ vendor, traits }) => [
      vendor,
      new AccountIndex(
        traits,
        accounts.filter((account) => account.vendor === vendor),
      ),
    ]),
  );
  return {
    find: (vendor, key) => indexes.get(vendor)?.get(key) ?? [],
    has: (account) => all.has(account),
  };
}
