import DataLoader from 'dataloader';
import type { Account } from '../domain/account.ts';
import type { AccountDirectory } from '../domain/directory.ts';
import { UpstreamError } from '../domain/errors.ts';
import type { Operation } from '../domain/operation.ts';
import type { AccountTraits, OpenVendor } from '../domain/ports.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Attempt } from './attempts.ts';
import { KnownAccounts } from './known-accounts.ts';
import { AccountIndex, type LookupKey, withSpellings } from './lookup-key.ts';
import { nextStep } from './lookup-plan.ts';
import { type Question, questionsFor } from './questions.ts';
import { ListReader } from './reader.ts';
import { askSome } from './reading-on.ts';
import type { VendorRoster } from './roster.ts';

/**
 * How sure an answer must be. `roster`: whether the vendor's list has the accounts; the answer may rest on what was read in
 * the last hour. `fetch`: the accounts as the vendor has them now; where the vendor compares spellings exactly, no account
 * proves nothing. What is known without a call is `cached`, which needs no waiting.
 */
type Policy = 'roster' | 'fetch';

/** The answer to one question about one vendor's accounts. */
export interface Found {
  readonly accounts: readonly Account[];
  /** Why there may be more accounts than these; null where these are all. */
  readonly failure: UpstreamError | null;
}

/** Keys that are looked for together, and the attempt at a page that they are for. */
interface Request {
  readonly keys: readonly LookupKey[];
  readonly attempt: Attempt | null;
}

/**
 * One vendor's accounts during one operation: each lookup is made once, and lookups that can share a call share it. What
 * the vendor tells serves every later question.
 */
export class DirectorySession {
  readonly source: OpenVendor;
  readonly vendor: Vendor;
  readonly traits: AccountTraits;
  readonly directory: AccountDirectory;
  readonly list: ListReader;
  readonly #known: KnownAccounts;
  readonly #failures = { roster: new Map<string, UpstreamError>(), fetch: new Map<string, UpstreamError>() };
  readonly #requests = {
    roster: batched((requests) => this.#learn(requests, 'roster')),
    fetch: batched((requests) => this.#learn(requests, 'fetch')),
  };

  /** `roster` is null for a list that is not kept from operation to operation. */
  constructor(source: OpenVendor, roster: VendorRoster | null, operation: Operation) {
    const { vendor, traits } = source.port;
    const { directory } = source.session;
    this.source = source;
    this.vendor = vendor;
    this.traits = traits;
    this.directory = directory;
    const met = new AccountIndex(traits);
    this.list = new ListReader(directory, met, roster, operation);
    this.#known = new KnownAccounts(met, this.list);
  }

  /** The accounts with each of these properties. */
  async find(
    keys: readonly LookupKey[],
    policy: Policy,
    attempt: Attempt | null = null,
  ): Promise<readonly Found[]> {
    if (keys.length > 0) await this.#requests[policy].load({ keys, attempt });
    return keys.map((key) => {
      const failure = this.#known.isOpen(key, policy) ? (this.#failures[policy].get(key.text) ?? null) : null;
      if (policy === 'fetch') return { accounts: this.#known.met(key), failure };
      const accounts = this.#known.listed(key);
      if (accounts === null) return { accounts: [], failure: failure ?? this.#listChanged() };
      // An account that is not on the list need not be looked for again.
      if (accounts.length === 0) this.#known.settle(key);
      return { accounts, failure: null };
    });
  }

  /** The accounts with this property as far as is known without a call. */
  cached(key: LookupKey): readonly Account[] {
    return this.#known.cached(key);
  }

  /** Makes known what is asked for, step by step. A failure is kept for the keys that it leaves open. */
  async #learn(requests: readonly Request[], policy: Policy): Promise<void> {
    const failures = this.#failures[policy];
    const keys = merged(requests.flatMap((request) => request.keys));
    const open = () => keys.filter((key) => !failures.has(key.text) && this.#known.isOpen(key, policy));
    const attempts = requests.flatMap(({ attempt }) => attempt ?? []);
    const callsBefore = Math.max(0, ...attempts.map(({ before }) => before.get(this.vendor) ?? 0));
    const ask = policy === 'roster' ? this.list.readingOn.ofOneList() : askSome;
    try {
      for (;;) {
        const questions = this.#questions(open(), policy);
        const { missing, isLengthKnown } = this.#pagesLeft(policy);
        const step = nextStep({
          calls: questions?.length ?? null,
          callsBefore,
          lookupSize: this.directory.lookup?.size ?? null,
          pagesLeft: isLengthKnown || missing.length === 0 ? missing.length : null,
        });
        if (step === 'none') return;
        if (step === 'lookup') await ask(questions ?? [], (question) => this.#ask(question, attempts));
        else await ask(missing, (index) => this.list.page(index));
      }
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      for (const key of open()) failures.set(key.text, error);
    }
  }

  /** The fewest calls that ask for all of these; null where they cannot tell of one of them. */
  #questions(keys: readonly LookupKey[], policy: Policy): readonly Question[] | null {
    if (policy === 'roster' && keys.some((key) => this.#known.mayMiss(key))) return null;
    return questionsFor(this.directory, keys, (key) => this.#known.spellingsOf(key));
  }

  #pagesLeft(policy: Policy): { readonly missing: readonly number[]; readonly isLengthKnown: boolean } {
    if (policy === 'fetch')
      return { missing: this.list.missing(), isLengthKnown: this.list.pageCount !== null };
    const { pageCount } = this.list.roster ?? this.list;
    return { missing: this.list.missingOnRoster(), isLengthKnown: pageCount !== null };
  }

  async #ask({ keys, ask }: Question, attempts: readonly Attempt[]): Promise<void> {
    this.#known.learn(keys, await this.list.ask(ask));
    for (const { lookups } of attempts) lookups.set(this.vendor, (lookups.get(this.vendor) ?? 0) + 1);
  }

  #listChanged(): UpstreamError {
    const sentence = 'the list of its people changed while it was read. Ask again.';
    return new UpstreamError(this.vendor, 'UPSTREAM_INVALID_RESPONSE', sentence, 1);
  }
}

/** Each key once, with the spellings of all that are equal to it. */
function merged(keys: readonly LookupKey[]): readonly LookupKey[] {
  const byText = new Map<string, LookupKey>();
  for (const key of keys) {
    const known = byText.get(key.text);
    byText.set(key.text, known === undefined ? key : withSpellings(known, key.spellings));
  }
  return [...byText.values()];
}

/** Takes the requests of one turn of the event loop together. */
function batched(learn: (requests: readonly Request[]) => Promise<void>): DataLoader<Request, void> {
  const answer = async (requests: readonly Request[]) => {
    await learn(requests);
    return requests.map(() => undefined);
  };
  return new DataLoader<Request, void>(answer, { cache: false });
}
