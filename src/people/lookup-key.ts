import { type Account, comparableAddress, type KeyTraits, normalizeEmail } from '../domain/account.ts';
import type { Claim } from '../domain/identity.ts';

/** A property by which accounts of one vendor are looked for. */
export interface LookupKey {
  readonly by: 'email' | 'key';
  /** An address as `normalizeEmail` gives it, or the account's own key as the vendor's keys are compared. */
  readonly value: string;
  /** Equal for equal properties, and different for different ones. */
  readonly text: string;
  /** The known spellings of an address, for a vendor that may compare exactly. They are no part of the property. */
  readonly spellings: readonly string[];
}

export function emailKey(value: string, spellings: readonly string[] = []): LookupKey {
  return { by: 'email', value, text: `email ${value}`, spellings };
}

/** The account's own key as a property. */
export function accountKey(key: string, { keysAreAddresses }: KeyTraits): LookupKey {
  const value = keysAreAddresses ? comparableAddress(key) : key;
  return { by: 'key', value, text: `key ${value}`, spellings: [] };
}

/** What the operator's claim looks for. */
export function claimKey({ by, value }: Claim): LookupKey {
  return by === 'email' ? emailKey(value) : { by, value, text: `key ${value}`, spellings: [] };
}

/** The same key with more spellings. */
export function withSpellings(key: LookupKey, emails: readonly string[]): LookupKey {
  if (key.by === 'key') return key;
  const spelled = emails.map((email) => email.trim()).filter((email) => normalizeEmail(email) === key.value);
  return { ...key, spellings: [...new Set([...key.spellings, ...spelled])] };
}

const EMAIL_KEYS = new WeakMap<Account, readonly LookupKey[]>();

/** The addresses of an account as properties, each once. */
export function emailKeysOf(account: Account): readonly LookupKey[] {
  return EMAIL_KEYS.getOrInsertComputed(account, () =>
    [...new Set(account.emails.map(normalizeEmail))].map((value) => emailKey(value)),
  );
}

/** Accounts of one vendor by their properties, each once. */
export class AccountIndex {
  readonly #traits: KeyTraits;
  readonly #accounts = new Map<string, Account[]>();

  constructor(traits: KeyTraits, accounts: readonly Account[] = []) {
    this.#traits = traits;
    for (const account of accounts) this.add(account);
  }

  /** The accounts with this property; undefined where nothing is known of it. */
  get({ text }: LookupKey): readonly Account[] | undefined {
    return this.#accounts.get(text);
  }

  add(account: Account): void {
    this.#put(accountKey(account.key, this.#traits), account);
    for (const key of emailKeysOf(account)) this.#put(key, account);
  }

  has(account: Account): boolean {
    return this.get(accountKey(account.key, this.#traits))?.includes(account) === true;
  }

  /** Notes that no other account has this property. */
  settle({ text }: LookupKey): void {
    if (!this.#accounts.has(text)) this.#accounts.set(text, []);
  }

  #put({ text }: LookupKey, account: Account): void {
    const there = this.#accounts.getOrInsertComputed(text, () => []);
    if (!there.some(({ key }) => key === account.key)) there.push(account);
  }
}
