import { type Account, comparableKey, normalizeEmail } from '../../domain/account.ts';
import type { Vendor } from '../../domain/vendor.ts';

/**
 * A property by which accounts are looked for: an address, as `normalizeEmail` gives it, or the account's own
 * key, as `comparableKey` does.
 */
export interface Sought {
  readonly by: 'email' | 'key';
  readonly value: string;
  /** The spellings of an address that are known, for a vendor that may compare exactly; no part of what is looked for. */
  readonly spellings?: readonly string[];
}

/** Equal for equal properties, and different for different ones. */
export function soughtText({ by, value }: Sought): string {
  return `${by} ${value}`;
}

/** The key of a vendor's account as what is sought. */
export function byKey(vendor: Vendor, key: string): Sought {
  return { by: 'key', value: comparableKey(vendor, key) };
}

/** The spellings of an address that are known, with those among some addresses. */
export function spellingsOf({ by, value, spellings = [] }: Sought, emails: readonly string[]): string[] {
  if (by === 'key') return [];
  return [
    ...spellings,
    ...emails.map((email) => email.trim()).filter((email) => normalizeEmail(email) === value),
  ];
}

/** The properties by which an account is found. */
export function propertiesOf({ vendor, key, emails }: Account): Sought[] {
  const addresses = new Set(emails.map(normalizeEmail));
  return [byKey(vendor, key), ...[...addresses].map((value): Sought => ({ by: 'email', value }))];
}

/** Accounts of one vendor by their properties, each once. */
export class AccountIndex {
  readonly #accounts = new Map<string, Account[]>();

  constructor(accounts: readonly Account[] = []) {
    for (const account of accounts) this.add(account);
  }

  /** The accounts with this property; undefined where nothing is known of it. */
  get(sought: Sought): readonly Account[] | undefined {
    return this.#accounts.get(soughtText(sought));
  }

  add(account: Account): void {
    for (const place of propertiesOf(account).map(soughtText)) {
      const there = this.#accounts.get(place);
      if (there === undefined) this.#accounts.set(place, [account]);
      else if (!there.some(({ key }) => key === account.key)) there.push(account);
    }
  }

  /** Takes note that nobody else has this property. */
  settle(sought: Sought): void {
    if (this.get(sought) === undefined) this.#accounts.set(soughtText(sought), []);
  }
}
