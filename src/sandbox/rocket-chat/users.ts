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

/** Of sixty members, 54 have an account. */
const hasAccount = ({ place }: Member): boolean => place < 54;

/** Everybody with an account, in the order in which the accounts were made. */
export function agentsOf(centre: Centre, random: Streams): readonly Agent[] {
  const emailsOf = emails(placesFor(random, 'addresses'));
  const placeByLimit = placesFor(random, 'chat limit');
  const placeByExtension = placesFor(random, 'extension');
  const placeByUsername = placesFor(random, 'username');
  return centre.members.filter(hasAccount).map((member) => {
    const { index, mailbox, firstName, lastName } = member;
    const account = random('user', index);
    const user: RocketChatUser = {
      userId: identifier(account, LETTERS_AND_DIGITS, 17),
      username: placeByUsername(index) < 40 ? mailbox : mailbox.replace('.', '_'),
      emails: emailsOf(member),
      departmentIds: oneOrTwoOf(account, DEPARTMENTS).map(({ id }) => id),
      chatLimit: chatLimit(account.whole(2, 6), placeByLimit(index)),
      extension: placeByExtension(index) < 4 ? String(2000 + index) : null,
    };
    return { member, user, _id: user.userId, username: user.username, name: `${firstName} ${lastName}` };
  });
}

/** Of sixty members, three never had a limit, from three it was taken away, and of 14 it is kept as digits. */
function chatLimit(limit: number, place: number): RocketChatUser['chatLimit'] {
  if (place < 3) return null;
  if (place < 6) return '';
  return place < 20 ? String(limit) : limit;
}

/** Of sixty members, five have no address, two a second one that is not verified, and two a second one that comes first. */
const emails =
  (placeOf: (member: number) => number) =>
  ({ index, address, mailbox }: Member): RocketChatUser['emails'] => {
    const main = { address, verified: true };
    const other = `${mailbox}@support.example.org`;
    const place = placeOf(index);
    if (place < 5) return [];
    if (place < 7) return [main, { address: other, verified: false }];
    if (place < 9) return [{ address: other, verified: true }, main];
    return [main];
  };
