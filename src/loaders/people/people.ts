import { type Account, normalizeEmail } from '../../domain/account.ts';
import type { AccountDirectory } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Claim, Identities } from '../../domain/identity.ts';
import type { Operation } from '../../domain/operation.ts';
import {
  type Person,
  type PersonKey,
  type PersonReference,
  personKey,
  reportedAccounts,
} from '../../domain/person.ts';
import type { VendorPort } from '../../domain/ports.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { Vendor } from '../../domain/vendor.ts';
import { type ActivePeople, activePeople, type Omissions } from './active.ts';
import { firstAttempt } from './attempts.ts';
import { countPeople } from './count.ts';
import { AccountFinder } from './finder.ts';
import { joinAccounts, type Sources } from './join.ts';
import type { PeopleMemory } from './memory.ts';
import { byKey, type Sought, spellingsOf } from './sought.ts';
import { type WalkedPage, type WalkFilter, type WalkWindow, walk } from './walk.ts';

/** Who is who over all vendors, during one operation. */
export class People {
  readonly #ports: readonly VendorPort[];
  readonly #sources: Sources;
  /** Of one person that is asked for, every account is found that a vendor has. */
  readonly #ofOne: Sources;
  readonly #operation: Operation;
  readonly #memory: PeopleMemory;
  readonly #named = new Map<string, Promise<Person>>();

  /** `ports` in the order in which `walk` puts their listings. */
  constructor(
    ports: readonly VendorPort[],
    identities: Identities,
    memory: PeopleMemory,
    operation: Operation,
  ) {
    this.#ports = ports;
    this.#operation = operation;
    this.#memory = memory;
    this.#sources = { readers: this.#newReaders(), identities, memory, leftOut: [], readsOn: false };
    this.#ofOne = { ...this.#sources, readsOn: true };
  }

  /** Why vendors could not be asked who they know, so far in this operation. */
  problems(): UpstreamError[] {
    return this.#sources.readers.flatMap(({ problem }) => problem ?? []);
  }

  /** Some of the list of all people. */
  page(filter: WalkFilter, window: WalkWindow): Promise<WalkedPage> {
    const name = JSON.stringify([filter, window]);
    return this.#sources.memory.attempts.at(name, (attempt) =>
      walk(this.#sources.readers, this.#sources, filter, window, attempt),
    );
  }

  /** Some of a list of its own of one vendor, and how many that has. */
  async pageOf(
    directory: AccountDirectory,
    window: WalkWindow,
  ): Promise<WalkedPage & { readonly count: () => Promise<number | null> }> {
    const listed = new AccountFinder(directory, this.#operation, null);
    const page = await walk([listed], this.#sources, { vendors: null, text: null }, window, firstAttempt());
    return { ...page, count: async () => (await listed.page(0)).total };
  }

  /** The people who were active in the range. `walks` has what the cursors of the page say. */
  activeDuring(range: TimeRange, filter: WalkFilter, walks: readonly Omissions[]): Promise<ActivePeople> {
    return activePeople(this.#ports, this.#sources, range, filter, walks, this.#operation);
  }

  /**
   * How many people there are; null where a vendor does not tell how many it has. It reads for itself, so that no other
   * field lacks a vendor whose list the count has not read to its end.
   */
  count(): Promise<number | null> {
    const readers = this.#newReaders();
    return countPeople(readers, { ...this.#sources, readers });
  }

  /**
   * The person with this key, which was given out once. Who is in no directory any more, or never was, is whom a report
   * named: a former agent or a bot, alone with the accounts that the key tells. Null where that vendor is not asked.
   */
  async byKey(key: PersonKey): Promise<Person | null> {
    const person = await this.#byKey(key);
    if (person !== null) return keptKey(person, key);
    const identity = key.kind === 'identity' ? this.#sources.identities.byKey(key.identity) : null;
    const accounts = reportedAccounts(key, identity).filter((account) =>
      this.#sources.readers.some(({ vendor }) => vendor === account.vendor),
    );
    return accounts.length === 0 ? null : { key, accounts, identity, unavailable: [] };
  }

  #newReaders(): AccountFinder[] {
    return this.#ports.map(
      ({ vendor, directory }) =>
        new AccountFinder(directory, this.#operation, this.#memory.membershipOf(vendor)),
    );
  }

  #byKey(key: PersonKey): Promise<Person | null> {
    switch (key.kind) {
      case 'identity':
        return this.#byIdentity(key.identity);
      case 'email':
        return this.byEmail(key.email);
      case 'account':
        return this.byAccount(key.vendor, key.account);
    }
  }

  /** The person who bears this address, or null. */
  async byEmail(email: string): Promise<Person | null> {
    const value = normalizeEmail(email);
    const spellings = [email.trim()];
    const claims = this.#sources.readers.map(({ vendor }) => ({
      vendor,
      by: 'email' as const,
      value,
      spellings,
    }));
    return this.#joined(await this.#claimed(claims));
  }

