import type { Account } from '../domain/account.ts';
import type { AccountDirectory } from '../domain/directory.ts';
import type { LookupKey } from './lookup-key.ts';

/** What one call asks a vendor for. */
export interface Question {
  readonly keys: readonly LookupKey[];
  ask(): Promise<readonly Account[]>;
}

/** The fewest calls that ask a vendor for all of these; null where it cannot be asked for one of them. */
export function questionsFor(
  { lookup, byKey }: AccountDirectory,
  sought: readonly LookupKey[],
  spellingsOf: (key: LookupKey) => readonly string[],
): Question[] | null {
  const questions: Question[] = [];
  let keys: LookupKey[] = [];
  let emails: string[] | null = null;
  for (const key of sought) {
    if (key.by === 'key') {
      if (byKey === undefined) return null;
      questions.push({ keys: [key], ask: async () => [(await byKey(key.value)) ?? []].flat() });
      continue;
    }
    if (lookup === undefined) return null;
    const spellings = spellingsOf(key).slice(0, lookup.size);
    if (emails === null || emails.length + spellings.length > lookup.size) {
      const batch: string[] = [];
      [keys, emails] = [[], batch];
      questions.push({ keys, ask: () => lookup.byEmail(batch) });
    }
    keys.push(key);
    emails.push(...spellings);
  }
  return questions;
}
