import type { Account } from '../domain/account.ts';
import type { AccountDirectory, AccountPage } from '../domain/directory.ts';
import type { UpstreamError } from '../domain/errors.ts';
import type { Operation } from '../domain/operation.ts';
import { missingPages, pageCountOf } from './list-pages.ts';
import type { AccountIndex } from './lookup-key.ts';
import { Patience } from './patience.ts';
import { askSome, ReadingOn } from './reading-on.ts';
import type { VendorRoster } from './roster.ts';

/** Reads one list of one vendor during one operation, each page once. Accounts go into `met`, pages into the roster. */
export class ListReader {
  readonly directory: AccountDirectory;
  readonly readingOn: ReadingOn;
  readonly #met: AccountIndex;
  readonly #roster: VendorRoster | null;
  readonly #patience: Patience;
  readonly #pages = new Map<number, Promise<AccountPage>>();
  readonly #read = new Map<number, AccountPage>();
  #total: number | null = null;
  #isAsked = false;

  /** `roster` is null for a list that is not kept from operation to operation. */
  constructor(
    directory: AccountDirectory,
    met: AccountIndex,
    roster: VendorRoster | null,
    operation: Operation,
  ) {
    this.directory = directory;
    this.#met = met;
    this.#roster = roster;
    this.#patience = new Patience(directory.vendor, operation);
    this.readingOn = new ReadingOn(directory.vendor, operation.budget);
  }

  /** Why the vendor tells less than it knows; null where it does not, or was not asked yet. */
  get shortcoming(): UpstreamError | null {
    return this.directory.shortcoming?.() ?? null;
  }

  /** What earlier operations have read; null where nothing is kept, as of a list that the vendor gives in part only. */
  get roster(): VendorRoster | null {
    return this.shortcoming === null ? this.#roster : null;
  }

  /** How many pages the list has, as far as this operation has read; null where that is not known. */
  get pageCount(): number | null {
    return pageCountOf(this.#read, this.#total, this.directory.pageSize);
  }

  /** Whether this operation has read all pages. */
  get isRead(): boolean {
    return this.pageCount !== null && this.missing().length === 0;
  }

  /** Which pages this operation has not read; of a list whose length is not known only the next one. */
  missing(): number[] {
    return missingPages(this.#read, this.pageCount);
  }

  /** Which pages neither this operation nor, in the last hour, an earlier one has read. */
  missingOnRoster(): number[] {
    const missing = this.roster?.missing() ?? this.missing();
    return missing.filter((index) => !this.#read.has(index));
  }

  /** Whether the vendor was asked anything about this list in this operation. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** What the vendor answers to a question, within its share of the deadline. */
  ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    this.#isAsked = true;
    return this.#patience.within(question);
  }

  /** A page as it is now. */
  page(index: number): Promise<AccountPage> {
    return this.#pages.getOrInsertComputed(index, () => this.#readPage(index));
  }

  /** As `page`. Where no more calls may be made now, the next operation goes on from what was kept. */
  pageOn(index: number): Promise<AccountPage> {
    const isNew = this.roster !== null && !this.hasAskedFor(index);
    return isNew ? this.readingOn.one(() => this.page(index)) : this.page(index);
  }

  /** Whether this operation has asked for the page. */
  hasAskedFor(index: number): boolean {
    return this.#pages.has(index);
  }

  /** The page as an operation read it at `since` (epoch ms) or later. Null where none has, or `since` is null. No call. */
  pageSince(index: number, since: number | null): AccountPage | null {
    const page = since === null ? null : (this.roster?.pageSince(index, since) ?? null);
    for (const account of page?.accounts ?? []) this.#met.add(account);
    return page;
  }

  /** Every account of the list as it is now. */
  async everyone(): Promise<Account[]> {
    await this.page(0);
    for (let missing = this.missing(); missing.length > 0; missing = this.missing())
      await askSome(missing, (index) => this.page(index));
    const pages = [...this.#read].sort(([one], [other]) => one - other);
    return pages.flatMap(([, { accounts }]) => accounts);
  }

  async #readPage(index: number): Promise<AccountPage> {
    const page = await this.ask(() => this.directory.page(index));
    this.#read.set(index, page);
    this.#total = page.total;
    for (const account of page.accounts) this.#met.add(account);
    this.roster?.keepPage(index, page, this.directory.pageSize);
    return page;
  }
}
