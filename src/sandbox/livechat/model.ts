import type { Centre, Chat as CentreChat } from '../centre/model.ts';
import type { Agent } from './agents.ts';

export type Rating = 'good' | 'bad';
export type StartedBy = 'customer-from-greeting' | 'customer-without-greeting' | 'agent';

export interface SurveyAnswer {
  readonly surveyId: string;
  readonly questionId: string;
  /** Index into the question's `choices`. */
  readonly choice: number;
}

/** What LiveChat knows of a chat beside the rest. */
export interface ChatDetails {
  readonly id: string;
  readonly groupId: number;
  readonly continuous: boolean;
  readonly startedBy: StartedBy;
  readonly greetingId: number | null;
  readonly tags: readonly string[];
  readonly rating: Rating | null;
  readonly goalId: number | null;
  readonly saleId: number | null;
  readonly eventTypes: readonly string[];
  readonly country: string;
  readonly survey: readonly SurveyAnswer[];
}

export type Chat = CentreChat & ChatDetails;

/** What became of one greeting that was shown to a visitor. */
export interface GreetingShown {
  readonly at: number;
  readonly greetingId: number;
  readonly groupId: number;
  readonly outcome: 'ignored' | 'accepted' | 'canceled';
  readonly goal: boolean;
}

export interface Question {
  readonly questionId: string;
  readonly label: string;
  readonly choices: readonly string[];
}

export interface Survey {
  readonly surveyId: string;
  readonly groupId: number;
  readonly type: 'pre_chat' | 'post_chat';
  readonly questions: readonly Question[];
}

/** The centre as LiveChat sees it: its agents, what they do, and their visitors. */
export interface LiveChatCentre extends Pick<Centre, 'now' | 'statusSpans'> {
  readonly agents: readonly Agent[];
  readonly surveys: readonly Survey[];
  /** Chats created in `from <= t < to`, oldest first, up to now. */
  chats(from: number, to: number): readonly Chat[];
  /** Greetings shown in `from <= t < to`, oldest first, up to now. */
  greetings(from: number, to: number): readonly GreetingShown[];
}
