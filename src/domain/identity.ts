import { type Account, normalizeEmail } from './account.ts';
import type { Vendor } from './vendor.ts';

/** What the operator says of one person. */
export interface Identity {
  readonly key: string;
  readonly name: string | null;
  readonly claims: readonly Claim[];
}

/** An account by the operator's word for it; an address is written as `normalizeEmail` gives it. */
export interface Claim {
  readonly vendor: Vendor;
  readonly by: 'key' | 'email';
  readonly value: string;
}

/** Who is whom by the operator's word. */
export interface Identities {
  readonly size: number;
  /** The identity that claims this account; null where none does. */
  of(account: Account): Identity | null;
  byKey(key: string): Identity | null;
}

/** An index over identities of which no two claim the same. */
export function createIdentities(list: readonly Identity[]): Identities {
  const byKey = new Map(list.map((identity) => [identity.key, identity]));
  const byClaim = new Map(
    list.flatMap((identity) => identity.claims.map((claim) => [claimText(claim), identity] as const)),
  );
  return {
    size: list.length,
    of({ vendor, key, emails }) {
      const claims: Claim[] = [
        { vendor, by: 'key', value: key },
        ...emails.map((email) => ({ vendor, by: 'email' as const, value: normalizeEmail(email) })),
      ];
      return (
        claims.map((claim) => byClaim.get(claimText(claim))).find((found) => found !== undefined) ?? null
      );
    },
    byKey: (key) => byKey.get(key) ?? null,
  };
}

/** No identities: people are joined by their addresses alone. */
export const NO_IDENTITIES: Identities = { size: 0, of: () => null, byKey: () => null };

function claimText({ vendor, by, value }: Claim): string {
  return `${vendor} ${by} ${value}`;
}
