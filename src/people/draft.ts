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
  /** What the person is looked for by, besides the properties of the accounts. */
  readonly claims: readonly Claim[];
  /** Why a vendor may have further accounts. */
  readonly failures = new Map<Vendor, UpstreamError>();
  /** The vendors that the accounts come from, or that were asked for more. */
  readonly asked: Set<Vendor>;
  readonly #emails: readonly string[];
  readonly #keys = new Set<string>();

  /** `emails` are addresses in claims as the caller spells them. */
  constructor(start: readonly Account[], claims: readonly Claim[] = [], emails: readonly string[] = []) {
    this.linked = [...start];
    this.claims = claims;
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
    const keys = this.linked.flatMap(emailKeysOf);
    for (const { claims } of [this, ...this.#identities(identities)])
      keys.push(...claims.filter((claim) => claim.vendor === vendor).map(claimKey));
    const news = keys.filter(({ text }) => {
      const isNew = !this.#keys.has(`${vendor} ${text}`);
      this.#keys.add(`${vendor} ${text}`);
      return isNew;
    });
    if (news.length === 0 || !directory.lookup?.exact) return news;
    const emails = [...this.#emails, ...this.linked.flatMap((account) => account.emails)];
    return news.map((key) => withSpellings(key, emails));
  }

  #identities(identities: Identities) {
    return identities.size === 0 ? [] : this.linked.flatMap((account) => identities.of(account) ?? []);
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
 * identities to another, who are two people by the operator's word: what neither claims goes to the nearer one.
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
