import { type Account, normalizeEmail } from './account.ts';
import type { Vendor } from './vendor.ts';

/** What the operator says of one person. */
export interface Identity {
  /** The operator's own word for the person, which outlasts addresses and accounts. */
  readonly key: string;
  readonly name: string | null;
  readonly claims: readonly Claim[];
}

/** An account by the word that the operator has for it: what the vendor calls it, or an address that it bears. */
export interface Claim {
  readonly vendor: Vendor;
  readonly by: 'key' | 'email';
  /** In the form in which such words are compared: an address as `normalizeEmail` gives it. */
  readonly value: string;
}

/** Which accounts belong to which person by the operator's word. */
export interface Identities {
  /** How many people the operator knows. */
  readonly size: number;
  /** The identity that claims this account; null where none does. */
  of(account: Account): Identity | null;
  byKey(key: string): Identity | null;
}

/** Finds people by what the operator says of them. No two may share a key or claim one account. */
export function createIdentities(list: readonly Identity[]): Identities {
  const byKey = new Map(list.map((identity) => [identity.key, identity]));
  const byClaim = new Map<string, Identity>();
  for (const identity of list) for (const claim of identity.claims) byClaim.set(claimText(claim), identity);
  return {
    size: list.length,
    of(account) {
      if (byClaim.size === 0) return null;
      for (const claim of claimsThatMean(account)) {
        const identity = byClaim.get(claimText(claim));
        if (identity !== undefined) return identity;
      }
      return null;
    },
    byKey: (key) => byKey.get(key) ?? null,
  };
}

/** What holds where the operator says nothing. */
export const NO_IDENTITIES: Identities = createIdentities([]);

/** A claim as text, equal for equal claims and different for different ones. */
export function claimText({ vendor, by, value }: Claim): string {
  return `${vendor} ${by} ${value}`;
}

/** Every claim that would mean the account, the surest first: a user id stays when an address changes hands. */
function claimsThatMean({ vendor, key, emails }: Account): Claim[] {
  const byEmail = emails.map((email): Claim => ({ vendor, by: 'email', value: normalizeEmail(email) }));
  return [{ vendor, by: 'key', value: key }, ...byEmail];
}
