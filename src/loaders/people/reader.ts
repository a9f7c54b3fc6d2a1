import DataLoader from 'dataloader';
import type { Account } from '../../domain/account.ts';
import type { AccountDirectory, AccountPage } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { integers, someAtATime } from '../../domain/some-at-a-time.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { Membership } from './membership.ts';
import { withPatience } from './patience.ts';
import { AccountIndex, type Sought, soughtText } from './sought.ts';

/**
 * One vendor's list of people during one operation. What was read is kept and serves every later question; a vendor
 * that has failed is not asked again, and `problem` says why it is missing.
 */
export class DirectoryReader {
  readonly vendor: Vendor;
  readonly directory: AccountDirectory;
  readonly #operation: Operation;
  readonly #membership: Membership | null;
  readonly #pages = new Map<number, Promise<AccountPage>>();
  readonly #found = new AccountIndex();
  readonly #lookups: DataLoader<Sought, readonly Account[], string>;
  readonly #read = new Set<number>();
  #pageCount: number | null = null;
  #failure: UpstreamError | null = null;

  /** `membership` is what is known of this list from operation to operation; null for a list that is read but once. */
  constructor(directory: AccountDirectory, operation: Operation, membership: Membership | null) {
    this.vendor = directory.vendor;
    this.directory = directory;
    this.#operation = operation;
    this.#membership = membership;
    this.#lookups = new DataLoader((sought) => this.#findAll(sought), { cacheKeyFn: soughtText });
  }

  /** Why the vendor's people are missing, or some of what is known of them; null while they are told wholly. */
  get problem(): UpstreamError | null {
    return this.#failure ?? this.directory.shortcoming?.(this.#operation) ?? null;
  }

  /** Why the vendor has stopped answering; null while it does. */
  get failure(): UpstreamError | null {
    return this.#failure;
  }

  /** A page of the whole list. */
  page(index: number): Promise<AccountPage> {
    const page = this.#pages.get(index) ?? this.ask((operation) => this.#readPage(index, operation));
    this.#pages.set(index, page);
    return page;
  }

  /** The accounts that are sought; none where the vendor fails. */
  async find(sought: Sought): Promise<readonly Account[]> {
    try {
      return await this.#lookups.load(sought);
    } catch (error) {
      // What was read before the vendor failed is no less true for it.
      if (error instanceof UpstreamError) return this.known(sought);
      throw error;
    }
  }

  /** Those of the accounts sought that this operation has met so far. */
  known(sought: Sought): readonly Account[] {
    return this.#found.get(sought) ?? [];
  }

