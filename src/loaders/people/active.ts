import { type Account, matchesText } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import { type Person, personKey, personKeyText } from '../../domain/person.ts';
import type { VendorPort } from '../../domain/ports.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import { joinAccounts } from './join.ts';
import type { DirectoryReader } from './reader.ts';
import type { WalkFilter } from './walk.ts';

/**
 * Everybody of whom a vendor reports activity in the range, each once, ordered by the text of their keys. Reports name
 * people in no common order, so all of them are read, and so are the directories that say who these people are.
 */
export async function activePeople(
  ports: readonly VendorPort[],
  readers: readonly DirectoryReader[],
  range: TimeRange,
  { vendors, text }: WalkFilter,
): Promise<Person[]> {
  const accounts = (await Promise.all(readers.map((reader) => activeAccounts(reader, ports, range)))).flat();
  const people = new Map<string, Person>();
  for (const person of await Promise.all(accounts.map((account) => joinAccounts([account], readers)))) {
    const isWanted =
      (vendors === null || person.accounts.some(({ vendor }) => vendors.includes(vendor))) &&
      (text === null || person.accounts.some((account) => matchesText(account, text)));
    if (isWanted) people.set(personKeyText(personKey(person.accounts)), person);
  }
  return [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, person]) => person);
}

/** A vendor's active accounts as its directory has them; who is not in there any more stays known by key alone. */
async function activeAccounts(
  reader: DirectoryReader,
  ports: readonly VendorPort[],
  range: TimeRange,
): Promise<readonly Account[]> {
  const port = ports.find(({ vendor }) => vendor === reader.vendor);
  if (port === undefined) return [];
  try {
    const [active, everyone] = await Promise.all([
      reader.ask((operation) => port.activeAccounts(range, operation)),
      reader.everyone(),
    ]);
    const byKey = new Map(everyone.map((account) => [account.key, account]));
    return active.map((account) => byKey.get(account.key) ?? account);
  } catch (error) {
    if (error instanceof UpstreamError) return [];
    throw error;
  }
}
