import { type Account, normalizeEmail } from '../domain/account.ts';
import type { Person, PersonKey } from '../domain/person.ts';
import type { Vendor } from '../domain/vendor.ts';
import { Draft } from './draft.ts';
import { accountKey } from './lookup-key.ts';
import { reportedAccounts } from './person-key.ts';
import { linkAll, problemsOf, type Sources, toPerson } from './resolve.ts';

/**
 * The person with this key, which was given out once. A person on no list is one that a report named: a former agent or a
 * bot, alone with the accounts that the key names. Null where their vendor is not configured.
 */
export async function personByKey(key: PersonKey, sources: Sources): Promise<Person | null> {
  const person = await listedPerson(key, sources);
  if (person !== null) {
    // While a vendor is missing that may decide on another address, the person keeps the one that was given out.
    const isUndecided = person.unavailable.length > 0 && person.key.kind === 'email' && key.kind === 'email';
    return isUndecided ? { ...person, key } : person;
  }
  const identity = key.kind === 'identity' ? sources.identities.byKey(key.identity) : null;
  const accounts = reportedAccounts(key, identity, sources.sessions);
  if (accounts.length === 0) return null;
  return { ...toPerson(new Draft(accounts), sources), key, identity, unavailable: [] };
}

function listedPerson(key: PersonKey, sources: Sources): Promise<Person | null> {
  switch (key.kind) {
    case 'identity':
      return personByIdentity(key.identity, sources);
    case 'email':
      return personByEmail(key.email, sources);
    case 'account':
      return personByAccount(key.vendor, key.account, sources);
  }
}

/** The person with this address, or null. */
export function personByEmail(email: string, sources: Sources): Promise<Person | null> {
  const value = normalizeEmail(email);
  const claims = sources.sessions.map(({ vendor }) => ({ vendor, by: 'email', value }) as const);
  return find(new Draft([], claims, [email]), sources);
}

/** The person with this account, or null. */
export async function personByAccount(vendor: Vendor, key: string, sources: Sources): Promise<Person | null> {
  const traits = sources.traits.get(vendor);
  if (traits === undefined) return null;
  const { value } = accountKey(key, traits);
  return find(new Draft([], [{ vendor, by: 'key', value }]), sources);
}

/** The person that the operator's file has under this key. Of two claims to one account, that by the account's key holds. */
function personByIdentity(key: string, sources: Sources): Promise<Person | null> {
  const { identities } = sources;
  const draft = new Draft([], identities.byKey(key)?.claims ?? []);
  return find(draft, sources, (account) => identities.of(account)?.key === key);
}

/** The owner of the accounts that are meant, with all accounts that the vendors have; or null. */
async function find(
  draft: Draft,
  sources: Sources,
  isMeant: (account: Account) => boolean = () => true,
): Promise<Person | null> {
  await linkAll([draft], sources, { readsOn: true });
  if (draft.lead(isMeant)) return toPerson(draft, sources);
  const [problem] = problemsOf(draft, sources);
  // The vendor that did not answer may be the one that knows the person: null would say that none does.
  if (problem !== undefined) throw problem;
  return null;
}
