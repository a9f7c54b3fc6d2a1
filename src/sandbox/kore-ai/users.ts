import type { Centre, Member } from '../centre/model.ts';
import { capitalised } from '../centre/names.ts';
import { placesFor } from '../centre/places.ts';
import { type Streams, uuid } from '../centre/random.ts';

/** The account of a member of staff. */
export interface KoreAiUser {
  readonly userId: string;
  readonly agentId: string;
  readonly email: string;
  /** Absent from the vendor's answer where null. */
  readonly customId: string | null;
  /** Whether a name was ever filled in: where not, the vendor shows empty strings. */
  readonly named: boolean;
}

/** A member of staff who has an account here. */
export interface Agent {
  readonly member: Member;
  readonly user: KoreAiUser;
}

/** Of sixty members, so many have an account. Shares of accounts are exact among so many. */
const ACCOUNTS = 42;

const hasAccount = ({ place }: Member): boolean => place < 38 || (place >= 54 && place < 58);

/** Everybody with an account, in the centre's order. */
export function agentsOf(centre: Centre, random: Streams): readonly Agent[] {
  const placeByCase = placesFor(random, 'letter case', ACCOUNTS);
  // One deal for both, so that every account with a custom id has a name.
  const placeByProfile = placesFor(random, 'profile', ACCOUNTS);
  return centre.members.filter(hasAccount).map((member, at) => {
    const { index, address } = member;
    const account = random('user', index);
    const user: KoreAiUser = {
      userId: `u-${uuid(account)}`,
      agentId: `a-${uuid(account)}`,
      email: placeByCase(at) < 4 ? capitalised(address) : address,
      customId: placeByProfile(at) < 4 ? String(100_000 + index) : null,
      named: placeByProfile(at) < ACCOUNTS - 3,
    };
    return { member, user };
  });
}
