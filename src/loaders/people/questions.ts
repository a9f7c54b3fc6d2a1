import type { Account } from '../../domain/account.ts';
import type { AccountDirectory } from '../../domain/directory.ts';
import type { Operation } from '../../domain/operation.ts';
import type { Sought } from './sought.ts';

/** What one call asks a vendor for. */
export interface Question {
  readonly sought: readonly Sought[];
  ask(operation: Operation): Promise<readonly Account[]>;
}

/** An address that is sought, in the spellings in which the vendor is asked for it. */
interface Spelled {
  readonly sought: Sought;
  readonly emails: readonly string[];
}

/** The fewest calls that ask a vendor for all of these; null where it cannot be asked for one of them. */
export function questionsFor(
  { lookup, byKey }: AccountDirectory,
  sought: readonly Sought[],
  emailsOf: (sought: Sought) => readonly string[],
): Question[] | null {
  const keys = sought.filter(({ by }) => by === 'key');
  const addresses = sought.filter(({ by }) => by === 'email');
  if ((keys.length > 0 && byKey === undefined) || (addresses.length > 0 && lookup === undefined)) return null;
  const size = lookup?.size ?? 1;
  const spelled = addresses.map((each) => ({ sought: each, emails: emailsOf(each).slice(0, size) }));
  const ofAddresses = grouped(spelled, size).map((group) => ({
    sought: group.map((each) => each.sought),
    ask: async (operation: Operation) =>
      (await lookup?.byEmail(
        group.flatMap(({ emails }) => emails),
        operation,
      )) ?? [],
  }));
  const ofKeys = keys.map((each) => ({
    sought: [each],
    ask: async (operation: Operation) => [(await byKey?.(each.value, operation)) ?? []].flat(),
  }));
  return [...ofAddresses, ...ofKeys];
}

/** These in groups that have at most `size` spellings each. */
function grouped(all: readonly Spelled[], size: number): Spelled[][] {
  const groups: Spelled[][] = [];
  let room = 0;
  for (const each of all) {
    room -= each.emails.length;
    const last = groups.at(-1);
    if (last !== undefined && room >= 0) last.push(each);
    else {
      groups.push([each]);
      room = size - each.emails.length;
    }
  }
  return groups;
}
