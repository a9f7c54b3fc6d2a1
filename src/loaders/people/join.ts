import { type Account, normalizeEmail } from '../../domain/account.ts';
import type { UpstreamError } from '../../domain/errors.ts';
import type { Identities, Identity } from '../../domain/identity.ts';
import { type Person, personKey } from '../../domain/person.ts';
import { compareText } from '../../domain/text.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { AccountFinder } from './finder.ts';
import { isBorne, linkedWith } from './links.ts';
import type { PeopleMemory } from './memory.ts';
import { AccountIndex, byKey, type Sought } from './sought.ts';

/** Whom the vendors know in this operation, and what else tells who is who. */
export interface Sources {
  /** In the order in which the list of all people puts the vendors. */
  readonly readers: readonly AccountFinder[];
  readonly identities: Identities;
  readonly memory: PeopleMemory;
  /** The vendors that are left out, and why: what they know of somebody is not asked for. */
  readonly leftOut: readonly UpstreamError[];
  /** Whether to read a vendor's whole list where asking for an address may miss another spelling of it. */
  readonly readsOn: boolean;
}

/** Accounts that no list has, and of which only a report tells. */
export class Unlisted {
  readonly #byVendor: ReadonlyMap<Vendor, AccountIndex>;

  constructor(accounts: readonly Account[]) {
    const byVendor = Map.groupBy(accounts, ({ vendor }) => vendor);
    this.#byVendor = new Map([...byVendor].map(([vendor, of]) => [vendor, new AccountIndex(of)]));
  }

  find(vendor: Vendor, sought: Sought): readonly Account[] {
    return this.#byVendor.get(vendor)?.get(sought) ?? [];
  }

  has(account: Account): boolean {
    return this.find(account.vendor, byKey(account.vendor, account.key)).length > 0;
  }
}

const NONE_UNLISTED = new Unlisted([]);

/**
 * The person to whom the first of these accounts belongs: theirs are all accounts that share an address or an identity
 * with one of theirs, however many steps away. A vendor is not asked for an address that one of its accounts here bears
 * already; what else it is known to have under that address is taken all the same. An account that is unlisted makes the
 * id of nobody who has others, as most ways to a person do not know of it.
 */
export async function joinAccounts(
  start: readonly Account[],
  sources: Sources,
  unlisted: Unlisted = NONE_UNLISTED,
): Promise<Person> {
  const { readers, identities, memory, leftOut, readsOn } = sources;
  const asked = (reader: AccountFinder, sought: Sought, found: readonly Account[]) => {
    if (isBorne(found, reader, sought)) return reader.further(sought, found);
    return readsOn ? reader.search(sought) : reader.find(sought);
  };
  const linked = await linkedWith(start, readers, identities, async (reader, sought, found) => [
    ...(await reader.orKnown(sought, asked(reader, sought, found))),
    ...unlisted.find(reader.vendor, sought),
  ]);
  const accounts = partOfFirst(linked, identities).toSorted(
    (a, b) => placeOf(a, readers) - placeOf(b, readers) || compareText(a.key, b.key),
  );
  const unavailable = [...leftOut, ...readers.flatMap(({ problem }) => problem ?? [])];
  const identity = identityOf(accounts, identities);
  const listed = accounts.filter((account) => !unlisted.has(account));
  const key = personKey(listed.length > 0 ? listed : accounts, identity);
  return { key: memory.keyOf({ key, accounts, unavailable }), accounts, identity, unavailable };
}

/**
 * Those of some linked accounts that belong together with the first. An address can lead from one of the operator's
 * identities to another, who are two people by the operator's word: what neither claims goes to the nearer one.
 */
export function partOfFirst(linked: readonly Account[], identities: Identities): readonly Account[] {
  const keys = linked.map((account) => identities.of(account)?.key ?? null);
  if (new Set(keys.filter((key) => key !== null)).size <= 1) return linked;
  const part = new Map(linked.map((account, index) => [account, keys[index] ?? null]));
  for (let grown = true; grown; ) {
    const joining = linked.flatMap((account) => {
      if (part.get(account) !== null) return [];
      const near = linked.filter((other) => part.get(other) !== null && shareAddress(account, other));
      const [key] = near.flatMap((other) => part.get(other) ?? []).sort(compareText);
      return key === undefined ? [] : [[account, key] as const];
    });
    for (const [account, key] of joining) part.set(account, key);
    grown = joining.length > 0;
  }
  const [first] = linked;
  return linked.filter((account) => first !== undefined && part.get(account) === part.get(first));
}

function identityOf(accounts: readonly Account[], identities: Identities): Identity | null {
  return accounts.map((account) => identities.of(account)).find((identity) => identity !== null) ?? null;
}

function shareAddress(a: Account, b: Account): boolean {
  const emails = a.emails.map(normalizeEmail);
  return b.emails.some((email) => emails.includes(normalizeEmail(email)));
}

function placeOf({ vendor }: Account, readers: readonly AccountFinder[]): number {
  return readers.findIndex((reader) => reader.vendor === vendor);
}
