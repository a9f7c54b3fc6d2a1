import { type Account, isSameAccount, normalizeEmail } from '../../domain/account.ts';
import type { Identities } from '../../domain/identity.ts';
import { allEnded } from '../../domain/map-in-batches.ts';
import type { AccountFinder } from './finder.ts';
import { type Sought, soughtText } from './sought.ts';

/**
 * These accounts and all that share an address or an identity with one of them, however many steps away. `ask` is called
 * once for each property that a vendor can have further accounts by, with the accounts found so far. A vendor that may
 * compare spelling exactly is asked last, in the spellings that the others have told.
 */
export async function linkedWith(
  start: readonly Account[],
  readers: readonly AccountFinder[],
  identities: Identities,
  ask: (reader: AccountFinder, sought: Sought, linked: readonly Account[]) => Promise<readonly Account[]>,
): Promise<readonly Account[]> {
  const linked = [...start];
  const asked = new Set<string>();
  const { exact = [], lenient = [] } = Object.groupBy(readers, ({ directory }) =>
    directory.lookup?.exact ? 'exact' : 'lenient',
  );
  for (let before = -1; before < asked.size; ) {
    before = asked.size;
    for (const some of [lenient, exact]) {
      const questions = some.flatMap((reader) =>
        soughtAt(reader, linked, identities)
          .filter((sought) => !asked.has(`${reader.vendor} ${soughtText(sought)}`))
          .map((sought) => ({ reader, sought })),
      );
      for (const { reader, sought } of questions) asked.add(`${reader.vendor} ${soughtText(sought)}`);
      const found = await allEnded(questions.map(({ reader, sought }) => ask(reader, sought, linked)));
      for (const account of found.flat()) {
        if (!linked.some((known) => isSameAccount(known, account))) linked.push(account);
      }
    }
  }
  return linked;
}

/**
 * Somebody's account and those linked with it, as far as it takes to tell whether one of them is in these listings, of
 * which the last one is the account's own. Who else bears an address of one of a vendor's own accounts is not worth a call.
 */
export async function linkedBefore(
  account: Account,
  listings: readonly AccountFinder[],
  { readers, identities }: { readonly readers: readonly AccountFinder[]; readonly identities: Identities },
): Promise<readonly Account[]> {
  const ask = async (reader: AccountFinder, sought: Sought, linked: readonly Account[]) => {
    if (isBorne(linked, reader, sought)) return reader.met(sought);
    return listings.includes(reader) ? reader.listed(sought) : reader.find(sought);
  };
  if (identities.size > 0) {
    // By way of an identity, an account of a later vendor can lead to an earlier one.
    const later = readers.filter(({ vendor }) => !listings.some((reader) => reader.vendor === vendor));
    return linkedWith([account], [...listings, ...later], identities, ask);
  }
  // Addresses alone lead there at once, as no vendor but the first has people with several.
  const found = listings.flatMap((reader) =>
    soughtAt(reader, [account], identities).map((each) => ask(reader, each, [account])),
  );
  return [account, ...(await allEnded(found)).flat()];
}

/** By which properties a vendor can have further accounts of the person who has these. */
function soughtAt({ vendor }: AccountFinder, accounts: readonly Account[], identities: Identities): Sought[] {
  const emails = Map.groupBy(
    accounts.flatMap((account) => account.emails.map((email) => email.trim())),
    normalizeEmail,
  );
  const claims = accounts.flatMap((account) => identities.of(account)?.claims ?? []);
  return [
    ...[...emails].map(([value, spellings]): Sought => ({ by: 'email', value, spellings })),
    ...claims.filter((claim) => claim.vendor === vendor),
  ];
}

/** Whether one of these accounts is the vendor's and has the property. */
export function isBorne(
  accounts: readonly Account[],
  { vendor }: AccountFinder,
  { by, value }: Sought,
): boolean {
  return accounts.some(
    (account) =>
      account.vendor === vendor &&
      (by === 'key'
        ? account.key === value
        : account.emails.some((email) => normalizeEmail(email) === value)),
  );
}