  /** The person whom the operator knows by this key. Of two claims to one account, by its key and by its address, one holds. */
  async #byIdentity(key: string): Promise<Person | null> {
    const { identities } = this.#sources;
    const claimed = await this.#claimed(identities.byKey(key)?.claims ?? []);
    return this.#joined(claimed.filter((account) => identities.of(account)?.key === key));
  }

  /** The accounts that these claims mean. Who may compare spelling exactly is asked last, in the spellings of the others. */
  async #claimed(claims: readonly (Claim & Sought)[]): Promise<readonly Account[]> {
    const found = new Map<Vendor, readonly Account[]>();
    for (const isExact of [false, true]) {
      const told = [...found.values()].flat().flatMap(({ emails }) => emails);
      const asked = this.#sources.readers.filter(
        ({ directory }) => (directory.lookup?.exact ?? false) === isExact,
      );
      const answers = asked.map(async (reader) => {
        const sought = claims
          .filter(({ vendor }) => vendor === reader.vendor)
          .map((claim) => ({ ...claim, spellings: spellingsOf(claim, told) }));
        const accounts = sought.map((each) => reader.orKnown(each, reader.search(each)));
        return [reader.vendor, (await Promise.all(accounts)).flat()] as const;
      });
      for (const [vendor, accounts] of await Promise.all(answers)) found.set(vendor, accounts);
    }
    return this.#sources.readers.flatMap(({ vendor }) => found.get(vendor) ?? []);
  }

  /** The person who has this account, or null. */
  async byAccount(vendor: Vendor, key: string): Promise<Person | null> {
    const account = await this.#account(vendor, key);
    return account === null ? null : joinAccounts([account], this.#ofOne);
  }

  /** Whom a report names by an account, before anybody is asked who that is. */
  reference(account: Account): PersonReference {
    return { key: personKey([account], this.#sources.identities.of(account)), account };
  }

  /** The key of whom a report names. An identity of the operator's can be theirs by way of another account's address. */
  async keyOf(reference: PersonReference): Promise<PersonKey> {
    if (this.#sources.identities.size === 0 || reference.key.kind === 'identity') return reference.key;
    return (await this.named(reference)).key;
  }

  /** The person whom a report names: whoever has that account, or else somebody of whom no more than that is known. */
  named(reference: PersonReference): Promise<Person> {
    const { vendor, key } = reference.account;
    const person = this.#named.get(`${vendor} ${key}`) ?? this.#find(reference.account);
    this.#named.set(`${vendor} ${key}`, person);
    return person;
  }

  async #find(alone: Account): Promise<Person> {
    try {
      const account = await this.#account(alone.vendor, alone.key);
      return await joinAccounts([account ?? alone], this.#sources);
    } catch (error) {
      if (error instanceof UpstreamError) return joinAccounts([alone], this.#sources);
      throw error;
    }
  }

  async #account(vendor: Vendor, key: string): Promise<Account | null> {
    const reader = this.#sources.readers.find((candidate) => candidate.vendor === vendor);
    if (reader === undefined) return null;
    const sought = byKey(vendor, key);
    const [account] = await reader.orKnown(sought, reader.find(sought));
    // A vendor that fails may know the account: null would say that it does not.
    if (account === undefined && reader.failure !== null) throw reader.failure;
    return account ?? null;
  }

  async #joined(found: readonly Account[]): Promise<Person | null> {
    if (found.length > 0) return joinAccounts(found, this.#ofOne);
    const [problem] = this.problems();
    // The vendor that did not answer may be the one that knows the person: null would say that nobody does.
    if (problem !== undefined) throw problem;
    return null;
  }
}

/** Who was found by an address keeps it for a key while a vendor is missing, which may be the one that decides on it. */
function keptKey(person: Person, key: PersonKey): Person {
  const isUndecided = person.unavailable.length > 0 && person.key.kind === 'email' && key.kind === 'email';
  return isUndecided ? { ...person, key } : person;
}
