import { type ChatLog, createChatLog } from '../centre/chats.ts';
import type { Centre, Chat } from '../centre/model.ts';
import type { Streams } from '../centre/random.ts';
import type { Room } from './overview.ts';
import { type Agent, DEPARTMENTS } from './users.ts';

/** What the server knows of a chat beside the rest. */
interface Details {
  readonly departmentId: string;
}

/** The server's chats. */
export function createChats(centre: Centre, random: Streams, agents: readonly Agent[]): ChatLog<Details> {
  const departmentIdsOf = new Map(agents.map(({ member, user }) => [member.index, user.departmentIds]));
  const allIds = DEPARTMENTS.map(({ id }) => id);
  return createChatLog(centre, {
    random,
    serves: ({ index }) => departmentIdsOf.has(index),
    details: (ofChat, member) => ({
      departmentId: ofChat.pick(departmentIdsOf.get(member?.index ?? -1) ?? allIds),
    }),
    whileOpen: {},
  });
}

/** The rooms of chats created in `from <= t < to`, of one department or, where it is undefined, of all. */
export type Rooms = (from: number, to: number, departmentId: string | undefined) => readonly Room[];

/** The server's rooms. */
export function createRooms(chats: ChatLog<Details>, agents: readonly Agent[]): Rooms {
  const usernames = new Map(agents.map(({ member, username }) => [member.index, username]));
  return (from, to, departmentId) =>
    chats
      .between(from, to)
      .filter((chat) => departmentId === undefined || chat.departmentId === departmentId)
      .map((chat) => roomOf(chat, usernames.get(chat.member ?? -1)));
}

function roomOf(chat: Chat, username: string | undefined): Room {
  const agent = username === undefined ? undefined : { username };
  const answered = chat.firstResponseSeconds !== null && !chat.waitingForResponse;
  return {
    ...(agent === undefined ? {} : { servedBy: agent }),
    ...(agent === undefined || !answered ? {} : { responseBy: agent }),
    metrics: metricsOf(chat),
    // The vendor's join of rooms and messages leaves one row for a room that has none.
    msgs: Math.max(1, chat.messages),
  };
}

/** Missing where nothing was measured; the duration includes the time in the queue. */
function metricsOf(chat: Chat): NonNullable<Room['metrics']> {
  const { createdAt, closedAt, firstResponseSeconds, averageResponseSeconds, reactionSeconds } = chat;
  return {
    ...(closedAt === null ? {} : { chatDuration: (closedAt - createdAt) / 1000 }),
    ...(reactionSeconds === null ? {} : { reaction: { ft: reactionSeconds } }),
    ...(firstResponseSeconds === null || averageResponseSeconds === null
      ? {}
      : { response: { ft: firstResponseSeconds, avg: averageResponseSeconds } }),
  };
}
