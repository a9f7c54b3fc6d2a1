import type { Agent } from './agents.ts';
import type { Chat, LiveChatCentre, Survey } from './model.ts';

/** What reports look up about the centre: it does not change, so it is made once. */
export interface Directory {
  /** The agents by their member's index, in the centre's order. */
  readonly agents: ReadonlyMap<number, Agent>;
  readonly surveys: ReadonlyMap<string, Survey>;
}

/** The directory of this centre. */
export function directoryOf({ agents, surveys }: LiveChatCentre): Directory {
  return {
    agents: new Map(agents.map((agent) => [agent.member.index, agent])),
    surveys: new Map(surveys.map((survey) => [survey.surveyId, survey])),
  };
}

/** The agent who serves the chat; undefined where no agent took it. */
export function agentOf(chat: Chat, directory: Directory): Agent | undefined {
  return chat.member === null ? undefined : directory.agents.get(chat.member);
}
