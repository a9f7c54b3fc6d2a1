import DataLoader from 'dataloader';
import type { Account } from '../domain/account.ts';
import type { AccountDirectory } from '../domain/directory.ts';
import type { Identities } from '../domain/identity.ts';
import type { Operation } from '../domain/operation.ts';
import type { Person, PersonKey, PersonReference } from '../domain/person.ts';
import type { OpenVendor } from '../domain/ports.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { Vendor } from '../domain/vendor.ts';
import { type ActivePeople, activePeople, type Omissions } from './active.ts';
import { type Attempt, firstAttempt } from './attempts.ts';
import type { PeopleCache } from './cache.ts';
import { countPeople } from './count.ts';
import { Draft } from './draft.ts';
import { accountText } from './key-cache.ts';
import type { PeopleFilter, PeoplePage, PeopleWindow } from './list.ts';
import { accountKey } from './lookup-key.ts';
import { personByAccount, personByEmail, personByKey } from './person.ts';
import { personKey } from './person-key.ts';
import { linkAll, type Sources, toPerson } from './resolve.ts';
import { DirectorySession } from './session.ts';
import { listPeople } from './walk.ts';

const EVERYBODY: PeopleFilter = { vendors: null, text: null };

/** The people of all vendors during one operation: which accounts belong to one person. */
export class People {
  /** In the order of the list of all people. */
  readonly #vendors: readonly OpenVendor[];
  readonly #operation: Operation;
  readonly #cache: PeopleCache;
  readonly #sources: Sources;
  readonly #pages = new Map<string, Promise<PeoplePage>>();
  readonly #active = new Map<string, Promise<ActivePeople>>();
  #count: Promise<number | null> | null = null;
  readonly #named = new DataLoader<Account, Person, string>((accounts) => this.#find(accounts), {
    cacheKeyFn: accountText,
  });

  constructor(
    vendors: readonly OpenVendor[],
    identities: Identities,
    cache: PeopleCache,
    operation: Operation,
  ) {
    this.#operation = operation;
    this.#cache = cache;
    this.#vendors = inOrder(vendors);
    const traits = new Map(vendors.map(({ port }) => [port.vendor, port.traits]));
    this.#sources = { sessions: this.#newSessions(), traits, identities, cache, leftOut: [] };
  }

  #newSessions(): DirectorySession[] {
    return this.#vendors.map(
      (vendor) => new DirectorySession(vendor, this.#cache.roster(vendor.port), this.#operation),
    );
  }

  /** Some of the list of all people. The same page is read once in an operation. */
  page(filter: PeopleFilter, window: PeopleWindow): Promise<PeoplePage> {
    const name = JSON.stringify([filter, window]);
    const read = (attempt: Attempt) =>
      listPeople(this.#sources.sessions, this.#sources, filter, window, attempt);
    return this.#pages.getOrInsertComputed(name, () => this.#cache.attempts.at(name, read));
  }

  /** Some of another list of one vendor, and how many people that has. */
  async pageOf(
    directory: AccountDirectory,
    window: PeopleWindow,
  ): Promise<PeoplePage & { readonly count: () => Promise<number | null> }> {
    const { source } = this.#sources.sessions.find(({ vendor }) => vendor === directory.vendor) ?? {};
    if (source === undefined) throw new TypeError('A list of a vendor that is not configured');
    const other = { ...source, session: { ...source.session, directory } };
    const session = new DirectorySession(other, null, this.#operation);
    const page = await listPeople([session], this.#sources, EVERYBODY, window, firstAttempt());
    return { ...page, count: async () => (await session.list.page(0)).total };
  }

  /** All people who were active in the range. `walks` has what the cursors of the page say. */
  activeDuring(range: TimeRange, filter: PeopleFilter, walks: readonly Omissions[]): Promise<ActivePeople> {
    const name = JSON.stringify([filter, range, walks]);
    return this.#active.getOrInsertComputed(name, () => activePeople(this.#sources, range, filter, walks));
  }

  /** How many people the list of all people has, as `countPeople`. */
  count(): Promise<number | null> {
    // With readers of its own, as what it may rest on is older than a page may be.
    this.#count ??= countPeople({ ...this.#sources, sessions: this.#newSessions() });
    return this.#count;
  }

  /** The person with this key, which was given out once; null where no vendor that is asked knows of any. */
  byKey(key: PersonKey): Promise<Person | null> {
    return personByKey(key, this.#sources);
  }

  /** The person with this address, or null. */
  byEmail(email: string): Promise<Person | null> {
    return personByEmail(email, this.#sources);
  }

  /** The person with this account, or null. */
  byAccount(vendor: Vendor, key: string): Promise<Person | null> {
    return personByAccount(vendor, key, this.#sources);
  }

  /** The person that a report names by an account, before any vendor is asked for more. */
  reference(account: Account): PersonReference {
    const { identities, traits } = this.#sources;
    return { key: personKey([account], identities.of(account), traits), account };
  }

  /** The key of a person that a report names. An address of another account can lead to an identity of the operator's. */
  async keyOf(reference: PersonReference): Promise<PersonKey> {
    if (this.#sources.identities.size === 0 || reference.key.kind === 'identity') return reference.key;
    return (await this.named(reference)).key;
  }

  /** The person that a report names: the owner of that account on a list, or else a person with that account alone. */
  named({ account }: PersonReference): Promise<Person> {
    return this.#named.load(account);
  }

  async #find(named: readonly Account[]): Promise<Person[]> {
    const drafts = await Promise.all(
      this.#sources.sessions.map(async (session) => {
        const ofVendor = named.filter(({ vendor }) => vendor === session.vendor);
        const keys = ofVendor.map(({ key }) => accountKey(key, session.traits));
        const found = await session.find(keys, 'fetch');
        return ofVendor.map((account, index) => {
          const { accounts: [listed] = [], failure = null } = found[index] ?? {};
          const draft = new Draft([listed ?? account]);
          if (failure !== null) draft.failures.set(session.vendor, failure);
          return [account, draft] as const;
        });
      }),
    );
    const byAccount = new Map(drafts.flat());
    await linkAll([...byAccount.values()], this.#sources);
    return named.map((account) => toPerson(byAccount.get(account) ?? new Draft([account]), this.#sources));
  }
}

/**
 * The vendors in the order of their lists in the list of all people. Accounts with several addresses come first, as they say
 * which accounts of the others belong together; then the vendor of which one call can find the fewest people.
 */
function inOrder(vendors: readonly OpenVendor[]): readonly OpenVendor[] {
  const reach = ({
    session: {
      directory: { lookup, pageSize },
    },
  }: OpenVendor) => lookup?.size ?? (pageSize === Number.POSITIVE_INFINITY ? Number.MAX_SAFE_INTEGER : 0);
  const isMany = ({ port: { traits } }: OpenVendor) => (traits.addresses === 'many' ? 0 : 1);
  return vendors.toSorted((a, b) => isMany(a) - isMany(b) || reach(a) - reach(b));
}
