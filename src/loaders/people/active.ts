import { type Account, comparableKey, matchesText } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { type Person, personKeyText } from '../../domain/person.ts';
import type { VendorPort } from '../../domain/ports.ts';
import { compareText } from '../../domain/text.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { Vendor } from '../../domain/vendor.ts';
import { joinAccounts, type Sources, Unlisted } from './join.ts';
import { type LeftOut, leftOutBy, leftOutError } from './left-out.ts';
import type { DirectoryReader } from './reader.ts';
import type { WalkFilter } from './walk.ts';

/** What a walk over the people who were active leaves out from its first page to its last. */
export interface Omissions {
  /** The vendors that could not say who their agents are. */
  readonly leftOut: readonly LeftOut[];
  /** The vendors whose reports of activity failed, though they could say who their agents are. */
  readonly withoutReport: readonly LeftOut[];
}

/** The people who were active, and the vendors that the list lacks. */
export interface ActivePeople extends Omissions {
  readonly people: readonly Person[];
  readonly problems: readonly UpstreamError[];
}

/**
 * The people of whom a vendor reports activity in the range, each once, ordered by the text of their keys. Reports name
 * people in no common order, so all of them are read, and so are the directories that say who these people are.
 *
 * `walks` has what the cursors of the page say. A page from a cursor on rejects where a vendor fails that the pages before
 * had: without its people the walk would lose those whose places lie on this page. Only a walk that begins may leave a
 * vendor out, and then does to its end.
 */
export async function activePeople(
  ports: readonly VendorPort[],
  sources: Sources,
  range: TimeRange,
  filter: WalkFilter,
  walks: readonly Omissions[],
  operation: Operation,
): Promise<ActivePeople> {
  const failed = leftOutBy(walks).map(leftOutError);
  const silent = leftOutBy(walks.map(({ withoutReport }) => ({ leftOut: withoutReport }))).map(leftOutError);
  for (;;) {
    const readers = sources.readers.filter(isNoneOf(failed));
    const asked = ports.filter(isNoneOf([...failed, ...silent]));
    const rest = { ...sources, readers, leftOut: failed };
    const { people, problems } = await readActive(asked, rest, range, filter, operation);
    const failures = readers.flatMap(({ failure }) => failure ?? []);
    const [failure] = [...failures, ...problems];
    if (failure === undefined) {
      const shortcomings = readers.flatMap(({ problem }) => problem ?? []);
      const omitted = { leftOut: failed.map(named), withoutReport: silent.map(named) };
      return { people, ...omitted, problems: [...failed, ...silent, ...shortcomings] };
    }
    if (walks.length > 0) throw failure;
    failed.push(...failures);
    silent.push(...problems.filter(isNoneOf(failures)));
  }
}

function isNoneOf(vendors: readonly { readonly vendor: Vendor }[]) {
  return ({ vendor }: { readonly vendor: Vendor }) => vendors.every((other) => other.vendor !== vendor);
}

function named({ vendor, code }: UpstreamError): LeftOut {
  return { vendor, code };
}

async function readActive(
  ports: readonly VendorPort[],
  sources: Sources,
  range: TimeRange,
  { vendors, text }: WalkFilter,
  operation: Operation,
): Promise<Pick<ActivePeople, 'people' | 'problems'>> {
  const answers = await Promise.all(
    ports.map((port) => activeAccounts(port, sources.readers, range, operation)),
  );
  const accounts = answers.flatMap(({ found }) => found);
  const unlisted = new Unlisted(answers.flatMap((answer) => answer.unlisted));
  const people = new Map<string, Person>();
  for (const person of await Promise.all(
    accounts.map((account) => joinAccounts([account], sources, unlisted)),
  )) {
    const isWanted =
      (vendors === null || person.accounts.some(({ vendor }) => vendors.includes(vendor))) &&
      (text === null || person.accounts.some((account) => matchesText(account, text)));
    if (isWanted) people.set(personKeyText(person.key), person);
  }
  return {
    people: [...people].sort(([a], [b]) => compareText(a, b)).map(([, person]) => person),
    problems: answers.flatMap(({ problem }) => problem ?? []),
  };
}

/** A vendor's active accounts as its directory has them; who is not in there any more stays known by key alone. */
async function activeAccounts(
  port: VendorPort,
  readers: readonly DirectoryReader[],
  range: TimeRange,
  operation: Operation,
): Promise<Active> {
  try {
    const active = await port.activeAccounts(range, operation);
    const byKey = await accountsByKey(readers.find(({ vendor }) => vendor === port.vendor));
    const found = active.map((account) => byKey?.get(keyOf(account)) ?? account);
    const unlisted = byKey === null ? [] : found.filter((account) => !byKey.has(keyOf(account)));
    return { found, unlisted, problem: null };
  } catch (error) {
    // The report failed, not the directory: who these people are can still be told to the other vendors.
    if (error instanceof UpstreamError) return { found: [], unlisted: [], problem: error };
    throw error;
  }
}

interface Active {
  readonly found: readonly Account[];
  /** Those of them that the vendor's directory does not have. */
  readonly unlisted: readonly Account[];
  readonly problem: UpstreamError | null;
}

/** Everybody whom the vendor's directory has; null where it fails, which its reader remembers. */
async function accountsByKey(
  reader: DirectoryReader | undefined,
): Promise<ReadonlyMap<string, Account> | null> {
  try {
    return new Map((await reader?.everyone())?.map((account) => [keyOf(account), account]));
  } catch (error) {
    if (error instanceof UpstreamError) return null;
    throw error;
  }
}

function keyOf({ vendor, key }: Account): string {
  return comparableKey(vendor, key);
}
