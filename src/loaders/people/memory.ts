import { normalizeEmail } from '../../domain/account.ts';
import type { Person, PersonKey } from '../../domain/person.ts';
import { VENDORS, type Vendor } from '../../domain/vendor.ts';
import { Membership } from './membership.ts';

/** The most addresses that are kept of people who have several. */
const MOST_ADDRESSES = 100_000;

/** What the gateway has learnt of people and keeps from one operation to the next. */
export class PeopleMemory {
  readonly memberships: Readonly<Record<Vendor, Membership>>;
  readonly #keys = new Map<string, PersonKey>();

  constructor(now: () => Temporal.Instant) {
    this.memberships = Object.fromEntries(VENDORS.map((vendor) => [vendor, new Membership(now)])) as Readonly<
      Record<Vendor, Membership>
    >;
  }

  /**
   * The key under which a person goes. Somebody with several addresses keeps the one that all vendors together decided on,
   * also while the vendor does not answer that decided it.
   */
  keyOf({ key, accounts, unavailable }: Omit<Person, 'identity'>): PersonKey {
    if (key.kind !== 'email') return key;
    const emails = new Set(accounts.flatMap((account) => account.emails.map(normalizeEmail)));
    if (unavailable.length > 0) {
      for (const email of emails) {
        const known = this.#keys.get(email);
        if (known !== undefined) return known;
      }
    } else if (emails.size > 1) {
      for (const email of emails) this.#remember(email, key);
    }
    return key;
  }

  #remember(email: string, key: PersonKey): void {
    this.#keys.delete(email);
    this.#keys.set(email, key);
    const [oldest] = this.#keys.keys();
    if (this.#keys.size > MOST_ADDRESSES && oldest !== undefined) this.#keys.delete(oldest);
  }
}
