import { type Account, matchesText } from '../domain/account.ts';
import { UpstreamError } from '../domain/errors.ts';
import { type Person, personKeyText } from '../domain/person.ts';
import { compareText } from '../domain/text.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { PeopleFilter } from './list.ts';
import { AccountIndex, accountKey } from './lookup-key.ts';
import { resolve, type Sources } from './resolve.ts';
import type { DirectorySession } from './session.ts';

/** The active people, and why some of them, or some of their accounts, may be missing. */
export interface ActivePeople {
  readonly people: readonly Person[];
  readonly problems: readonly UpstreamError[];
}

/**
 * All people of whom a vendor reports activity in the range, each once, ordered by the text of their keys. Reports name
 * people in no common order, so all reports are read, and all lists that reports are compared with.
 */
export async function activePeople(
  sources: Sources,
  range: TimeRange,
  filter: PeopleFilter,
): Promise<ActivePeople> {
  const answers = await Promise.all(sources.sessions.map((session) => activeAccounts(session, range)));
  const unlisted = new Map(answers.map((answer) => [answer.vendor, answer.unlisted]));
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
  readonly vendor: Vendor;
  /** As the vendor's list has them. An account that it does not have stays known by its key alone. */
  readonly accounts: readonly Account[];
  /** Those of them that the list does not have. */
  readonly unlisted: AccountIndex;
  readonly problems: readonly UpstreamError[];
}

async function activeAccounts(
  { vendor, traits, source, list }: DirectorySession,
  range: TimeRange,
): Promise<ActiveAccounts> {
  const unlisted = new AccountIndex(traits);
  try {
    const active = await source.activeAccounts(range);
    const listed = await list.everyone().catch(asFailure);
    // Without the list no account is known to be missing from it.
    if (listed instanceof UpstreamError) return { vendor, accounts: active, unlisted, problems: [listed] };
    const index = new AccountIndex(traits, listed);
    const accounts = active.map((account) => {
      const known = index.get(accountKey(account.key, traits))?.[0];
      if (known === undefined) unlisted.add(account);
      return known ?? account;
    });
    return { vendor, accounts, unlisted, problems: [list.shortcoming ?? []].flat() };
  } catch (error) {
    return { vendor, accounts: [], unlisted, problems: [asFailure(error)] };
  }
}

function asFailure(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  throw error;
}