  /** Those of the accounts sought that are known without a call, also from earlier operations. */
  met(sought: Sought): readonly Account[] {
    return [...this.known(sought), ...(this.#membership?.find(sought) ?? [])];
  }

  /** All accounts that are sought, of which one is known: the vendor is asked only where its list is known to have several. */
  async further(sought: Sought): Promise<readonly Account[]> {
    const known = this.known(sought);
    const members = this.#membership?.find(sought) ?? [];
    if (members.length > known.length) await this.#afresh(sought);
    return this.known(sought);
  }

  /**
   * Whom of the accounts sought the vendor's list has. Unlike `find` it may rest on what was read up to an hour ago, as
   * long as the vendor answers.
   */
  async listed(sought: Sought): Promise<readonly Account[]> {
    const members = this.#failure === null ? (this.#membership?.find(sought) ?? null) : null;
    if (members === null) return this.find(sought);
    // Whoever is not on the list need not be looked for there again.
    if (members.length === 0) this.#found.settle(sought);
    return members;
  }

  /** Every account of the vendor. */
  async everyone(): Promise<Account[]> {
    const first = await this.page(0);
    if (this.#pageCount !== null) {
      const rest = await someAtATime(integers(1, this.#pageCount), (index) => this.page(index));
      return [first, ...rest].flatMap((page) => page.accounts);
    }
    const accounts = [...first.accounts];
    for (let index = 1, more = true; more; index += 1) {
      const page = await this.page(index);
      accounts.push(...page.accounts);
      more = page.hasMore;
    }
    return accounts;
  }

  /** Asks the vendor something, unless it has failed in this operation already. */
  async ask<Answer>(question: (operation: Operation) => Promise<Answer>): Promise<Answer> {
    const operation = this.#operation;
    if (this.#failure !== null) throw this.#failure;
    try {
      return await withPatience(question(operation), this.vendor, operation);
    } catch (error) {
      if (error instanceof UpstreamError) {
        this.#failure ??= error;
        this.#membership?.forget();
      }
      throw error;
    }
  }

  async #readPage(index: number, operation: Operation): Promise<AccountPage> {
    const page = await this.directory.page(index, operation);
    this.#read.add(index);
    if (page.total !== null) this.#pageCount = Math.max(1, Math.ceil(page.total / this.directory.pageSize));
    else if (!page.hasMore) this.#pageCount = Math.min(this.#pageCount ?? index + 1, index + 1);
    for (const account of page.accounts) this.#found.add(account);
    if (this.problem === null) this.#membership?.remember(index, page, this.directory.pageSize);
    return page;
  }

  async #afresh(sought: Sought): Promise<void> {
    try {
      await this.#lookUp([sought]);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
    }
  }

  async #findAll(sought: readonly Sought[]): Promise<readonly (readonly Account[])[]> {
    await this.#learn(sought);
    return sought.map((each) => this.#found.get(each) ?? []);
  }

  /** Makes known who is sought in as few calls as the vendor allows: by asking for them, or by reading its pages. */
  async #learn(sought: readonly Sought[]): Promise<void> {
    const { lookup } = this.directory;
    const unknown = () => sought.filter((each) => this.#found.get(each) === undefined);
    const callsToLookUp = () => this.#callsToLookUp(unknown());

    // What a list holds that does not tell its length is not known beforehand, nor what reading it costs.
    if (lookup === undefined || (lookup.size === 1 && this.#pageCount === null && callsToLookUp() > 1)) {
      await this.page(0);
    }
    if (callsToLookUp() === 0 || this.#pagesLeft() === 0) return;
    if (callsToLookUp() < this.#pagesLeft()) await this.#lookUp(unknown());
    else if (this.#pageCount !== null) await this.everyone();
    else await this.#readUntil(() => unknown().length === 0);
  }

  async #readUntil(isKnown: () => boolean): Promise<void> {
    for (let index = 0, more = true; more && !isKnown(); index += 1) more = (await this.page(index)).hasMore;
  }

  /** How many calls it takes to ask for these; Infinity where the vendor cannot be asked for one of them. */
  #callsToLookUp(sought: readonly Sought[]): number {
    const { lookup, byKey } = this.directory;
    const keys = sought.filter(({ by }) => by === 'key').length;
    const emails = sought.length - keys;
    if ((keys > 0 && byKey === undefined) || (emails > 0 && lookup === undefined))
      return Number.POSITIVE_INFINITY;
    return keys + Math.ceil(emails / (lookup?.size ?? 1));
  }

  async #lookUp(sought: readonly Sought[]): Promise<void> {
    const { lookup, byKey } = this.directory;
    const emails = sought.flatMap(({ by, value }) => (by === 'email' ? value : []));
    const size = lookup?.size ?? 1;
    const batches = Array.from({ length: Math.ceil(emails.length / size) }, (_, batch) =>
      emails.slice(batch * size, (batch + 1) * size),
    );
    const byEmail = await someAtATime(batches, (batch) =>
      this.ask(async (operation) => (await lookup?.byEmail(batch, operation)) ?? []),
    );
    const keys = sought.flatMap(({ by, value }) => (by === 'key' ? value : []));
    const ofKeys = await someAtATime(keys, (key) =>
      this.ask(async (operation) => (await byKey?.(key, operation)) ?? []),
    );
    for (const account of [...byEmail, ...ofKeys].flat()) this.#found.add(account);
    for (const each of sought) this.#found.settle(each);
  }

  /** How many pages of the list have not been read; Infinity while its length is not known. */
  #pagesLeft(): number {
    if (this.#pageCount === null) return Number.POSITIVE_INFINITY;
    const pageCount = this.#pageCount;
    return pageCount - [...this.#read].filter((index) => index < pageCount).length;
  }
}
