import type { Centre, Member } from '../centre/model.ts';
import { placesFor } from '../centre/places.ts';
import { identifier, oneOrTwoOf, type Streams } from '../centre/random.ts';

/** The account of a member of staff. */
export interface RocketChatUser {
  readonly userId: string;
  readonly username: string;
  /** None, one or several addresses, in the order that the server lists them. */
  readonly emails: readonly { readonly address: string; readonly verified: boolean }[];
  /** How many chats at once, as the server keeps it: a number or its digits, "" for one taken away, null for none set. */
  readonly chatLimit: number | string | null;
  readonly departmentIds: readonly string[];
  /** The VoIP extension that the user is associated with; null for most. */
  readonly extension: string | null;
}

/** A member of staff who has an account here. */
export interface Agent {
  readonly member: Member;
  readonly user: RocketChatUser;
  /** What lists are sorted by. */
  readonly _id: string;
  readonly username: string;
  readonly name: string;
}

/** The departments, by the ids that the database gave them. */
export const DEPARTMENTS: readonly { readonly id: string; readonly name: string }[] = [
  { id: '5f0c31a97be24d0c8a61e201', name: 'First line' },
  { id: '5f0c31a97be24d0c8a61e202', name: 'Second line' },
  { id: '60d2f7c4189ab36e55107703', name: 'Complaints' },
  { id: '62b9048e3fd1c75a90e2ac04', name: 'Partners' },
];

const LETTERS_AND_DIGITS = 'ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** Of sixty members, so many have an account. Shares of accounts are exact among so many. */
const ACCOUNTS = 54;

/** Everybody with an account, in the order in which the accounts were made. */
export function agentsOf(centre: Centre, random: Streams): readonly Agent[] {
  const placeByAddress = placesFor(random, 'addresses', ACCOUNTS);
  const placeByLimit = placesFor(random, 'chat limit', ACCOUNTS);
  const placeByExtension = placesFor(random, 'extension', ACCOUNTS);
  const placeByUsername = placesFor(random, 'username', ACCOUNTS);
  const members = centre.members.filter(({ place }) => place < ACCOUNTS);
  return members.map((member, at) => {
    const { index, mailbox, firstName, lastName } = member;
    const account = random('user', index);
    const user: RocketChatUser = {
      userId: identifier(account, LETTERS_AND_DIGITS, 17),
      username: placeByUsername(at) < 36 ? mailbox : mailbox.replace('.', '_'),
      emails: emailsOf(member, placeByAddress(at)),
      departmentIds: oneOrTwoOf(account, DEPARTMENTS).map(({ id }) => id),
      chatLimit: chatLimit(account.whole(2, 6), placeByLimit(at)),
      extension: placeByExtension(at) < 4 ? String(2000 + index) : null,
    };
    return { member, user, _id: user.userId, username: user.username, name: `${firstName} ${lastName}` };
  });
}

/** Of 54 users, three never had a limit, from three it was taken away, and of 14 it is kept as digits. */
function chatLimit(limit: number, place: number): RocketChatUser['chatLimit'] {
  if (place < 3) return null;
  if (place < 6) return '';
  return place < 20 ? String(limit) : limit;
}

/** Of 54 users, seven have no address, two a second one that is not verified, and one a second one that comes first. */
function emailsOf({ address, mailbox }: Member, place: number): RocketChatUser['emails'] {
  const main = { address, verified: true };
  const other = `${mailbox}@support.example.org`;
  if (place < 7) return [];
  if (place < 9) return [main, { address: other, verified: false }];
  if (place < 10) return [{ address: other, verified: true }, main];
  return [main];
}
