import { type Account, isSameAccount } from '../domain/account.ts';
import { type AccountIndex, type LookupKey, withSpellings } from './lookup-key.ts';
import type { ListReader } from './reader.ts';

/** What is known of one vendor's accounts: by this operation, which has met some, and by the last hour's roster. */
export class KnownAccounts {
  readonly #met: AccountIndex;
  readonly #list: ListReader;
  /** The questions that were put, as texts of their keys and spellings. */
  readonly #put = new Set<string>();

  constructor(met: AccountIndex, list: ListReader) {
    this.#met = met;
    this.#list = list;
  }

  /** The accounts with this property that this operation has met. */
  met(key: LookupKey): readonly Account[] {
    return this.#met.get(key) ?? [];
  }

  /** Notes that the list has no other account with this property. */
  settle(key: LookupKey): void {
    this.#met.settle(key);
  }

  /** Notes that the vendor was asked for these keys and knows these accounts. */
  learn(keys: readonly LookupKey[], accounts: readonly Account[]): void {
    for (const key of keys) this.#put.add(this.#questionText(key));
    for (const account of accounts) this.#met.add(account);
    for (const key of keys) {
      this.#met.settle(key);
      const found = this.met(key);
      if (found.length > 0 || !this.mayMiss(key)) this.#list.roster?.keepAnswer(key, found);
    }
  }

  /** The accounts with this property as far as is known without a call. */
  cached(key: LookupKey): readonly Account[] {
    const others = this.#unmet(key);
    const met = this.#met.get(key) ?? [];
    return others.length === 0 ? met : [...met, ...others];
  }

  /** Accounts with this property that only earlier operations have read. */
  #unmet(key: LookupKey): readonly Account[] {
    const met = this.#met.get(key) ?? [];
    const kept = this.#list.roster?.find(key) ?? [];
    return kept.filter((account) => !met.some((other) => isSameAccount(other, account)));
  }

  /** The accounts with this property as far as anything read in the last hour tells; null where it does not. */
  listed(key: LookupKey): readonly Account[] | null {
    const met = this.#met.get(key);
    if (met !== undefined && met.length > 0) return met;
    const kept = this.#list.roster?.find(key) ?? null;
    if (kept !== null) return kept;
    return this.#list.isRead || (met !== undefined && !this.mayMiss(key)) ? [] : null;
  }

  /** Whether more is to be learnt before there is an answer. */
  isOpen(key: LookupKey, policy: 'roster' | 'fetch'): boolean {
    if (policy === 'roster') return this.listed(key) === null;
    if (this.#list.isRead) return false;
    const isUnknown = this.#met.get(key) === undefined;
    return isUnknown || (!this.#put.has(this.#questionText(key)) && this.#unmet(key).length > 0);
  }

  /** Whether a lookup that finds no account proves nothing. */
  mayMiss({ by }: LookupKey): boolean {
    return by === 'email' && this.#list.directory.lookup?.exact === true && !this.#list.isRead;
  }

  #questionText(key: LookupKey): string {
    return key.by === 'key' ? key.text : `${key.text} ${this.spellingsOf(key).join(' ')}`;
  }

  /**
   * An address in the spellings in which the vendor is to be asked for it. What its list shows takes the place of the
   * lower-case form, and is no spelling more: a call asks for so many spellings at most. Where another account has that
   * spelling already, the question stays as it is without the list, so that equal questions share one answer.
   */
  spellingsOf(key: LookupKey): readonly string[] {
    if (!this.#list.directory.lookup?.exact) return [key.value];
    const listed = this.#list.roster?.onPages(key) ?? [];
    const own = withSpellings(
      { ...key, spellings: [] },
      listed.flatMap(({ emails }) => emails),
    ).spellings;
    const isTold = own.every((email) => email === key.value || key.spellings.includes(email));
    if (isTold) return [...new Set([key.value, ...key.spellings])];
    return [...new Set([...own, ...key.spellings.filter((email) => email !== key.value)])];
  }
}
