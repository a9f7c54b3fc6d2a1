import type { Vendor } from './vendor.ts';

/** What one vendor knows of a person. Each vendor's own fields are in its folder. */
export interface Account {
  readonly vendor: Vendor;
  /** What the vendor calls the account. */
  readonly key: string;
  readonly name: string | null;
  /** Every address that the vendor gives for the account, as it spells them, in its order. None is blank. */
  readonly emails: readonly string[];
}

/** What the keys of a vendor's accounts are like. */
export interface KeyTraits {
  /** Whether keys are mostly e-mail addresses, which are compared case aside. */
  readonly keysAreAddresses: boolean;
  /** Whether keys are usernames, in which people look for a text. */
  readonly keysAreNames: boolean;
}

/** Whether two accounts are the same account. */
export function isSameAccount(a: Account, b: Account): boolean {
  return a.vendor === b.vendor && a.key === b.key;
}

/** The form in which e-mail addresses are compared: case does not matter. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The form in which keys are compared that are mostly addresses. */
export function comparableAddress(key: string): string {
  return key.includes('@') ? normalizeEmail(key) : key;
}

/** Whether the name, an address or, where keys are usernames, the key of the account contains the text, case aside. */
export function matchesText(account: Account, text: string, { keysAreNames }: KeyTraits): boolean {
  const wanted = text.toLowerCase();
  const words = [account.name ?? '', ...account.emails, ...(keysAreNames ? [account.key] : [])];
  return words.some((word) => word.toLowerCase().includes(wanted));
}
