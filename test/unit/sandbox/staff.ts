import type { Centre, Member } from '../../../src/sandbox/centre/model.ts';
import { type KoreAiUser, agentsOf as koreAiAgents } from '../../../src/sandbox/kore-ai/users.ts';
import { koreAi } from '../../../src/sandbox/kore-ai/vendor.ts';
import {
  type Agent as LiveChatAgent,
  agentsOf as liveChatAgents,
} from '../../../src/sandbox/livechat/agents.ts';
import { liveChat } from '../../../src/sandbox/livechat/vendor.ts';
import { type RocketChatUser, agentsOf as rocketChatAgents } from '../../../src/sandbox/rocket-chat/users.ts';
import { rocketChat } from '../../../src/sandbox/rocket-chat/vendor.ts';

/** A member of staff with the accounts at the vendors; null where the member has none. */
export interface Employee extends Member {
  readonly rocketChat: RocketChatUser | null;
  readonly koreAi: KoreAiUser | null;
  readonly liveChat: LiveChatAgent | null;
}

/** Everybody in the centre. */
export function staffOf(centre: Centre): readonly Employee[] {
  const users = byMember(rocketChatAgents(centre, centre.streams(rocketChat.id)));
  const koreAiUsers = byMember(koreAiAgents(centre, centre.streams(koreAi.id)));
  const agents = byMember(liveChatAgents(centre, centre.streams(liveChat.id)));
  return centre.members.map((member) => ({
    ...member,
    rocketChat: users.get(member.index)?.user ?? null,
    koreAi: koreAiUsers.get(member.index)?.user ?? null,
    liveChat: agents.get(member.index) ?? null,
  }));
}

const byMember = <Account extends { readonly member: Member }>(accounts: readonly Account[]) =>
  new Map(accounts.map((account) => [account.member.index, account]));
