import { type Account, normalizeEmail } from '../../src/domain/account.ts';
import { VENDORS, type VendorId } from '../support/vendor-ids.ts';

/**
 * People by the definition. Accounts that share an address or an identity are one person's, however many steps away; but
 * two identities are two people, and what neither claims goes to the nearer one, or of two as near to the first by key.
 */
export function peopleOf(
  accounts: readonly Account[],
  owners: ReadonlyMap<Account, string>,
): (readonly Account[])[] {
  const person = new Map([...owners].filter(([claimed]) => accounts.includes(claimed)));
  spread(accounts, person);
  for (const [index, each] of accounts.entries()) {
    if (person.has(each)) continue;
    person.set(each, `without identity ${index}`);
    spread(accounts, person);
  }
  return [...Map.groupBy(accounts, (each) => person.get(each)).values()];
}

/** Gives whoever shares an address with somebody's account to that person, step by step. */
function spread(accounts: readonly Account[], person: Map<Account, string>): void {
  for (;;) {
    const joining = accounts.flatMap((each) => {
      if (person.has(each)) return [];
      const near = accounts.filter((other) => person.has(other) && shareAddress(each, other));
      const [first] = near.map((other) => person.get(other) ?? '').sort();
      return first === undefined ? [] : [[each, first] as const];
    });
    if (joining.length === 0) return;
    for (const [each, nearest] of joining) person.set(each, nearest);
  }
}

function shareAddress(a: Account, b: Account): boolean {
  return a.emails.some((x) => b.emails.some((y) => normalizeEmail(x) === normalizeEmail(y)));
}

/** Accounts, however much of them is told. */
export type Keys = readonly { readonly vendor: string; readonly key: string }[];

/** Accounts as a text that is equal for equal ones. */
export function described(accounts: Keys): string {
  return accounts
    .map(({ vendor, key }) => `${vendor} ${key}`)
    .sort()
    .join(', ');
}

/** People as texts, in an order that depends on nothing else. */
export function allDescribed(people: readonly Keys[]): string[] {
  return people.map(described).sort();
}

/**
 * The account that makes a person's id: the first that is claimed, or else that bears an address, at LiveChat, Kore.ai or
 * Rocket.Chat in this order; where there is neither, the only one.
 */
export function decisive(accounts: readonly Account[], owners: ReadonlyMap<Account, string>): Account {
  const ordered = accounts.toSorted((a, b) => placeOf(b) - placeOf(a) || (a.key < b.key ? -1 : 1));
  const found =
    ordered.find((each) => owners.has(each)) ?? ordered.find(({ emails }) => emails.length > 0) ?? ordered[0];
  if (found === undefined) throw new TypeError('A person has at least one account');
  return found;
}

function placeOf({ vendor }: Account): number {
  return VENDORS.indexOf(vendor as VendorId);
}
