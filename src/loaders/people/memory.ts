import { type Account, normalizeEmail } from '../../domain/account.ts';
import type { Person, PersonKey } from '../../domain/person.ts';
import type { Vendor } from '../../domain/vendor.ts';
import { Attempts } from './attempts.ts';
import { Membership } from './membership.ts';

/** The most accounts that are kept of people who have several addresses, or an identity. */
const MOST_ACCOUNTS = 100_000;

/** What the gateway has learnt of people and keeps from one operation to the next. */
export class PeopleMemory {
  readonly #now: () => Temporal.Instant;
  readonly #memberships = new Map<Vendor, Membership>();
  readonly attempts: Attempts;
  readonly #keys = new Map<string, PersonKey>();

  constructor(now: () => Temporal.Instant) {
    this.#now = now;
    this.attempts = new Attempts(now);
  }

  /** What was read of a vendor's list. */
  membershipOf(vendor: Vendor): Membership {
    const membership = this.#memberships.get(vendor) ?? new Membership(this.#now);
    this.#memberships.set(vendor, membership);
    return membership;
  }

  /**
   * The key under which a person goes. Somebody with several addresses, or with an identity of the operator's, keeps the
   * key that all vendors together decided on, also while the vendor does not answer that decided it.
   */
  keyOf({ key, accounts, unavailable }: Omit<Person, 'identity'>): PersonKey {
    if (unavailable.length > 0) {
      const known = accounts.flatMap((account) => this.#keys.get(accountText(account)) ?? []);
      return key.kind === 'email' ? (known[0] ?? key) : key;
    }
    const emails = new Set(accounts.flatMap((account) => account.emails.map(normalizeEmail)));
    if (key.kind === 'identity' || emails.size > 1)
      for (const account of accounts) this.#remember(account, key);
    return key;
  }

  #remember(account: Account, key: PersonKey): void {
    const text = accountText(account);
    this.#keys.delete(text);
    this.#keys.set(text, key);
    const [oldest] = this.#keys.keys();
    if (this.#keys.size > MOST_ACCOUNTS && oldest !== undefined) this.#keys.delete(oldest);
  }
}

function accountText({ vendor, key }: Account): string {
  return `${vendor} ${key}`;
}
