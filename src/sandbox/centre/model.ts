/**
 * What happens in the sandbox's made-up contact centre: the events from which all three vendors' answers are
 * computed, and nothing that only one vendor would know how to spell. Instants are epoch milliseconds.
 */

/** Which vendor's software handled a chat. */
export type Channel = 'rocket-chat' | 'livechat';

export interface RocketChatUser {
  readonly userId: string;
  readonly username: string;
  /** None, one or several addresses, in the order that the vendor lists them. */
  readonly emails: readonly { readonly address: string; readonly verified: boolean }[];
  readonly maxSimultaneousChats: number | null;
  readonly departmentIds: readonly string[];
  /** The VoIP extension that the user is associated with; null for most. */
  readonly extension: string | null;
}

export interface KoreAiUser {
  readonly userId: string;
  readonly agentId: string;
  readonly email: string;
  /** Absent from the vendor's answer where null. */
  readonly customId: string | null;
  /** Whether a name was ever filled in: where not, the vendor shows empty strings. */
  readonly named: boolean;
}

export interface LiveChatUser {
  /** The vendor's agent id, which is the e-mail address. */
  readonly email: string;
  readonly accountId: string;
  readonly groupIds: readonly number[];
  readonly maxChats: number;
}

/** One member of staff, with an account at one, two or all three vendors. */
export interface Member {
  readonly index: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly rocketChat: RocketChatUser | null;
  readonly koreAi: KoreAiUser | null;
  readonly liveChat: LiveChatUser | null;
}

export type Status = 'AVAILABLE' | 'BUSY' | 'AWAY';

/** A stretch of time in one status. A shift is an unbroken run of spans; between shifts the member is offline. */
export interface StatusSpan {
  readonly member: number;
  readonly status: Status;
  /** The status name that the member chose: equal to `status`, or a custom one such as "Lunch". */
  readonly reason: string;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
}

export type Rating = 'good' | 'bad';
export type StartedBy = 'customer-from-greeting' | 'customer-without-greeting' | 'agent';

export interface SurveyAnswer {
  readonly surveyId: string;
  readonly questionId: string;
  /** Index into the question's `choices`. */
  readonly choice: number;
}

export interface Chat {
  readonly id: string;
  readonly channel: Channel;
  /** When the visitor's chat was created (it may then wait in the queue). */
  readonly createdAt: number;
  /** When a member took it; null for one that nobody took. */
  readonly assignedAt: number | null;
  /** Null while it is going on. */
  readonly closedAt: number | null;
  /** The member who serves it; null for one that nobody took. */
  readonly member: number | null;
  readonly groupId: number;
  readonly departmentId: string;
  /** Seconds from the visitor's first message to the member's first answer; null where none was given. */
  readonly firstResponseSeconds: number | null;
  /** Mean seconds to answer over the chat's messages; null where none was given. */
  readonly averageResponseSeconds: number | null;
  /** Seconds from assignment to the first reply; null where none was given. */
  readonly reactionSeconds: number | null;
  /** Messages that are neither the visitor's nor the system's. */
  readonly messages: number;
  /** Whether the visitor waits for an answer now. */
  readonly waitingForResponse: boolean;
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

/** The whole centre. Everything is a pure function of the seed and the instants asked for, worked out on demand. */
export interface Centre {
  readonly members: readonly Member[];
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly surveys: readonly Survey[];
  /** The present instant, as the sandbox's clock tells it. */
  now(): number;
  /** The first instant at which anything happened. */
  readonly openedAt: number;
  /** Spans of these members (all where left out) that overlap `from <= t < to`, oldest first, up to now. */
  statusSpans(from: number, to: number, members?: readonly number[]): readonly StatusSpan[];
  /** Chats of one channel created in `from <= t < to`, oldest first, up to now. */
  chats(channel: Channel, from: number, to: number): readonly Chat[];
  /** Greetings shown in `from <= t < to`, oldest first, up to now. */
  greetings(from: number, to: number): readonly GreetingShown[];
}
