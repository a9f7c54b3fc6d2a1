import { type Account, isSameAccount, normalizeEmail } from '../domain/account.ts';
import type { UpstreamError } from '../domain/errors.ts';
import type { Claim, Identities } from '../domain/identity.ts';
import { compareText } from '../domain/text.ts';
import type { Vendor } from '../domain/vendor.ts';
import { accountKey, claimKey, emailKeysOf, type LookupKey, withSpellings } from './lookup-key.ts';
import type { DirectorySession, Found } from './session.ts';

/** A person while their accounts are collected. */
export class Draft {
  /** The accounts found so far. */
  readonly linked: Account[];
  /** Why a vendor may have further accounts. */
  readonly failures = new Map<Vendor, UpstreamError>();
  /** The vendors that the accounts come from, or that were asked for more. */
  readonly asked: Set<Vendor>;
  readonly #claims: readonly Claim[];
  readonly #emails: readonly string[];
  /** How many of the accounts each vendor was asked about, and by which keys. */
  readonly #seen = new Map<Vendor, { accounts: number; readonly keys: Set<string> }>();

  /** `claims` are what the person is looked for by, besides the accounts; `emails` are addresses in them as spelt by the caller. */
  constructor(start: readonly Account[], claims: readonly Claim[] = [], emails: readonly string[] = []) {
    this.linked = [...start];
    this.#claims = claims;
    this.#emails = emails;
    this.asked = new Set(start.map(({ vendor }) => vendor));
  }

  add(accounts: readonly Account[]): void {
    for (const account of accounts)
      if (!this.linked.some((known) => isSameAccount(known, account))) this.linked.push(account);
  }

  /** Adds what a vendor has answered. */
  take(vendor: Vendor, { accounts, failure }: Found): void {
    this.asked.add(vendor);
    this.add(accounts);
    if (failure !== null) this.failures.set(vendor, failure);
  }

  /** Puts the first account that is meant in front, so that the person is its owner; false where there is none. */
  lead(isMeant: (account: Account) => boolean): boolean {
    const index = this.linked.findIndex(isMeant);
    this.linked.unshift(...this.linked.splice(index, index < 0 ? 0 : 1));
    return index >= 0;
  }

  /** The properties by which the vendor can have further accounts of the person, each once. */
  newKeys({ vendor, directory }: DirectorySession, identities: Identities): LookupKey[] {
    const seen = this.#seen.getOrInsertComputed(vendor, () => ({ accounts: 0, keys: new Set<string>() }));
    if (seen.accounts === this.linked.length && seen.accounts > 0) return [];
    const accounts = this.linked.slice(seen.accounts);
    seen.accounts = this.linked.length;
    const claimed = identities.size === 0 ? [] : accounts.flatMap((account) => identities.of(account) ?? []);
    const claims = [...this.#claims, ...claimed.flatMap((identity) => identity.claims)];
    const keys = [
      ...accounts.flatMap(emailKeysOf),
      ...claims.filter((claim) => claim.vendor === vendor).map(claimKey),
    ].filter(({ text }) => !seen.keys.has(text) && seen.keys.add(text));
    if (keys.length === 0 || !directory.lookup?.exact) return keys;
    const emails = [...this.#emails, ...this.linked.flatMap((account) => account.emails)];
    return keys.map((key) => withSpellings(key, emails));
  }

  /** Whether one of the accounts is the vendor's and has the property. */
  bears({ vendor, traits }: DirectorySession, { by, value }: LookupKey): boolean {
    return this.linked.some(
      (account) =>
        account.vendor === vendor &&
        (by === 'key'
          ? accountKey(account.key, traits).value === value
          : account.emails.some((email) => normalizeEmail(email) === value)),
    );
  }
}

/**
 * Those of some linked accounts that belong together with the first. An address can lead from one of the operator's
 * identities to another, and the operator says that these are two people: what neither claims goes to the nearer one.
 */
export function partOfFirst(linked: readonly Account[], identities: Identities): readonly Account[] {
  if (identities.size === 0) return linked;
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

function shareAddress(a: Account, b: Account): boolean {
  const emails = a.emails.map(normalizeEmail);
  return b.emails.some((email) => emails.includes(normalizeEmail(email)));
}
