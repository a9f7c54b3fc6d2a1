import DataLoader from 'dataloader';
import { type Account, normalizeEmail } from '../../domain/account.ts';
import type { AccountDirectory, AccountPage } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { integers, someAtATime } from '../../domain/some-at-a-time.ts';
import type { Vendor } from '../../domain/vendor.ts';

/**
 * One vendor's list of people during one operation. What was read is kept and serves every later question; a vendor
 * that has failed is not asked again, and `problem` says why it is missing.
 */
export class DirectoryReader {
  readonly vendor: Vendor;
  readonly directory: AccountDirectory;
  readonly #operation: Operation;
  readonly #pages = new Map<number, Promise<AccountPage>>();
  readonly #byEmail = new Map<string, Account[]>();
  readonly #lookups: DataLoader<string, readonly Account[]>;
  readonly #read = new Set<number>();
  #pageCount: number | null = null;
  #problem: UpstreamError | null = null;

  constructor(directory: AccountDirectory, operation: Operation) {
    this.vendor = directory.vendor;
    this.directory = directory;
    this.#operation = operation;
    this.#lookups = new DataLoader((emails) => this.#find(emails));
  }

  /** Why the vendor's people are missing, or some of what is known of them; null while they are told wholly. */
  get problem(): UpstreamError | null {
    return this.#problem ?? this.directory.shortcoming?.(this.#operation) ?? null;
  }

  /** A page of the whole list. */
  page(index: number): Promise<AccountPage> {
    const page = this.#pages.get(index) ?? this.ask((operation) => this.#readPage(index, operation));
    this.#pages.set(index, page);
    return page;
  }

  /** The accounts that bear this address, given as `normalizeEmail` gives it; none where the vendor fails. */
  async byEmail(email: string): Promise<readonly Account[]> {
    try {
      return await this.#lookups.load(email);
    } catch (error) {
      // What was read before the vendor failed is no less true for it.
      if (error instanceof UpstreamError) return this.#byEmail.get(email) ?? [];
      throw error;
    }
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
    if (this.#problem !== null) throw this.#problem;
    try {
      return await this.#inTime(question(this.#operation));
    } catch (error) {
      if (error instanceof UpstreamError) this.#problem ??= error;
      throw error;
    }
  }

  /** A vendor that keeps the others waiting is given up before the deadline. */
  async #inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const { vendor } = this;
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => reject(new UpstreamError(vendor, 'UPSTREAM_TIMEOUT', 'did not say in time who its people are.')),
      this.#operation.patienceMilliseconds,
    );
    return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
  }

  async #readPage(index: number, operation: Operation): Promise<AccountPage> {
    const page = await this.directory.page(index, operation);
    this.#read.add(index);
    if (page.total !== null) this.#pageCount = Math.max(1, Math.ceil(page.total / this.directory.pageSize));
    else if (!page.hasMore) this.#pageCount = Math.min(this.#pageCount ?? index + 1, index + 1);
    for (const account of page.accounts) this.#remember(account);
    return page;
  }

  #remember(account: Account): void {
    for (const email of account.emails.map(normalizeEmail)) {
      const known = this.#byEmail.get(email) ?? [];
      if (!known.some(({ key }) => key === account.key)) known.push(account);
      this.#byEmail.set(email, known);
    }
  }

  async #find(emails: readonly string[]): Promise<readonly (readonly Account[])[]> {
    await this.#learn(emails);
    return emails.map((email) => this.#byEmail.get(email) ?? []);
  }

  /** Makes these addresses known in as few calls as the vendor allows: by asking for them, or by reading its pages. */
  async #learn(emails: readonly string[]): Promise<void> {
    const { lookup } = this.directory;
    const unknown = () => emails.filter((email) => !this.#byEmail.has(email));
    const callsToLookUp = () =>
      lookup === undefined ? Number.POSITIVE_INFINITY : Math.ceil(unknown().length / lookup.size);

    // What a list holds that does not tell its length is not known beforehand, nor what reading it costs.
    if (lookup === undefined || (lookup.size === 1 && this.#pageCount === null && callsToLookUp() > 1)) {
      await this.page(0);
    }
    if (callsToLookUp() === 0 || this.#pagesLeft() === 0) return;
    if (this.#pagesLeft() <= callsToLookUp()) await this.everyone();
    else if (lookup !== undefined) await this.#lookUp(unknown(), lookup);
  }

  async #lookUp(
    emails: readonly string[],
    { size, byEmail }: NonNullable<AccountDirectory['lookup']>,
  ): Promise<void> {
    const batches = Array.from({ length: Math.ceil(emails.length / size) }, (_, batch) =>
      emails.slice(batch * size, (batch + 1) * size),
    );
    const found = await someAtATime(batches, (batch) => this.ask((operation) => byEmail(batch, operation)));
    for (const account of found.flat()) this.#remember(account);
    for (const email of emails) if (!this.#byEmail.has(email)) this.#byEmail.set(email, []);
  }

  /** How many pages of the list have not been read; Infinity while its length is not known. */
  #pagesLeft(): number {
    if (this.#pageCount === null) return Number.POSITIVE_INFINITY;
    const pageCount = this.#pageCount;
    return pageCount - [...this.#read].filter((index) => index < pageCount).length;
  }
}
