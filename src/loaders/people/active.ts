import { type Account, comparableKey, matchesText } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { type Person, personKeyText } from '../../domain/person.ts';
import type { VendorPort } from '../../domain/ports.ts';
import { compareText } from '../../domain/text.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import { joinAccounts, type Sources, Unlisted } from './join.ts';
import type { DirectoryReader } from './reader.ts';
import type { WalkFilter } from './walk.ts';

/** Who was active, and the vendors whose reports of it failed. */
export interface ActivePeople {
  readonly people: readonly Person[];
  readonly problems: readonly UpstreamError[];
}

/**
 * Everybody of whom a vendor reports activity in the range, each once, ordered by the text of their keys. Reports name
 * people in no common order, so all of them are read, and so are the directories that say who these people are.
 */
export async function activePeople(
  ports: readonly VendorPort[],
  sources: Sources,
  range: TimeRange,
  { vendors, text }: WalkFilter,
  operation: Operation,
): Promise<ActivePeople> {
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
