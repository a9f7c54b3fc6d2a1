import { type Account, normalizeEmail } from '../domain/account.ts';
import type { Person, PersonKey } from '../domain/person.ts';

/** The most accounts that are kept of people who have several addresses, or an identity. */
const MOST_ACCOUNTS = 100_000;

/**
 * The keys under which people were given out. A person with several addresses, or with an identity of the operator's,
 * keeps the key that all vendors together decided on, also while the vendor does not answer that decided it.
 */
export class PersonKeyCache {
  readonly #keys = new Map<string, PersonKey>();

  /** The key for these accounts, of which `key` would be the key if no vendor had more. */
  keyOf({ key, accounts, unavailable }: Pick<Person, 'key' | 'accounts' | 'unavailable'>): PersonKey {
    if (unavailable.length > 0) {
      const known = accounts.flatMap((account) => this.#keys.get(accountText(account)) ?? []);
      return key.kind === 'email' ? (known[0] ?? key) : key;
    }
    const emails = new Set(accounts.flatMap((account) => account.emails.map(normalizeEmail)));
    if (key.kind === 'identity' || emails.size > 1) for (const account of accounts) this.#keep(account, key);
    return key;
  }

  #keep(account: Account, key: PersonKey): void {
    const text = accountText(account);
    this.#keys.delete(text);
    this.#keys.set(text, key);
    const [oldest] = this.#keys.keys();
    if (this.#keys.size > MOST_ACCOUNTS && oldest !== undefined) this.#keys.delete(oldest);
  }
}

/** An account's vendor and key as a text, equal for equal accounts. */
export function accountText({ vendor, key }: Pick<Account, 'vendor' | 'key'>): string {
  return `${vendor} ${key}`;
}
