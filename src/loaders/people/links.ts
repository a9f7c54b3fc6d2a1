import { type Account, isSameAccount, normalizeEmail } from '../../domain/account.ts';
import type { Identities } from '../../domain/identity.ts';
import type { DirectoryReader } from './reader.ts';
import { type Sought, soughtText } from './sought.ts';

/**
 * These accounts and all that share an address or an identity with one of them, however many steps away. `ask` is called
 * once for each property that a vendor can have further accounts by, and told whether an account found already has it.
 */
export async function linkedWith(
  start: readonly Account[],
  readers: readonly DirectoryReader[],
  identities: Identities,
  ask: (reader: DirectoryReader, sought: Sought, borne: boolean) => Promise<readonly Account[]>,
): Promise<readonly Account[]> {
  const linked = [...start];
  const asked = new Set<string>();
  for (;;) {
    const questions = readers.flatMap((reader) =>
      soughtAt(reader, linked, identities)
        .filter((sought) => !asked.has(`${reader.vendor} ${soughtText(sought)}`))
        .map((sought) => ({ reader, sought })),
    );
    if (questions.length === 0) return linked;
    for (const { reader, sought } of questions) asked.add(`${reader.vendor} ${soughtText(sought)}`);
    const found = await Promise.all(
      questions.map(({ reader, sought }) => ask(reader, sought, isBorne(linked, reader, sought))),
    );
    for (const account of found.flat()) {
      if (!linked.some((known) => isSameAccount(known, account))) linked.push(account);
    }
  }
}

/**
 * Somebody's account and those linked with it, as far as it takes to tell whether one of them is in these listings, of
 * which the last one is the account's own. Who else bears an address of one of a vendor's own accounts is not worth a call.
 */
export async function linkedBefore(
  account: Account,
  listings: readonly DirectoryReader[],
  { readers, identities }: { readonly readers: readonly DirectoryReader[]; readonly identities: Identities },
): Promise<readonly Account[]> {
  const ask = async (reader: DirectoryReader, sought: Sought, borne: boolean) =>
    borne ? reader.met(sought) : listings.includes(reader) ? reader.listed(sought) : reader.find(sought);
  if (identities.size > 0) {
    // By way of an identity, an account of a later vendor can lead to an earlier one.
    const later = readers.filter(({ vendor }) => !listings.some((reader) => reader.vendor === vendor));
    return linkedWith([account], [...listings, ...later], identities, ask);
  }
  // Addresses alone lead there at once, as no vendor but the first has people with several.
  const found = listings.flatMap((reader) =>
    soughtAt(reader, [account], identities).map((each) =>
      ask(reader, each, isBorne([account], reader, each)),
    ),
  );
  return [account, ...(await Promise.all(found)).flat()];
}

/** By which properties a vendor can have further accounts of the person who has these. */
function soughtAt(
  { vendor }: DirectoryReader,
  accounts: readonly Account[],
  identities: Identities,
): Sought[] {
  const emails = new Set(accounts.flatMap((account) => account.emails.map(normalizeEmail)));
  const claims = accounts.flatMap((account) => identities.of(account)?.claims ?? []);
  return [
    ...[...emails].map((value): Sought => ({ by: 'email', value })),
    ...claims.filter((claim) => claim.vendor === vendor),
  ];
}

/** Whether one of these accounts is the vendor's and has the property. */
function isBorne(accounts: readonly Account[], { vendor }: DirectoryReader, { by, value }: Sought): boolean {
  return accounts.some(
    (account) =>
      account.vendor === vendor &&
      (by === 'key'
        ? account.key === value
        : account.emails.some((email) => normalizeEmail(email) === value)),
  );
}
