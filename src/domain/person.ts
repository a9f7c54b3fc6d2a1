import { type Account, liveChatAccountByKey, normalizeEmail, rocketChatAccountByKey } from './account.ts';
import type { UpstreamError } from './errors.ts';
import type { Identity } from './identity.ts';
import { compareText } from './text.ts';
import type { Vendor } from './vendor.ts';

/**
 * What a person's id is made of: the key of the operator's identity for them, else an e-mail address, in the form in which
 * addresses are compared, else the account of somebody who has none.
 */
export type PersonKey =
  | { readonly kind: 'identity'; readonly identity: string }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'account'; readonly vendor: Vendor; readonly account: string };

/** One person, with every account that the vendors asked have for them. */
export interface Person {
  readonly key: PersonKey;
  readonly accounts: readonly Account[];
  /** What the operator says of this person; null where that is nothing. */
  readonly identity: Identity | null;
  /** Why a vendor could not be asked about this person. */
  readonly unavailable: readonly UpstreamError[];
}

/** Somebody whom a report names, before anybody was asked who that is. */
export interface PersonReference {
  readonly key: PersonKey;
  /** The account as far as the report tells it. */
  readonly account: Account;
}

/**
 * Whose address makes the id. LiveChat and Kore.ai know one address of a person and Rocket.Chat several, so the id
 * that those two can tell is the one that also holds while Rocket.Chat is down.
 */
const ADDRESS_ORDER: readonly Vendor[] = ['LIVECHAT', 'KORE_AI', 'ROCKET_CHAT'];
const NAME_ORDER: readonly Vendor[] = ['ROCKET_CHAT', 'LIVECHAT', 'KORE_AI'];

/** The key of the person who has these accounts and, by the operator's word, this identity. */
export function personKey(accounts: readonly Account[], identity: Identity | null): PersonKey {
  if (identity !== null) return { kind: 'identity', identity: identity.key };
  const email = personEmail(accounts);
  if (email !== null) return { kind: 'email', email: normalizeEmail(email) };
  const [first] = inOrder(accounts, NAME_ORDER);
  if (first === undefined) throw new TypeError('A person has at least one account');
  return { kind: 'account', vendor: first.vendor, account: first.key };
}

/** A key as text, equal for equal keys and different for different ones. */
export function personKeyText(key: PersonKey): string {
  switch (key.kind) {
    case 'identity':
      return `identity:${key.identity}`;
    case 'email':
      return `email:${key.email}`;
    case 'account':
      return `account:${key.vendor}:${key.account}`;
  }
}

/** The key that `personKeyText` wrote; null where it did not write this. */
export function parsePersonKey(text: string): PersonKey | null {
  const { identity, email, vendor, account } =
    /^(?:identity:(?<identity>.+)|email:(?<email>.+)|account:(?<vendor>[A-Z_]+):(?<account>.+))$/s.exec(text)
      ?.groups ?? {};
  if (identity !== undefined) return { kind: 'identity', identity };
  if (email !== undefined) return email === normalizeEmail(email) ? { kind: 'email', email } : null;
  return vendor === undefined || account === undefined ? null : { kind: 'account', vendor, account };
}

/**
 * The accounts of somebody whom no directory has and only a report named, as far as the key and the operator tell them;
 * none where no report can have. LiveChat's reports are the ones that name people by address.
 */
export function reportedAccounts(key: PersonKey, identity: Identity | null): Account[] {
  switch (key.kind) {
    case 'identity':
      return identity?.claims.flatMap(({ vendor, value }) => reportedAccount(vendor, value)) ?? [];
    case 'email':
      return [liveChatAccountByKey(key.email)];
    case 'account':
      return reportedAccount(key.vendor, key.account);
  }
}

function reportedAccount(vendor: Vendor, key: string): Account[] {
  switch (vendor) {
    case 'ROCKET_CHAT':
      return [rocketChatAccountByKey(key)];
    case 'LIVECHAT':
      return [liveChatAccountByKey(key)];
    default:
      return [];
  }
}

/** The person's address, as its vendor spells it; null where no vendor gives one. */
export function personEmail(accounts: readonly Account[]): string | null {
  return inOrder(accounts, ADDRESS_ORDER).flatMap(({ emails }) => emails)[0] ?? null;
}

/** The person's name: the operator's, else the vendors'; null where nobody gives one. */
export function personName({ accounts, identity }: Person): string | null {
  if (identity?.name != null) return identity.name;
  return inOrder(accounts, NAME_ORDER).find(({ name }) => name !== null)?.name ?? null;
}

/** Of several accounts at one vendor the first by key leads, whichever was found first. */
function inOrder(accounts: readonly Account[], order: readonly Vendor[]): Account[] {
  return accounts.toSorted(
    (a, b) => order.indexOf(a.vendor) - order.indexOf(b.vendor) || compareText(a.key, b.key),
  );
}
