import { type Account, normalizeEmail } from '../../domain/account.ts';
import type { AccountDirectory } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { type Person, type PersonKey, type PersonReference, reportedAccount } from '../../domain/person.ts';
import type { VendorPort } from '../../domain/ports.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { Vendor } from '../../domain/vendor.ts';
import { type ActivePeople, activePeople } from './active.ts';
import { joinAccounts } from './join.ts';
import { DirectoryReader } from './reader.ts';
import { type PlacedPerson, type WalkFilter, type WalkWindow, walk } from './walk.ts';

/** Some people of a list, and whether more follow. */
export interface PeoplePage {
  readonly people: readonly PlacedPerson[];
  readonly hasMore: boolean;
}

/** Who is who over all vendors, during one operation. */
export class People {
  readonly #ports: readonly VendorPort[];
  readonly #readers: readonly DirectoryReader[];
  readonly #operation: Operation;
  readonly #named = new Map<string, Promise<Person>>();

  /** `ports` in the order in which `walk` puts their listings. */
  constructor(ports: readonly VendorPort[], operation: Operation) {
    this.#ports = ports;
    this.#operation = operation;
    this.#readers = ports.map(({ directory }) => new DirectoryReader(directory, operation));
  }

  /** Why vendors could not be asked who they know, so far in this operation. */
  problems(): UpstreamError[] {
    return this.#readers.flatMap(({ problem }) => problem ?? []);
  }

  /** Some of the list of all people. */
  page(filter: WalkFilter, window: WalkWindow): Promise<PeoplePage> {
    return walk(this.#readers, this.#readers, filter, window);
  }

  /** Some of a list of its own of one vendor, and why that could not be read. */
  async pageOf(
    directory: AccountDirectory,
    window: WalkWindow,
  ): Promise<
    PeoplePage & { readonly problem: UpstreamError | null; readonly count: () => Promise<number | null> }
  > {
    const listed = new DirectoryReader(directory, this.#operation);
    const page = await walk([listed], this.#readers, { vendors: null, text: null }, window);
    return { ...page, problem: listed.problem, count: async () => (await listed.page(0)).total };
  }

  /** Everybody who was active in the range. */
  activeDuring(range: TimeRange, filter: WalkFilter): Promise<ActivePeople> {
    return activePeople(this.#ports, this.#readers, range, filter, this.#operation);
  }

  /** How many people there are; null where that takes a vendor that does not tell how many it has. */
  async count(): Promise<number | null> {
    const [first, ...others] = this.#readers;
    if (first === undefined) return 0;
    const { total } = await first.page(0);
    if (total === null || others.length === 0) return total;
    const firstPages = await Promise.all(others.map((reader) => reader.page(0)));
    if (firstPages.some((page) => page.total === null)) return null;
    const people = await Promise.all(
      (await this.#everyone()).map((account) => joinAccounts([account], this.#readers)),
    );
    return new Set(people.map(({ accounts }) => `${accounts[0]?.vendor} ${accounts[0]?.key}`)).size;
  }

  /**
   * The person with this key, which was given out once. Who is in no directory any more, or never was, is whom a report
   * named: a former agent or a bot, alone with the account that the key tells. Null where that vendor is not asked.
   */
  async byKey(key: PersonKey): Promise<Person | null> {
    const { kind } = key;
    const person = await (kind === 'email'
      ? this.byEmail(key.email)
      : this.byAccount(key.vendor, key.account));
    const account = person === null ? reportedAccount(key) : null;
    if (account === null || !this.#readers.some(({ vendor }) => vendor === account.vendor)) return person;
    return { key, accounts: [account], unavailable: [] };
  }

  /** The person who bears this address, or null. */
  async byEmail(email: string): Promise<Person | null> {
    const wanted = normalizeEmail(email);
    const found = (await Promise.all(this.#readers.map((reader) => reader.byEmail(wanted)))).flat();
    return this.#joined(found);
  }

  /** The person who has this account, or null. */
  async byAccount(vendor: Vendor, key: string): Promise<Person | null> {
    const account = await this.#account(vendor, key);
    return account === null ? null : joinAccounts([account], this.#readers);
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
      return await joinAccounts([account ?? alone], this.#readers);
    } catch (error) {
      if (error instanceof UpstreamError) return joinAccounts([alone], this.#readers);
      throw error;
    }
  }

  async #account(vendor: Vendor, key: string): Promise<Account | null> {
    const reader = this.#readers.find((candidate) => candidate.vendor === vendor);
    if (reader === undefined) return null;
    const { byKey } = reader.directory;
    if (byKey !== undefined) return reader.ask((operation) => byKey(key, operation));
    for (let index = 0, more = true; more; index += 1) {
      const page = await reader.page(index);
      const account = page.accounts.find((candidate) => candidate.key === key);
      if (account !== undefined) return account;
      more = page.hasMore;
    }
    return null;
  }

  async #joined(found: readonly Account[]): Promise<Person | null> {
    if (found.length > 0) return joinAccounts(found, this.#readers);
    const [problem] = this.problems();
    // The vendor that did not answer may be the one that knows the person: null would say that nobody does.
    if (problem !== undefined) throw problem;
    return null;
  }

  async #everyone(): Promise<Account[]> {
    return (await Promise.all(this.#readers.map((reader) => reader.everyone()))).flat();
  }
}
