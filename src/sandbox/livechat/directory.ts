import type { Centre, Chat, Member, Survey } from '../centre/model.ts';

/** An agent of LiveChat: a member of staff who has an account there. */
export interface Agent {
  readonly member: Member;
  readonly email: string;
  readonly groupIds: readonly number[];
}

/** What reports look up about the centre: it does not change, so it is made once. */
export interface Directory {
  /** The agents by their member's index, in the centre's order. */
  readonly agents: ReadonlyMap<number, Agent>;
  readonly surveys: ReadonlyMap<string, Survey>;
}

/** The directory of this centre. */
export function directoryOf(centre: Centre): Directory {
  const agents = new Map<number, Agent>();
  for (const member of centre.members) {
    if (member.liveChat === null) continue;
    const { email, groupIds } = member.liveChat;
    agents.set(member.index, { member, email, groupIds });
  }
  return { agents, surveys: new Map(centre.surveys.map((survey) => [survey.surveyId, survey])) };
}

/** The agent who serves the chat; undefined where nobody took it. */
export function agentOf(chat: Chat, directory: Directory): Agent | undefined {
  return chat.member === null ? undefined : directory.agents.get(chat.member);
}
