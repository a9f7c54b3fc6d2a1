import type { Account } from '../../domain/account.ts';
import type { AccountDirectory, AccountPage } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import { integers, mapInBatches } from '../../domain/map-in-batches.ts';
import type { Operation } from '../../domain/operation.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type { Membership } from './membership.ts';
import { withPatience } from './patience.ts';
import { type Question, questionsFor } from './questions.ts';
import { ReadingOn, UnfinishedListError } from './reading-on.ts';
import { AccountIndex, type Sought, spellingsOf } from './sought.ts';

/**
 * One vendor's list of people during one operation. What was read is kept and serves every later question; a vendor
 * that has failed is not asked again, and `problem` says why it is missing.
 */
export class DirectoryReader {
  readonly vendor: Vendor;
  readonly directory: AccountDirectory;
  /** What is known of this list from operation to operation; null for a list that is read but once. */
  readonly membership: Membership | null;
  readonly #operation: Operation;
  readonly #pages = new Map<number, Promise<AccountPage>>();
  readonly #found = new AccountIndex();
  readonly #read = new Set<number>();
  readonly #readingOn: ReadingOn;
  #completed: Promise<void> | null = null;
  #pageCount: number | null = null;
  #failure: UpstreamError | null = null;
  #isAsked = false;

  constructor(directory: AccountDirectory, operation: Operation, membership: Membership | null) {
    this.vendor = directory.vendor;
    this.directory = directory;
    this.membership = membership;
    this.#operation = operation;
    this.#readingOn = new ReadingOn(directory.vendor, operation.budget);
  }

  /** Why the vendor's people are missing, or some of what is known of them; null while they are told wholly. */
  get problem(): UpstreamError | null {
    return this.#failure ?? this.directory.shortcoming?.(this.#operation) ?? null;
  }

  /** Why the vendor has stopped answering; null while it does. */
  get failure(): UpstreamError | null {
    return this.#failure;
  }

  /** Whether the vendor was asked anything in this operation. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** How many pages the list has, as far as this operation has read; null while that is not known. */
  get pageCount(): number | null {
    return this.#pageCount;
  }

