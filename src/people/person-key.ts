import { type Account, normalizeEmail } from '../domain/account.ts';
import type { Identity } from '../domain/identity.ts';
import type { PersonKey } from '../domain/person.ts';
import type { AccountTraits } from '../domain/ports.ts';
import { compareText } from '../domain/text.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { DirectorySession } from './session.ts';

/** What the accounts of each vendor are like. */
export type VendorTraits = ReadonlyMap<Vendor, AccountTraits>;

type Rank = 'idRank' | 'nameRank';

/** The key of the person who has these accounts and, by the operator's word, this identity. */
export function personKey(
  accounts: readonly Account[],
  identity: Identity | null,
  traits: VendorTraits,
): PersonKey {
  if (identity !== null) return { kind: 'identity', identity: identity.key };
  const email = personEmail(accounts, traits);
  if (email !== null) return { kind: 'email', email: normalizeEmail(email) };
  const [first] = inOrder(accounts, 'idRank', traits);
  if (first === undefined) throw new TypeError('A person has at least one account');
  return { kind: 'account', vendor: first.vendor, account: first.key };
}

/** The person's address, as its vendor spells it; null where no vendor gives one. */
export function personEmail(accounts: readonly Account[], traits: VendorTraits): string | null {
  return inOrder(accounts, 'idRank', traits).flatMap(({ emails }) => emails)[0] ?? null;
}

/** The person's name: the operator's, else the vendors'; null where there is none. */
export function personName(
  accounts: readonly Account[],
  identity: Identity | null,
  traits: VendorTraits,
): string | null {
  if (identity?.name != null) return identity.name;
  const named = accounts.filter(({ name }) => name !== null);
  return inOrder(named, 'nameRank', traits)[0]?.name ?? null;
}

/** Of several accounts at one vendor the first by key leads, whichever was found first. */
function inOrder(accounts: readonly Account[], rank: Rank, traits: VendorTraits): readonly Account[] {
  if (accounts.length < 2) return accounts;
  const rankOf = ({ vendor }: Account) => traits.get(vendor)?.[rank] ?? Number.POSITIVE_INFINITY;
  return accounts.toSorted((a, b) => rankOf(a) - rankOf(b) || compareText(a.key, b.key));
}

/**
 * The accounts of a person that no list has and only a report named, as far as the key and the operator tell them; none
 * where no report can have named the person. Reports name people by address where a vendor's keys are addresses.
 */
export function reportedAccounts(
  key: PersonKey,
  identity: Identity | null,
  sessions: readonly DirectorySession[],
): Account[] {
  const byKey = (vendor: string, value: string) =>
    sessions.flatMap(({ source: { port } }) =>
      port.vendor === vendor ? (port.accountByKey?.(value) ?? []) : [],
    );
  switch (key.kind) {
    case 'identity':
      return identity?.claims.flatMap(({ vendor, value }) => byKey(vendor, value)) ?? [];
    case 'email':
      return sessions.flatMap(({ vendor, traits }) =>
        traits.keysAreAddresses ? byKey(vendor, key.email) : [],
      );
    case 'account':
      return byKey(key.vendor, key.account);
  }
}
