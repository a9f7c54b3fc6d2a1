import { type Account, isSameAccount } from '../domain/account.ts';
import type { Identities } from '../domain/identity.ts';
import type { Draft } from './draft.ts';
import { type LookupKey, withSpellings } from './lookup-key.ts';
import type { DirectorySession, Found } from './session.ts';

/** How vendors are asked for the accounts of drafts. */
export interface LinkRules {
  readonly identities: Identities;
  find(session: DirectorySession, keys: readonly LookupKey[]): Promise<readonly Found[]>;
  /** Whether more than one account of a vendor under one property is worth a call. */
  readonly asksForTwins: boolean;
  /** Whether enough is known of a draft. */
  isDone?(draft: Draft): boolean;
  /** Accounts that no list has and only a report names. */
  unlisted?(session: DirectorySession, key: LookupKey): readonly Account[];
}

/**
 * Adds to each draft all accounts that share an address or an identity with one of its own, however many steps away. Goes
 * in rounds: each takes the new properties of all drafts together. A vendor that compares spellings exactly comes last in a
 * round, as the other vendors' spellings help to ask it.
 */
export async function link(
  drafts: readonly Draft[],
  sessions: readonly DirectorySession[],
  rules: LinkRules,
): Promise<void> {
  const isExact = ({ directory }: DirectorySession) => directory.lookup?.exact === true;
  const phases = [sessions.filter((session) => !isExact(session)), sessions.filter(isExact)];
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const phase of phases) {
      const left = drafts.filter((draft) => rules.isDone?.(draft) !== true);
      const rounds = phase.map((session) => new Round(session, left, rules));
      await Promise.all(rounds.map((round) => round.ask()));
      for (const round of rounds) isNew = round.close() || isNew;
    }
  }
}

/** What one vendor is asked in one round, for all drafts. */
class Round {
  readonly #session: DirectorySession;
  readonly #rules: LinkRules;
  readonly #keys = new Map<string, LookupKey>();
  readonly #drafts = new Map<string, Draft[]>();
  #found: readonly Found[] = [];
  readonly #isNew: boolean;

  constructor(session: DirectorySession, drafts: readonly Draft[], rules: LinkRules) {
    this.#session = session;
    this.#rules = rules;
    let isNew = false;
    for (const draft of drafts)
      for (const key of draft.newKeys(session, rules.identities)) {
        isNew = true;
        this.#take(draft, key);
      }
    this.#isNew = isNew;
  }

  /** A vendor is not asked for a property that one of its accounts here has, unless it is known to have another one. */
  #take(draft: Draft, key: LookupKey): void {
    const { unlisted, asksForTwins } = this.#rules;
    const isBorne = draft.bears(this.#session, key);
    draft.add(unlisted?.(this.#session, key) ?? []);
    if (isBorne) {
      const cached = this.#session.cached(key);
      const isTwin = (account: Account) => !draft.linked.some((known) => isSameAccount(known, account));
      if (!asksForTwins || !cached.some(isTwin)) {
        draft.add(cached);
        return;
      }
    }
    const known = this.#keys.get(key.text);
    this.#keys.set(key.text, known === undefined ? key : withSpellings(known, key.spellings));
    this.#drafts.set(key.text, [...(this.#drafts.get(key.text) ?? []), draft]);
    draft.asked.add(this.#session.vendor);
  }

  async ask(): Promise<void> {
    this.#found = await this.#rules.find(this.#session, [...this.#keys.values()]);
  }

  /** Gives the drafts what was found for them. Whether there was anything to look for. */
  close(): boolean {
    for (const [index, text] of [...this.#keys.keys()].entries()) {
      const { accounts = [], failure = null } = this.#found[index] ?? {};
      for (const draft of this.#drafts.get(text) ?? []) {
        draft.add(accounts);
        if (failure !== null) draft.failures.set(this.#session.vendor, failure);
      }
    }
    return this.#isNew;
  }
}
