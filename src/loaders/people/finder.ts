import DataLoader from 'dataloader';
import { type Account, isSameAccount } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import { mapInBatches } from '../../domain/map-in-batches.ts';
import type { Attempt } from './attempts.ts';
import { DirectoryReader } from './reader.ts';
import { type Sought, soughtText } from './sought.ts';

/** Finds accounts of one vendor during one operation: each question once, and together those that can share a call. */
export class AccountFinder extends DirectoryReader {
  readonly #lookups = batched(async (sought) => {
    await this.#learn(sought);
    return sought.map((each) => this.known(each) ?? []);
  });
  readonly #again = batched(async (sought) => {
    await mapInBatches(this.questions(sought) ?? [], (question) => this.put(question));
    return sought.map((each) => this.known(each) ?? []);
  });
  readonly #members = batched((sought) => this.#membersAmong(sought));
  #lookupsBefore = 0;
  #attempt: Attempt | null = null;

  /** Goes on with what earlier operations have attempted. */
  resume(attempt: Attempt): void {
    this.#attempt = attempt;
    this.#lookupsBefore = attempt.lookups.get(this.vendor) ?? 0;
  }

  /** The accounts that are sought, as the vendor has them now. */
  find(sought: Sought): Promise<readonly Account[]> {
    return this.#lookups.load(sought);
  }

  /** As `find`; but where the vendor may only have missed the spelling of an address, its whole list is searched, too. */
  async search(sought: Sought): Promise<readonly Account[]> {
    const found = await this.find(sought);
    if (found.length > 0 || !this.mayMiss(sought)) return found;
    await this.complete();
    const members = this.#member(sought);
    if (members === null) throw this.#changed();
    // The list may have been read up to an hour ago. By its spelling the vendor finds the account as it is now.
    const isMet = (this.known(sought) ?? []).length > 0;
    return members.length === 0 || isMet ? members : this.#again.load(sought);
  }

  /** What was found of the accounts sought; where the vendor fails, what it has told of them before. */
  async orKnown(sought: Sought, found: Promise<readonly Account[]>): Promise<readonly Account[]> {
    try {
      return await found;
    } catch (error) {
      // What was read before the vendor failed is no less true for it.
      if (error instanceof UpstreamError) return this.known(sought) ?? [];
      throw error;
    }
  }

  /** Those of the accounts sought that are known without a call, also from earlier operations. */
  met(sought: Sought): readonly Account[] {
    return [...(this.known(sought) ?? []), ...(this.membership?.find(sought) ?? [])];
  }

  /** The accounts that are sought beside these: the vendor is asked only where its list is known to have others. */
  async further(sought: Sought, linked: readonly Account[]): Promise<readonly Account[]> {
    const here = [...linked, ...(this.known(sought) ?? [])];
    const isNew = (member: Account) => !here.some((account) => isSameAccount(account, member));
    if (this.membership?.find(sought)?.some(isNew)) await this.#again.load(sought);
    return this.known(sought) ?? [];
  }

  /** Which of the accounts sought the vendor's list has. Unlike `find` it may rest on what was read up to an hour ago. */
  listed(sought: Sought): Promise<readonly Account[]> {
    return this.#members.load(sought);
  }

  /** Makes known who is sought in as few calls as the vendor allows: by asking for them, or by reading its pages. */
  async #learn(sought: readonly Sought[]): Promise<void> {
    const { lookup } = this.directory;
    const unknown = () => sought.filter((each) => this.known(each) === undefined);
    const callsToAsk = () => this.questions(unknown())?.length ?? Number.POSITIVE_INFINITY;

    // What a list holds that does not tell its length is not known beforehand, nor what reading it costs.
    if (lookup === undefined || (lookup.size === 1 && this.pageCount === null && callsToAsk() > 1)) {
      await this.page(0);
    }
    if (callsToAsk() === 0 || this.pagesLeft === 0) return;
    if (callsToAsk() < this.pagesLeft)
      await mapInBatches(this.questions(unknown()) ?? [], (question) => this.put(question));
    else if (this.pageCount !== null) await this.everyone();
    else await this.#readUntil(() => unknown().length === 0);
  }

  async #readUntil(isKnown: () => boolean): Promise<void> {
    for (let index = 0, more = true; more && !isKnown(); index += 1) more = (await this.page(index)).hasMore;
  }

  /** As `#learn`, of who is on the list: what was read in the last hour need not be read again, and what is read is kept. */
  async #membersAmong(sought: readonly Sought[]): Promise<readonly (readonly Account[])[]> {
    const open = () => sought.filter((each) => this.#member(each) === null);
    const questions = () => (open().some((each) => this.mayMiss(each)) ? null : this.questions(open()));

    const isLengthUnknown = this.pagesMissing === Number.POSITIVE_INFINITY;
    if (this.directory.lookup?.size === 1 && isLengthUnknown && open().length > 1) await this.page(0);
    const calls = questions()?.length ?? Number.POSITIVE_INFINITY;
    // Who has asked as often as the list has pages, and is to ask on, would better have read it.
    if (calls > 0 && calls + this.#lookupsBefore >= this.pagesMissing) await this.complete();
    // Of a list that has changed while it was read, who is not on it has to be asked for.
    await this.readOn(
      () => questions() ?? [],
      async (question) => {
        await this.put(question);
        this.#attempt?.lookups.set(this.vendor, (this.#attempt.lookups.get(this.vendor) ?? 0) + 1);
      },
    );
    return sought.map((each) => {
      const members = this.#member(each);
      if (members === null) throw this.#changed();
      // Who is not on the list need not be looked for there again.
      if (members.length === 0) this.settle(each);
      return members;
    });
  }

  /** The accounts sought, as far as anything read in the last hour tells; null where it does not. */
  #member(sought: Sought): readonly Account[] | null {
    const known = this.known(sought);
    if (known !== undefined && known.length > 0) return known;
    const members = this.membership?.find(sought) ?? null;
    if (members !== null) return members;
    return this.pagesLeft === 0 || (known !== undefined && !this.mayMiss(sought)) ? [] : null;
  }

  #changed(): UpstreamError {
    const sentence = 'the list of its people changed while it was read. Ask again.';
    return new UpstreamError(this.vendor, 'UPSTREAM_INVALID_RESPONSE', sentence, 1);
  }
}

function batched(ask: (sought: readonly Sought[]) => Promise<readonly (readonly Account[])[]>) {
  return new DataLoader<Sought, readonly Account[], string>(ask, { cacheKeyFn: soughtText });
}