  /** How many pages of the list have not been read in this operation; Infinity while its length is not known. */
  get pagesLeft(): number {
    const pageCount = this.#pageCount;
    if (pageCount === null) return Number.POSITIVE_INFINITY;
    return pageCount - [...this.#read].filter((index) => index < pageCount).length;
  }

  /** As `pagesLeft`, of those that have not been read in the last hour either. */
  get pagesMissing(): number {
    if (this.membership === null || this.problem !== null) return this.pagesLeft;
    return this.membership.pageCount === null ? Number.POSITIVE_INFINITY : this.membership.missing().length;
  }

  /** A page of the whole list. */
  page(index: number): Promise<AccountPage> {
    const page = this.#pages.get(index) ?? this.ask((operation) => this.#readPage(index, operation));
    this.#pages.set(index, page);
    return page;
  }

  /** Whether this operation has asked for the page. */
  hasAskedFor(index: number): boolean {
    return this.#pages.has(index);
  }

  /** The page as any operation has read it since then; null where none has, or for null. No call. */
  pageSince(index: number, since: number | null): AccountPage | null {
    if (since === null || this.problem !== null) return null;
    const page = this.membership?.pageSince(index, since) ?? null;
    for (const account of page?.accounts ?? []) this.#found.add(account);
    return page;
  }

  /** As `page`; where no more calls may be made now, after others that are kept, the next operation goes on. */
  pageOn(index: number): Promise<AccountPage> {
    const isKept = this.membership !== null && this.problem === null && !this.hasAskedFor(index);
    return isKept ? this.#goingOn((readingOn) => readingOn.one(() => this.page(index))) : this.page(index);
  }

  /** Every account of the vendor. */
  async everyone(): Promise<Account[]> {
    const first = await this.page(0);
    if (this.#pageCount !== null) {
      const rest = await mapInBatches(integers(1, this.#pageCount), (index) => this.page(index));
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

  /** Reads of the whole list what was not read in the last hour, once in an operation. */
  complete(): Promise<void> {
    this.#completed ??= this.#readMissing();
    return this.#completed;
  }

  /** Those of the accounts sought that this operation has met; undefined where it has not asked for them either. */
  known(sought: Sought): readonly Account[] | undefined {
    return this.#found.get(sought);
  }

  /** Takes note that the vendor has no other accounts of these than are known. */
  settle(sought: Sought): void {
    this.#found.settle(sought);
  }

  /** Whether a lookup that finds nothing proves nothing. */
  mayMiss({ by }: Sought): boolean {
    return by === 'email' && this.directory.lookup?.exact === true && this.pagesLeft > 0;
  }

  /** The fewest calls that ask for all of these; null where the vendor cannot be asked for one of them. */
  questions(sought: readonly Sought[]): Question[] | null {
    return questionsFor(this.directory, sought, (each) => this.#emailsOf(each));
  }

  /** Asks a question, and takes note of what it tells. */
  async put({ sought, ask }: Question): Promise<void> {
    for (const account of await this.ask(ask)) this.#found.add(account);
    for (const each of sought) {
      this.settle(each);
      const found = this.known(each) ?? [];
      const isProven = found.length > 0 || !this.mayMiss(each);
      if (isProven && this.problem === null) this.membership?.learn(each, found);
    }
  }

  /** Asks for what is left until nothing is, as far as the operation may; the next one goes on from there. */
  readOn<Item>(left: () => readonly Item[], ask: (item: Item) => Promise<unknown>): Promise<void> {
    return this.#goingOn((readingOn) => readingOn.all(left, ask));
  }

  async #goingOn<Answer>(read: (readingOn: ReadingOn) => Promise<Answer>): Promise<Answer> {
    try {
      return await read(this.#readingOn);
    } catch (error) {
      if (error instanceof UnfinishedListError) this.#failure = error;
      throw error;
    }
  }

  /** Asks the vendor something, unless it has failed in this operation already. */
  async ask<Answer>(question: (operation: Operation) => Promise<Answer>): Promise<Answer> {
    const operation = this.#operation;
    this.#isAsked = true;
    if (this.#failure !== null) throw this.#failure;
    try {
      return await withPatience(question(operation), this.vendor, operation);
    } catch (error) {
      if (error instanceof UpstreamError) this.#failure ??= error;
      throw error;
    }
  }

  async #readPage(index: number, operation: Operation): Promise<AccountPage> {
    const page = await this.directory.page(index, operation);
    this.#read.add(index);
    if (page.total !== null) {
      const counted = Math.max(1, Math.ceil(page.total / this.directory.pageSize));
      // The last page that is counted may have a successor: then that page has to be read, too.
      this.#pageCount = page.hasMore && index === counted - 1 ? counted + 1 : counted;
    } else if (!page.hasMore && (page.accounts.length > 0 || index === 0 || this.#read.has(index - 1)))
      // An empty page further on says only that the list ends somewhere before it.
      this.#pageCount = Math.min(this.#pageCount ?? index + 1, index + 1);
    for (const account of page.accounts) this.#found.add(account);
    if (this.directory.shortcoming?.(operation) == null)
      this.membership?.remember(index, page, this.directory.pageSize);
    return page;
  }

  async #readMissing(): Promise<void> {
    const { membership } = this;
    const missing = () => (membership?.missing() ?? []).filter((index) => !this.#read.has(index));
    if (this.problem === null) await this.readOn(missing, (index) => this.page(index));
    // What is told in part only is not kept.
    if (membership === null || this.problem !== null) await this.everyone();
  }

  /**
   * An address in the spellings in which the vendor has to be asked for it. What its list shows takes the place of the
   * lower-case form only where nothing else tells it: equal questions of several operations are to share one answer.
   */
  #emailsOf(sought: Sought): readonly string[] {
    if (!this.directory.lookup?.exact) return [sought.value];
    const told = spellingsOf(sought, []);
    const members = this.membership?.onPages(sought) ?? [];
    const own = spellingsOf(
      { by: 'email', value: sought.value },
      members.flatMap(({ emails }) => emails),
    );
    const isTold = own.every((email) => email === sought.value || told.includes(email));
    return [...new Set([...(isTold ? [sought.value] : own), ...told])];
  }
}
