import type { Centre, Member } from '../centre/model.ts';
import { capitalised } from '../centre/names.ts';
import { placesFor } from '../centre/places.ts';
import { oneOrTwoOf, type Streams, uuid } from '../centre/random.ts';
import { GROUPS } from './catalogue.ts';

/** An agent of LiveChat: a member of staff who has an account there. */
export interface Agent {
  readonly member: Member;
  /** The agent's id. */
  readonly email: string;
  readonly accountId: string;
  readonly groupIds: readonly number[];
  readonly maxChats: number;
}

/** Of sixty members, so many have an account. Shares of accounts are exact among so many. */
const ACCOUNTS = 48;

const hasAccount = ({ place }: Member): boolean =>
  place < 31 || (place >= 38 && place < 51) || (place >= 54 && place < 56) || place >= 58;

/** Everybody with an account, in the centre's order. */
export function agentsOf(centre: Centre, random: Streams): readonly Agent[] {
  const placeByCase = placesFor(random, 'letter case', ACCOUNTS);
  return centre.members.filter(hasAccount).map((member, at) => {
    const account = random('agent', member.index);
    return {
      member,
      email: placeByCase(at) < 4 ? capitalised(member.address) : member.address,
      accountId: uuid(account),
      groupIds: oneOrTwoOf(account, GROUPS).map(({ id }) => id),
      maxChats: account.whole(2, 6),
    };
  });
}
