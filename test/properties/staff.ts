import fc from 'fast-check';
import { type Account, normalizeEmail } from '../../src/domain/account.ts';
import type { Claim, Identity } from '../../src/domain/identity.ts';
import { liveChatAccountByKey } from '../../src/vendors/livechat/account.ts';
import { rocketChatAccountByKey } from '../../src/vendors/rocket-chat/account.ts';
import { claimOf } from '../support/claims.ts';
import { VENDORS } from '../support/vendor-ids.ts';
import { account } from '../unit/loaders/directories.ts';
import type { Generated } from './graph.ts';

/** The people of a contact centre as the vendors and the operator tell of them. */
export interface Staff {
  /** What the vendors list, in no order. */
  readonly listed: readonly Account[];
  /** Whom the vendors' reports name as active lately, with former accounts that no vendor lists any more. */
  readonly active: readonly Account[];
  readonly identities: readonly Identity[];
  /** The key of the identity that has an account, for each that is claimed. */
  readonly owners: ReadonlyMap<Account, string>;
}

/** Which addresses an account bears: of its owner's three, or (3) the first one of the next person. */
const anyAddresses: fc.Arbitrary<readonly number[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([0]) },
  { weight: 3, arbitrary: fc.shuffledSubarray([0, 1, 2]) },
  { weight: 1, arbitrary: fc.shuffledSubarray([0, 1, 3]) },
);

/** True one time of so many. */
const oneTimeOf = (times: number) => fc.nat(times - 1).map((drawn) => drawn === times - 1);

const anyDraft = fc.record({
  vendor: fc.constantFrom(...VENDORS),
  addresses: anyAddresses,
  /** Whether the vendor spells the addresses in capitals. */
  shouts: fc.boolean(),
  isFormer: oneTimeOf(8),
  isActive: fc.boolean(),
  /** By which of its words the operator claims the account, for which of two people whom they take the owner for. */
  claimed: fc.constantFrom(null, 'by key', 'by address', 'by both, of two'),
  claimant: fc.constantFrom('one', 'one', 'other'),
});

type Draft = Generated<typeof anyDraft>;

const anyOwner = fc.record({
  accounts: fc.array(anyDraft, { minLength: 1, maxLength: 5 }),
  isInFile: oneTimeOf(3),
});

/**
 * Staff with up to five accounts a head, of which some are chained by addresses, some borrow an address of the next
 * person's, and some are claimed. No vendor has an address twice, as none would know who logs in by it.
 */
export const anyStaff: fc.Arbitrary<Staff> = fc.array(anyOwner, { maxLength: 12 }).map((owners) => {
  const listed: Account[] = [];
  const active: Account[] = [];
  const ownerOf = new Map<Account, string>();
  const claims: (readonly [identity: string, claim: Claim])[] = [];
  const taken = new Set<string>();
  for (const [index, { accounts, isInFile }] of owners.entries()) {
    for (const [place, draft] of accounts.entries()) {
      const free = draft.addresses
        .map((which) => `p${which === 3 ? (index + 1) % owners.length : index}.${which % 3}@example.com`)
        .filter((address) => !taken.has(`${draft.vendor} ${address}`));
      const isClaimed = isInFile && draft.claimed !== null;
      // What an identity says of an account that has gone reaches nobody who merely bore its address.
      const made = accountOf(draft, index * 5 + place, isFormer(draft) && isClaimed ? [] : free);
      for (const email of made.emails) taken.add(`${made.vendor} ${normalizeEmail(email)}`);
      if (!isFormer(draft)) listed.push(made);
      if (draft.isActive) active.push(made);
      const claimed = isClaimed ? claimsOf(made, draft, `person ${index}`) : [];
      claims.push(...claimed);
      if (claimed[0] !== undefined) ownerOf.set(made, claimed[0][0]);
    }
  }
  const byIdentity = Map.groupBy(claims, ([identity]) => identity);
  const identities = [...byIdentity].map(([key, of]) => ({
    key,
    name: null,
    claims: of.map(([, one]) => one),
  }));
  return { listed, active, identities, owners: ownerOf };
});

/** Kore.ai's report and its list are one and the same, so it has no former agents. */
function isFormer(draft: Draft): boolean {
  return draft.isFormer && draft.vendor !== 'KORE_AI';
}

function accountOf(draft: Draft, place: number, addresses: readonly string[]): Account {
  const { vendor, shouts } = draft;
  const emails = shouts ? addresses.map((address) => address.toUpperCase()) : addresses;
  // Keys stand in another order than the people, as those of one vendor do not follow another's.
  const key = `${vendor === 'KORE_AI' ? 'u-' : 'user'}${(place * 7919) % 10_007}`;
  switch (vendor) {
    case 'ROCKET_CHAT':
      return isFormer(draft) ? rocketChatAccountByKey(key) : account(vendor, key, emails);
    case 'KORE_AI':
      return account(vendor, key, emails.slice(0, 1));
    case 'LIVECHAT':
      return liveChatAccountByKey(emails[0] ?? `b0t-${key}`);
  }
}

/** What the operator says of an account, by whom; the first claim holds. */
function claimsOf(made: Account, { claimed, claimant }: Draft, person: string): [string, Claim][] {
  const [email] = made.vendor === 'ROCKET_CHAT' ? [] : made.emails;
  const byKey = claimOf(made.vendor, made.key);
  const byAddress = email === undefined ? byKey : claimOf(made.vendor, email.toLowerCase());
  const identity = `${person}, ${claimant}`;
  if (claimed === 'by both, of two' && made.vendor === 'KORE_AI' && email !== undefined) {
    return [
      [identity, byKey],
      [`${person}, ${claimant === 'one' ? 'other' : 'one'}`, byAddress],
    ];
  }
  return [[identity, claimed === 'by address' ? byAddress : byKey]];
}
