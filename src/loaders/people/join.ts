import { type Account, isSameAccount, normalizeEmail } from '../../domain/account.ts';
import { type Person, personKey } from '../../domain/person.ts';
import { compareText } from '../../domain/text.ts';
import type { DirectoryReader } from './reader.ts';

/**
 * The person to whom these accounts belong: theirs are all accounts that share an address with one of theirs, however
 * many steps away. A vendor is not asked for an address that one of its accounts here bears already.
 */
export async function joinAccounts(
  start: readonly Account[],
  readers: readonly DirectoryReader[],
): Promise<Person> {
  const accounts = [...start];
  const asked = new Set<string>();
  for (;;) {
    const questions = openQuestions(accounts, readers, asked);
    if (questions.length === 0) break;
    const found = await Promise.all(questions.map(({ reader, email }) => reader.byEmail(email)));
    for (const account of found.flat()) {
      if (!accounts.some((known) => isSameAccount(known, account))) accounts.push(account);
    }
  }
  const place = (account: Account) => readers.findIndex(({ vendor }) => vendor === account.vendor);
  return {
    key: personKey(accounts),
    accounts: accounts.toSorted((a, b) => place(a) - place(b) || compareText(a.key, b.key)),
    unavailable: readers.flatMap(({ problem }) => problem ?? []),
  };
}

/** The addresses that a vendor has not been asked for; they count as asked from here on. */
function openQuestions(
  accounts: readonly Account[],
  readers: readonly DirectoryReader[],
  asked: Set<string>,
) {
  const emails = new Set(accounts.flatMap((account) => account.emails.map(normalizeEmail)));
  return readers.flatMap((reader) => {
    const borne = accounts.flatMap(({ vendor, emails: own }) =>
      vendor === reader.vendor ? own.map(normalizeEmail) : [],
    );
    return [...emails].flatMap((email) => {
      const question = `${reader.vendor} ${email}`;
      if (asked.has(question) || borne.includes(email)) return [];
      asked.add(question);
      return { reader, email };
    });
  });
}
