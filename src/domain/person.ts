import { type Account, normalizeEmail } from './account.ts';
import type { UpstreamError } from './errors.ts';
import type { Identity } from './identity.ts';
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
  /** The operator's name for the person, else the vendors'; null where there is none. */
  readonly name: string | null;
  /** The person's address, as its vendor spells it; null where no vendor gives one. */
  readonly email: string | null;
  /** Why a vendor could not be asked about this person. */
  readonly unavailable: readonly UpstreamError[];
}

/** A person that a report names, before any vendor was asked for more. */
export interface PersonReference {
  readonly key: PersonKey;
  /** The account as far as the report tells it. */
  readonly account: Account;
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
