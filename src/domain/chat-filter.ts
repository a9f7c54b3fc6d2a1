import type { TimeRange } from './time-range.ts';

type Given<T> = T | null | undefined;

/** One of `exists`, `values` and `excludeValues`, on words. */
export interface StringFilter {
  readonly exists?: Given<boolean>;
  readonly values?: Given<readonly string[]>;
  readonly excludeValues?: Given<readonly string[]>;
  readonly requireEveryValue?: Given<boolean>;
}

/** One of `exists`, `values` and `excludeValues`, on the vendor's own ids. */
export interface IdFilter {
  readonly exists?: Given<boolean>;
  readonly values?: Given<readonly string[]>;
  readonly excludeValues?: Given<readonly string[]>;
  readonly requireEveryValue?: Given<boolean>;
}

/** One of `exists`, `values` and `excludeValues`, on whole numbers. */
export interface IntegerFilter {
  readonly exists?: Given<boolean>;
  readonly values?: Given<readonly number[]>;
  readonly excludeValues?: Given<readonly number[]>;
  readonly requireEveryValue?: Given<boolean>;
}

export interface EventTypeFilter {
  readonly values?: Given<readonly string[]>;
  readonly excludeValues?: Given<readonly string[]>;
  readonly requireEveryValue?: Given<boolean>;
}

/** Values of one type; exactly one of the three is given. */
export interface PropertyValues {
  readonly strings?: Given<readonly string[]>;
  readonly integers?: Given<readonly number[]>;
  readonly booleans?: Given<readonly boolean[]>;
}

export interface PropertyFilter {
  readonly namespace: string;
  readonly name: string;
  readonly exists?: Given<boolean>;
  readonly values?: Given<PropertyValues>;
  readonly excludeValues?: Given<PropertyValues>;
}

export interface SurveyFilter {
  readonly type: 'PRE_CHAT' | 'POST_CHAT';
  readonly range?: Given<TimeRange>;
  readonly exists?: Given<boolean>;
  readonly values?: Given<readonly string[]>;
  readonly excludeValues?: Given<readonly string[]>;
  readonly groups?: Given<IdFilter>;
}

export interface GreetingFilter {
  readonly range?: Given<TimeRange>;
  readonly exists?: Given<boolean>;
  readonly values?: Given<readonly string[]>;
  readonly excludeValues?: Given<readonly string[]>;
  readonly groups?: Given<IdFilter>;
}

export interface AgentResponseFilter {
  readonly exists?: Given<boolean>;
  readonly first?: Given<boolean>;
  readonly agents?: Given<StringFilter>;
  readonly groups?: Given<IdFilter>;
}

/** Which chats a report counts, as the schema's input `ChatFilter`. */
export interface ChatFilter {
  readonly agents?: Given<StringFilter>;
  readonly groups?: Given<IdFilter>;
  readonly tags?: Given<StringFilter>;
  readonly sales?: Given<IntegerFilter>;
  readonly goals?: Given<IntegerFilter>;
  readonly eventTypes?: Given<EventTypeFilter>;
  readonly properties?: Given<readonly PropertyFilter[]>;
  readonly surveys?: Given<readonly SurveyFilter[]>;
  readonly greetings?: Given<GreetingFilter>;
  readonly agentResponse?: Given<AgentResponseFilter>;
  readonly customerCountries?: Given<StringFilter>;
}
