import type { Centre, Member, RocketChatUser, Status } from '../centre/model.ts';

/** A member of staff who has an account here. */
export interface Agent {
  readonly member: Member;
  readonly user: RocketChatUser;
  /** What lists are sorted by. */
  readonly _id: string;
  readonly username: string;
  readonly name: string;
}

/** Everybody with an account, in the order in which the accounts were made. */
export function agentsOf(centre: Centre): Agent[] {
  return centre.members.flatMap((member) => {
    const user = member.rocketChat;
    if (user === null) return [];
    const name = `${member.firstName} ${member.lastName}`;
    return [{ member, user, _id: user.userId, username: user.username, name }];
  });
}

/** How somebody shows to colleagues, and whether visitors' chats reach them. */
export interface Presence {
  readonly status: 'online' | 'busy' | 'away' | 'offline';
  readonly statusLivechat: 'available' | 'not-available';
}

const PRESENCES: Readonly<Record<Status, Presence>> = {
  AVAILABLE: { status: 'online', statusLivechat: 'available' },
  BUSY: { status: 'busy', statusLivechat: 'not-available' },
  AWAY: { status: 'away', statusLivechat: 'not-available' },
};

/** What the agents are doing now. */
export function presencesOf(centre: Centre, agents: readonly Agent[]): (agent: Agent) => Presence {
  const now = centre.now();
  const indices = agents.map(({ member }) => member.index);
  const spans = centre.statusSpans(now, now + 1, indices);
  const statuses = new Map(spans.map(({ member, status }) => [member, status]));
  return ({ member }) => {
    const status = statuses.get(member.index);
    if (status !== undefined) return PRESENCES[status];
    // Some go home without taking themselves out of the rota, which only `status` then tells.
    return { status: 'offline', statusLivechat: member.index % 7 === 0 ? 'available' : 'not-available' };
  };
}

/** Whether the text occurs in any of the values, whatever the case. */
export function mentions(text: string | null, values: readonly string[]): boolean {
  const sought = (text ?? '').toLowerCase();
  return values.some((value) => value.toLowerCase().includes(sought));
}

/** The field `livechat`: the limit is a number or its digits, and what was never set is "" or missing altogether. */
export function livechatField({
  member,
  user,
}: Agent): { maxNumberSimultaneousChat: number | string } | null {
  const limit = user.maxSimultaneousChats;
  if (limit === null) return member.index % 2 === 0 ? null : { maxNumberSimultaneousChat: '' };
  return { maxNumberSimultaneousChat: member.index % 4 === 0 ? String(limit) : limit };
}
