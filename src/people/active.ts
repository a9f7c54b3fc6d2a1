import { type Account, matchesText } from '../domain/account.ts';
import { UpstreamError } from '../domain/errors.ts';
import { type Person, personKeyText } from '../domain/person.ts';
import { compareText } from '../domain/text.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { Vendor } from '../domain/vendor.ts';
import { type LeftOut, leftOutBy, leftOutError } from './cursors.ts';
import type { PeopleFilter } from './list.ts';
import { AccountIndex, accountKey } from './lookup-key.ts';
import { resolve, type Sources } from './resolve.ts';
import type { DirectorySession } from './session.ts';

/** What a walk over the people who were active leaves out from its first page to its last. */
export interface Omissions {
  /** The vendors whose list failed when the walk began. */
  readonly leftOut: readonly LeftOut[];
  /** The vendors whose report of activity failed then, though their list did not. */
  readonly withoutReport: readonly LeftOut[];
}

/** The people who were active, and why some of them, or some of their accounts, are missing. */
export interface ActivePeople extends Omissions {
  readonly people: readonly Person[];
  readonly problems: readonly UpstreamError[];
}

/**
 * All people with activity in the range by a vendor's report, each once, ordered by the text of their keys. Reports have no
 * common order, so all reports are read, and all lists that reports are compared with.
 *
 * `walks` has what the cursors of the page say. A page from a cursor on rejects where a vendor fails that the pages before
 * had: without its people the walk would lose those whose places lie on this page. Only a walk that begins may leave a
 * vendor out, and then does to its end.
 */
export async function activePeople(
  sources: Sources,
  range: TimeRange,
  filter: PeopleFilter,
  walks: readonly Omissions[],
): Promise<ActivePeople> {
  const leftOut = leftOutBy(walks).map(leftOutError);
  const silent = leftOutBy(walks.map(({ withoutReport }) => ({ leftOut: withoutReport }))).map(leftOutError);
  for (;;) {
    const rest = { ...sources, sessions: sources.sessions.filter(isNoneOf(leftOut)), leftOut };
    const { people, failures, silences, shortcomings } = await readActive(rest, range, filter, silent);
    const [failure] = [...failures, ...silences];
    if (failure === undefined)
      return {
        people,
        leftOut: leftOut.map(named),
        withoutReport: silent.map(named),
        problems: [...leftOut, ...silent, ...shortcomings],
      };
    if (walks.length > 0) throw failure;
    leftOut.push(...oneOfEachVendor(failures));
    silent.push(...silences.filter(isNoneOf(leftOut)));
  }
}

/** What an attempt at the people has found. */
interface Reading {
  readonly people: readonly Person[];
  /** Why lists failed, or questions about single people. */
  readonly failures: readonly UpstreamError[];
  /** Why reports failed. */
  readonly silences: readonly UpstreamError[];
  /** Why vendors list only a part of their people. */
  readonly shortcomings: readonly UpstreamError[];
}

async function readActive(
  sources: Sources,
  range: TimeRange,
  filter: PeopleFilter,
  silent: readonly UpstreamError[],
): Promise<Reading> {
  const { sessions, leftOut } = sources;
  const answers = await Promise.all(
    sessions.filter(isNoneOf(silent)).map((session) => activeAccounts(session, range)),
  );
  const unlisted = new Map(answers.map((answer) => [answer.vendor, answer.unlisted]));
  const starts = answers.flatMap(({ accounts }) => accounts.map((account) => [account]));
  const owners = await resolve(starts, sources, { unlisted });
  const people = new Map<string, Person>();
  for (const person of owners)
    if (isWanted(person, filter, sources)) people.set(personKeyText(person.key), person);
  const shortcomings = sessions.flatMap(({ list }) => list.shortcoming ?? []);
  const known = new Set([...leftOut, ...shortcomings]);
  const problems = [
    ...answers.flatMap(({ listFailure }) => listFailure ?? []),
    ...owners.flatMap(({ unavailable }) => unavailable),
  ];
  return {
    people: [...people].sort(([a], [b]) => compareText(a, b)).map(([, person]) => person),
    failures: [...new Set(problems)].filter((problem) => !known.has(problem)),
    silences: answers.flatMap(({ silence }) => silence ?? []),
    shortcomings,
  };
}

function isNoneOf(vendors: readonly { readonly vendor: Vendor }[]) {
  return ({ vendor }: { readonly vendor: Vendor }) => vendors.every((other) => other.vendor !== vendor);
}

function oneOfEachVendor(failures: readonly UpstreamError[]): UpstreamError[] {
  return [...Map.groupBy(failures, ({ vendor }) => vendor).values()].flatMap(([first]) => first ?? []);
}

function named({ vendor, code }: UpstreamError): LeftOut {
  return { vendor, code };
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
  readonly listFailure: UpstreamError | null;
  /** Why the report failed. */
  readonly silence: UpstreamError | null;
}

async function activeAccounts(
  { vendor, traits, source, list }: DirectorySession,
  range: TimeRange,
): Promise<ActiveAccounts> {
  const unlisted = new AccountIndex(traits);
  try {
    const active = await source.session.activeAccounts(range);
    const listed = await list.everyone().catch(asFailure);
    // Without the list no account is known to be missing from it.
    if (listed instanceof UpstreamError)
      return { vendor, accounts: active, unlisted, listFailure: listed, silence: null };
    const index = new AccountIndex(traits, listed);
    const accounts = active.map((account) => {
      const known = index.get(accountKey(account.key, traits))?.[0];
      if (known === undefined) unlisted.add(account);
      return known ?? account;
    });
    return { vendor, accounts, unlisted, listFailure: null, silence: null };
  } catch (error) {
    return { vendor, accounts: [], unlisted, listFailure: null, silence: asFailure(error) };
  }
}

function asFailure(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  throw error;
}
