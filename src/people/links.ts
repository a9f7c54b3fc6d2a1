import { type Account, isSameAccount } from '../domain/account.ts';
import type { Identities } from '../domain/identity.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Draft } from './draft.ts';
import type { AccountIndex, LookupKey } from './lookup-key.ts';
import type { DirectorySession, Found } from './session.ts';

/** Accounts of each vendor that no list has, and of which only a report tells. */
export type Unlisted = ReadonlyMap<Vendor, AccountIndex>;

/** How vendors are asked for the accounts of drafts. */
export interface LinkRules {
  readonly identities: Identities;
  find(session: DirectorySession, keys: readonly LookupKey[]): Promise<readonly Found[]>;
  /** Whether more than one account of a vendor under one property is worth a call. */
  readonly asksForTwins: boolean;
  /** Whether enough is known of a draft. */
  isDone?(draft: Draft): boolean;
  readonly unlisted?: Unlisted;
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
      const open = rules.isDone === undefined ? drafts : drafts.filter((draft) => !rules.isDone?.(draft));
      const rounds = phase.map((session) => ({ session, ...openQuestions(session, open, rules) }));
      const found = await Promise.all(
        rounds.map(({ session, questions }) =>
          rules.find(
            session,
            questions.map(({ key }) => key),
          ),
        ),
      );
      // Only when all have answered, so that the order of the answers does not matter.
      for (const [place, { session, questions, hasNewKeys }] of rounds.entries()) {
        isNew ||= hasNewKeys;
        for (const [index, { draft }] of questions.entries())
          draft.take(session.vendor, found[place]?.[index] ?? { accounts: [], failure: null });
      }
    }
  }
}

interface DraftQuestion {
  readonly draft: Draft;
  readonly key: LookupKey;
}

/** What is to be asked of one vendor in one round. What is known of the new properties without a call is added at once. */
function openQuestions(
  session: DirectorySession,
  drafts: readonly Draft[],
  { identities, asksForTwins, unlisted }: LinkRules,
): { readonly questions: readonly DraftQuestion[]; readonly hasNewKeys: boolean } {
  const questions: DraftQuestion[] = [];
  let hasNewKeys = false;
  for (const draft of drafts)
    for (const key of draft.newKeys(session, identities)) {
      hasNewKeys = true;
      const isBorne = draft.bears(session, key);
      draft.add(unlisted?.get(session.vendor)?.get(key) ?? []);
      // A vendor is not asked for a property that one of its accounts here has, unless it is known to have a twin.
      const known = isBorne ? session.cached(key) : null;
      const isTwin = (account: Account) => !draft.linked.some((other) => isSameAccount(other, account));
      if (known === null || (asksForTwins && known.some(isTwin))) questions.push({ draft, key });
      else draft.add(known);
    }
  return { questions, hasNewKeys };
}
