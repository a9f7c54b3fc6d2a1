import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Vendor as VendorId } from '../domain/vendor.ts';
import type { VendorCapability as VendorCapabilityId } from '../domain/ports.ts';
import type { Account } from '../domain/account.ts';
import type { AgentRecord, AgentConnectionRecord, StatusSegmentConnectionRecord } from '../graphql/records.ts';
import type { RocketChatAccount as RocketChatAccountRecord } from '../vendors/rocket-chat/account.ts';
import type { KoreAiAccount as KoreAiAccountRecord } from '../vendors/kore-ai/account.ts';
import type { LiveChatAccount as LiveChatAccountRecord } from '../vendors/livechat/account.ts';
import type { RocketChatOverviewRecord } from '../vendors/rocket-chat/resolvers.ts';
import type { StatusSegment as StatusSegmentRecord } from '../domain/segment.ts';
import type { ChatReportRecord } from '../vendors/livechat/chat-report.ts';
import type { RankingRow } from '../vendors/livechat/reports/ranking.ts';
import type { PerformanceRow } from '../vendors/livechat/reports/agent-performance.ts';
import type { GatewayContext } from '../graphql/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * An instant. Input: RFC 3339 with an offset (`2026-03-18T09:00:00+01:00`, `2026-03-18T08:00:00Z`).
   * Output: always UTC, ending in `Z`.
   */
  DateTime: { input: Temporal.Instant; output: Temporal.Instant; }
  /**
   * A time zone by its IANA name, for example `Europe/Warsaw` or `UTC`; upper and lower case are equal on input. Offsets such
   * as `+02:00` are no time zones.
   */
  TimeZone: { input: string; output: string; }
};

/**
 * One person. Accounts belong to one person where vendors give them an equal e-mail address, case aside, or where the
 * operator's identity file (DESKGRAPH_IDENTITIES) says so; never because names are alike. Somebody without a match is a
 * person alone.
 */
export type Agent = Node & {
  readonly __typename?: 'Agent';
  /**
   * One entry for each account that a vendor has for this person, two where it has two. A vendor that could not be asked is missing here and
   * named in the `unavailable` of the list, or in the answer's `errors`. No upstream call beyond those that found the person.
   */
  readonly accounts: ReadonlyArray<AgentAccount>;
  /**
   * The address that LiveChat gives, else Kore.ai's, else Rocket.Chat's first; null where none gives one. Of an agent that a
   * report names it is spelled as in the report, which can differ from the account's own in case and costs no call.
   */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Opaque and lasting: the same whichever vendor answered, from whichever field, and after a restart. */
  readonly id: Scalars['ID']['output'];
  /**
   * The name of the operator's identity file, else the one that Rocket.Chat gives, else LiveChat's, else Kore.ai's first and
   * last name; null where none gives one.
   */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * What each vendor says of the person now. A vendor that says nothing has no entry: LiveChat of an agent that it does not
   * list, Kore.ai where every segment has ended. A vendor that fails has no entry either, and an error in the answer's
   * `errors`; so has Kore.ai (UPSTREAM_INVALID_RESPONSE) where the person's segments contradict each other, or where one
   * begins or ends more than 5 minutes in the future. Up to 5 minutes count as the present, as clocks differ.
   * Upstream calls beyond those that found the person: Rocket.Chat and Kore.ai none, LiveChat one for all people of the
   * answer together. Sources: Rocket.Chat `livechat/users/agent`, Kore.ai `agentstatusdetails`, LiveChat
   * `list_routing_statuses` (Agent Chat API).
   */
  readonly presence: ReadonlyArray<AgentPresence>;
  /**
   * What the person was doing, merged over the vendors that record it (Rocket.Chat and Kore.ai), oldest first: whole
   * segments that overlap the range. Segments that only touch it are out. Null with an error where an argument is refused.
   * A vendor that fails on the first page of a walk, also in finding the person's accounts, is left out of all its pages,
   * and each page names it in `unavailable`. A vendor that fails on a later page makes that page null with its error; the
   * same cursor serves again later. A cursor is good while the same vendors are configured.
   * Upstream calls, for all people of the answer together: Rocket.Chat one for every 100 users and each day (in
   * ROCKETCHAT_TIME_ZONE) that the page shows or passes over, from the range's beginning or the cursor on, and one more
   * where a segment goes on past midnight; Kore.ai one for every 50 people, or its whole list where one of them has no
   * address there or is not found by it.
   * Errors that cost one person's segments of one vendor, never "no segments": Kore.ai listed the person before and does not
   * now, or its segments contradict each other or lie in the future (UPSTREAM_INVALID_RESPONSE); Kore.ai's whole list takes
   * more than three quarters of the calls that the operation has left, DESKGRAPH_MAX_CALLS (UPSTREAM_RATE_LIMITED);
   * Rocket.Chat counts seconds on a day and lists no session, or lists one of another day (UPSTREAM_INVALID_RESPONSE).
   */
  readonly statusSegments?: Maybe<StatusSegmentConnection>;
  /**
   * Seconds spent in each status, a row for each vendor and status that occurs: the segments of `statusSegments` clipped
   * to the range and added up; an open segment counts up to the present. A vendor that fails has no rows here and an
   * error in the answer's `errors`. Upstream calls: Rocket.Chat one for every 100 users and each day that the range
   * touches, Kore.ai one for every 50 people; shared with `statusSegments`. Null with an error where an argument is
   * refused.
   */
  readonly timeInStatus?: Maybe<ReadonlyArray<TimeInStatus>>;
};


/**
 * One person. Accounts belong to one person where vendors give them an equal e-mail address, case aside, or where the
 * operator's identity file (DESKGRAPH_IDENTITIES) says so; never because names are alike. Somebody without a match is a
 * person alone.
 */
export type AgentStatusSegmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  range: TimeRange;
  vendors?: InputMaybe<ReadonlyArray<Vendor>>;
};


/**
 * One person. Accounts belong to one person where vendors give them an equal e-mail address, case aside, or where the
 * operator's identity file (DESKGRAPH_IDENTITIES) says so; never because names are alike. Somebody without a match is a
 * person alone.
 */
export type AgentTimeInStatusArgs = {
  range: TimeRange;
  vendors?: InputMaybe<ReadonlyArray<Vendor>>;
};

/** What one vendor knows of a person. */
export type AgentAccount = {
  /** The (first) e-mail address at this vendor; null where it gives none. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** What the vendor calls the account: Rocket.Chat's username, Kore.ai's user id, LiveChat's agent id. */
  readonly key: Scalars['String']['output'];
  /** The display name at this vendor; null where it gives none. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Whose account it is. */
  readonly vendor: Vendor;
};

/** Names one person, in exactly one way. */
export type AgentBy =
  /** Any e-mail address of the person, case aside; at most 254 characters. */
  { readonly email: Scalars['String']['input']; readonly id?: never; readonly koreAiUserId?: never; readonly rocketChatUsername?: never; }
  |  /** An `Agent.id`. */
  { readonly email?: never; readonly id: Scalars['ID']['input']; readonly koreAiUserId?: never; readonly rocketChatUsername?: never; }
  |  /** The person's Kore.ai user id (`u-…`), exact; at most 200 characters. */
  { readonly email?: never; readonly id?: never; readonly koreAiUserId: Scalars['String']['input']; readonly rocketChatUsername?: never; }
  |  /** The person's Rocket.Chat username, exact; at most 200 characters. */
  { readonly email?: never; readonly id?: never; readonly koreAiUserId?: never; readonly rocketChatUsername: Scalars['String']['input']; };

/** A page of people. */
export type AgentConnection = {
  readonly __typename?: 'AgentConnection';
  /** The people with their cursors. */
  readonly edges: ReadonlyArray<AgentEdge>;
  /** The people. */
  readonly nodes: ReadonlyArray<Agent>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /**
   * How many people the whole list has; null where a vendor of the list cannot tell, as Kore.ai cannot, and under
   * `filter.text` and `filter.vendors`. With Rocket.Chat and LiveChat alone it costs a call for every 100 users; what was
   * read in the last hour is not read again. Where that takes more calls than the quota or three quarters of what
   * DESKGRAPH_MAX_CALLS leaves, it is null with the error UPSTREAM_RATE_LIMITED; the page is there all the same, what was
   * read is kept, and asking again goes on from there.
   */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /** The vendors that this list lacks, and why; empty when it is whole. */
  readonly unavailable: ReadonlyArray<VendorProblem>;
};

/** A person in a list. */
export type AgentEdge = {
  readonly __typename?: 'AgentEdge';
  /** The entry's place in this list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The person. */
  readonly node: Agent;
};

/** Which people to list. What is left out does not restrict. */
export type AgentFilter = {
  /**
   * Only people of whom a vendor reports activity in this range: a status segment at Kore.ai, log-in time or chats at
   * LiveChat, a session at Rocket.Chat on one of the whole days (in ROCKETCHAT_TIME_ZONE) that the range touches.
   * Former agents whom only such a report names are included. People come in the order of their addresses.
   * Upstream calls: Rocket.Chat two for every 100 users, Kore.ai two for every 49, LiveChat two. Kore.ai is in
   * `unavailable` (UPSTREAM_RATE_LIMITED) where its list takes more than three quarters of the calls that the operation
   * has left (DESKGRAPH_MAX_CALLS).
   */
  readonly activeDuring?: InputMaybe<TimeRange>;
  /**
   * Only people of whom a vendor's name, an e-mail address or a username contains this, case aside. Rocket.Chat searches itself;
   * Kore.ai cannot, so its agents are read until the page is full: a call for every 50. At most 200 characters.
   */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Only people who have an account at one of these vendors. */
  readonly vendors?: InputMaybe<ReadonlyArray<Vendor>>;
};

/** An agent's chats and times in a range. An absent counter is 0, an absent time or average null. */
export type AgentPerformance = {
  readonly __typename?: 'AgentPerformance';
  /** Seconds with the status accepting chats. */
  readonly acceptingChatsSeconds?: Maybe<Scalars['Int']['output']>;
  /** The agent. Asking for more than `id` and `email` costs the calls of `Query.agent`, for all rows together. */
  readonly agent: Agent;
  /** Mean seconds to that answer. */
  readonly averageFirstResponseSeconds?: Maybe<Scalars['Float']['output']>;
  /** Chats that the agent had. */
  readonly chats: Scalars['Int']['output'];
  /** Seconds in chats. */
  readonly chattingSeconds?: Maybe<Scalars['Int']['output']>;
  /** Chats in which the agent answered the customer's first message. */
  readonly firstResponseChats: Scalars['Int']['output'];
  /** Seconds logged in. */
  readonly loggedInSeconds?: Maybe<Scalars['Int']['output']>;
  /** Seconds with the status not accepting chats. */
  readonly notAcceptingChatsSeconds?: Maybe<Scalars['Int']['output']>;
  /** Of these, rated bad. */
  readonly ratedBad: Scalars['Int']['output'];
  /** Of these, rated good. */
  readonly ratedGood: Scalars['Int']['output'];
};

/** A page of the performance report, in the order of the agents' LiveChat ids. */
export type AgentPerformanceConnection = {
  readonly __typename?: 'AgentPerformanceConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<AgentPerformanceEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<AgentPerformance>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** All agents together, also those on other pages. */
  readonly summary: AgentPerformanceSummary;
  /** How many agents the report names. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row in a list. */
export type AgentPerformanceEdge = {
  readonly __typename?: 'AgentPerformanceEdge';
  /** The entry's place in this list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AgentPerformance;
};

/** All agents together. An absent counter is 0, an absent average null. */
export type AgentPerformanceSummary = {
  readonly __typename?: 'AgentPerformanceSummary';
  /** Mean seconds to that answer, as LiveChat weights it. */
  readonly averageFirstResponseSeconds?: Maybe<Scalars['Float']['output']>;
  /** Chats that the agents had. */
  readonly chats: Scalars['Int']['output'];
  /** Chats in which the agents answered the customer's first message. */
  readonly firstResponseChats: Scalars['Int']['output'];
  /** Of these, rated bad. */
  readonly ratedBad: Scalars['Int']['output'];
  /** Of these, rated good. */
  readonly ratedGood: Scalars['Int']['output'];
};

/** What a vendor says of a person now. */
export type AgentPresence = {
  readonly __typename?: 'AgentPresence';
  /**
   * The vendor's own word: Rocket.Chat's `status` (`online`, `away`, `busy`, `offline`), Kore.ai's `primaryStatus`,
   * LiveChat's routing status (`accepting_chats`, which is AVAILABLE, or `not_accepting_chats`, which is AWAY). Null where
   * the vendor gives none.
   */
  readonly reportedStatus?: Maybe<Scalars['String']['output']>;
  /** Since when; null for Rocket.Chat and LiveChat, which do not tell. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
  /** The vendor's word in common terms. */
  readonly status: AgentStatus;
  /** Who says it. */
  readonly vendor: Vendor;
};

/** An agent's ratings in a range. An absent counter is 0. */
export type AgentRanking = {
  readonly __typename?: 'AgentRanking';
  /** The agent. Asking for more than `id` and `email` costs the calls of `Query.agent`, for all rows together. */
  readonly agent: Agent;
  /** Rated bad. */
  readonly bad: Scalars['Int']['output'];
  /** Rated good. */
  readonly good: Scalars['Int']['output'];
  /** LiveChat's own score, 0 to 1; null where it gives none. */
  readonly score?: Maybe<Scalars['Float']['output']>;
  /** Chats, as the report counts them. */
  readonly total: Scalars['Int']['output'];
};

/** A page of the ranking: highest score first, equal scores in the order of the agents' LiveChat ids. */
export type AgentRankingConnection = {
  readonly __typename?: 'AgentRankingConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<AgentRankingEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<AgentRanking>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many agents the report names. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row in a list. */
export type AgentRankingEdge = {
  readonly __typename?: 'AgentRankingEdge';
  /** The entry's place in this list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AgentRanking;
};

/** A filter on the agents' answers. */
export type AgentResponseFilter = {
  /** The agents who answered, by LiveChat agent id. */
  readonly agents?: InputMaybe<StringFilter>;
  /** Whether an agent answered. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether `agents` and `groups` mean the first answer; they need `first: true`. */
  readonly first?: InputMaybe<Scalars['Boolean']['input']>;
  /** The group of the agent who answered, by LiveChat's group ids. */
  readonly groups?: InputMaybe<IdFilter>;
};

/** What a person was doing, in terms common to the vendors. */
export type AgentStatus =
  /** Ready for customers. Rocket.Chat: not offline and `statusLivechat` `available`; LiveChat: accepting chats. */
  | 'AVAILABLE'
  /** Signed in but away. LiveChat: not accepting chats. */
  | 'AWAY'
  /** At work and not ready for further customers. */
  | 'BUSY'
  /** Signed out. */
  | 'OFFLINE'
  /** A word of the vendor that has no common term; `reportedStatus` has it. */
  | 'OTHER';

/** A part of the range. */
export type AvailabilityPoint = ReportPoint & {
  readonly __typename?: 'AvailabilityPoint';
  /** Seconds of availability: LiveChat's hours (to two decimals, so to 36 seconds) by day, its minutes by hour. */
  readonly availableSeconds: Scalars['Int']['output'];
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How long the chat was available. */
export type AvailabilityReport = {
  readonly __typename?: 'AvailabilityReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<AvailabilityPoint>;
  /** Seconds in the whole range, from LiveChat's own total; null where it gives none, or none whose unit can be told. */
  readonly totalSeconds?: Maybe<Scalars['Int']['output']>;
};

/** Whether calls go to a vendor, or to one of its endpoints. */
export type BreakerState =
  /** Yes. */
  | 'CLOSED'
  /** One call tries whether it is back; the others wait for its outcome within their own deadline, and then pass or fail. */
  | 'HALF_OPEN'
  /** No: it has failed again and again, and is left alone for ten seconds. Calls fail at once, with `retryAfterSeconds`. */
  | 'OPEN';

/** A part of the range. A counter that LiveChat leaves out is 0, an average null. */
export type ChatDurationPoint = ReportPoint & {
  readonly __typename?: 'ChatDurationPoint';
  /** Mean seconds that agents spent chatting in a chat. */
  readonly averageAgentsChattingSeconds?: Maybe<Scalars['Float']['output']>;
  /** Mean seconds a chat took. */
  readonly averageSeconds?: Maybe<Scalars['Float']['output']>;
  /** Chats. */
  readonly chats: Scalars['Int']['output'];
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How long chats took. */
export type ChatDurationReport = {
  readonly __typename?: 'ChatDurationReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<ChatDurationPoint>;
  /** Chats in the whole range, as LiveChat counts them; null where it gives none. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/** A part of the range. A counter that LiveChat leaves out is 0. */
export type ChatEngagementPoint = ReportPoint & {
  readonly __typename?: 'ChatEngagementPoint';
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** Chats that an agent began. */
  readonly startedByAgent: Scalars['Int']['output'];
  /** Chats that a customer began by accepting a greeting. */
  readonly startedByCustomerFromGreeting: Scalars['Int']['output'];
  /** Chats that a customer began without one. */
  readonly startedByCustomerWithoutGreeting: Scalars['Int']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Who started chats. */
export type ChatEngagementReport = {
  readonly __typename?: 'ChatEngagementReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<ChatEngagementPoint>;
  /** Chats in the whole range, as LiveChat counts them (not always the points' sum); null where it gives none. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/**
 * Which chats a report counts. What is left out does not restrict; all that is given must hold. In each filter exactly one
 * of `exists`, `values` and `excludeValues` is given. Exactly one time range applies: the report's `range`, or that of
 * `greetings`, or those of `surveys`. A filter that breaks these rules is BAD_USER_INPUT before any upstream call.
 * Source: LiveChat Reports, "Available parameters and filters".
 */
export type ChatFilter = {
  /** The agents' answers. */
  readonly agentResponse?: InputMaybe<AgentResponseFilter>;
  /** The agents of the chat, by LiveChat agent id. `exists: false` selects unassigned chats. */
  readonly agents?: InputMaybe<StringFilter>;
  /** The customer's country, by ISO 3166-1 alpha-2 code. UPSTREAM_UNSUPPORTED before LiveChat 3.5. */
  readonly customerCountries?: InputMaybe<StringFilter>;
  /** The types of event in the chat, for example `file`. */
  readonly eventTypes?: InputMaybe<EventTypeFilter>;
  /** The goals reached in the chat, by id. */
  readonly goals?: InputMaybe<IntegerFilter>;
  /** The greeting that began the chat. It may carry a time range of its own, which then stands for the report's. */
  readonly greetings?: InputMaybe<GreetingFilter>;
  /** The groups of the chat, by LiveChat's group ids, which are whole numbers. */
  readonly groups?: InputMaybe<IdFilter>;
  /** The chat's properties, each by namespace and name. */
  readonly properties?: InputMaybe<ReadonlyArray<PropertyFilter>>;
  /** The sales made in the chat, by id. */
  readonly sales?: InputMaybe<IntegerFilter>;
  /** The surveys filled in. Each takes a time range of its own, which then stands for the report's. */
  readonly surveys?: InputMaybe<ReadonlyArray<SurveyFilter>>;
  /** The chat's tags. */
  readonly tags?: InputMaybe<StringFilter>;
};

/** A part of the range. A counter that LiveChat leaves out is 0. */
export type ChatRatingsPoint = ReportPoint & {
  readonly __typename?: 'ChatRatingsPoint';
  /** Rated bad. */
  readonly bad: Scalars['Int']['output'];
  /** All chats, not only rated ones. */
  readonly chats: Scalars['Int']['output'];
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Rated good. */
  readonly good: Scalars['Int']['output'];
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How chats were rated. */
export type ChatRatingsReport = {
  readonly __typename?: 'ChatRatingsReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<ChatRatingsPoint>;
  /** Chats in the whole range, as LiveChat counts them for this report; null where it gives none. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/**
 * How the chats of a time range went. Each field from `totalChats` on is one upstream call to LiveChat Reports (only
 * `queuedVisitorsLeft` can be several), made only when selected, and null with an error of its own where that call fails.
 */
export type ChatReport = {
  readonly __typename?: 'ChatReport';
  /**
   * How each agent performed; `distribution` has no effect. Of the filter only `agents` and `groups` by their values
   * apply to this report: any other is BAD_USER_INPUT. Source: LiveChat `agents/performance`.
   */
  readonly agentPerformance?: Maybe<AgentPerformanceConnection>;
  /**
   * How long the chat was available. Filters as for `agentPerformance`; distribution HOUR or DAY, any other is
   * BAD_USER_INPUT. Source: LiveChat `agents/availability`.
   */
  readonly availability?: Maybe<AvailabilityReport>;
  /** How the range is divided into points. */
  readonly distribution: Distribution;
  /** How long chats took. Source: LiveChat `chats/duration`. */
  readonly duration?: Maybe<ChatDurationReport>;
  /** Who started chats. Source: LiveChat `chats/engagement`. */
  readonly engagement?: Maybe<ChatEngagementReport>;
  /** How fast agents responded first. Source: LiveChat `chats/first_response_time`. */
  readonly firstResponseTime?: Maybe<ResponseTimeReport>;
  /** The first instant covered, as it was sent to LiveChat. */
  readonly from: Scalars['DateTime']['output'];
  /**
   * What became of greetings (targeted messages). Where the filter has no `greetings` range, the report's own range is
   * taken for it. LiveChat reports at most 100 values a day. Source: LiveChat `chats/greetings_conversion`.
   */
  readonly greetingsConversion?: Maybe<GreetingsConversionReport>;
  /** How many chats each group had; UPSTREAM_UNSUPPORTED before LiveChat 3.6. Source: LiveChat `chats/groups`. */
  readonly groups?: Maybe<GroupsReport>;
  /** How visitors waited in the queue; UPSTREAM_UNSUPPORTED before LiveChat 3.6. Source: LiveChat `chats/queued_visitors`. */
  readonly queuedVisitors?: Maybe<QueuedVisitorsReport>;
  /**
   * The visitors who left the queue, in LiveChat's order; `distribution` has no effect. UPSTREAM_UNSUPPORTED before LiveChat 3.6.
   * Upstream calls: one for each of LiveChat's pages that the entries asked for lie on, and from the back one more, as only
   * a page tells how many there are. LiveChat does not say how long its pages are. Source: LiveChat
   * `chats/queued_visitors_left`.
   */
  readonly queuedVisitorsLeft?: Maybe<QueuedVisitorsLeftConnection>;
  /** How each agent was rated; `distribution` has no effect. Source: LiveChat `chats/ranking`. */
  readonly ranking?: Maybe<AgentRankingConnection>;
  /** How chats were rated. Source: LiveChat `chats/ratings`. */
  readonly ratings?: Maybe<ChatRatingsReport>;
  /** How fast agents responded. Source: LiveChat `chats/response_time`. */
  readonly responseTime?: Maybe<ResponseTimeReport>;
  /** How surveys were answered; `distribution` has no effect. Source: LiveChat `chats/surveys`, from 3.5 on `chats/forms`. */
  readonly surveys?: Maybe<ReadonlyArray<SurveyResult>>;
  /**
   * How often each tag was given in the whole range; `distribution` has no effect. Of the filter only `groups` by their
   * values apply: any other is BAD_USER_INPUT. UPSTREAM_UNSUPPORTED before LiveChat 3.5. Source: LiveChat `tags/chat_usage`.
   */
  readonly tagUsage?: Maybe<ReadonlyArray<TagCount>>;
  /** How chats were tagged. Source: LiveChat `chats/tags`. */
  readonly tags?: Maybe<ChatTagsReport>;
  /** The zone whose hours, days, months and years make the points: the argument, else that of DESKGRAPH_TIME_ZONE (UTC). */
  readonly timeZone: Scalars['TimeZone']['output'];
  /** The first instant no longer covered. */
  readonly to: Scalars['DateTime']['output'];
  /** How many chats there were. Source: LiveChat `chats/total_chats`. */
  readonly totalChats?: Maybe<TotalChatsReport>;
  /**
   * Who came to the site; `distribution` and `timeZone` have no effect, and any filter is BAD_USER_INPUT.
   * UPSTREAM_UNSUPPORTED before LiveChat 3.6. Source: LiveChat `customers/unique_visitors`.
   */
  readonly uniqueVisitors?: Maybe<UniqueVisitors>;
  /** Always LIVECHAT. */
  readonly vendor: Vendor;
};


/**
 * How the chats of a time range went. Each field from `totalChats` on is one upstream call to LiveChat Reports (only
 * `queuedVisitorsLeft` can be several), made only when selected, and null with an error of its own where that call fails.
 */
export type ChatReportAgentPerformanceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How the chats of a time range went. Each field from `totalChats` on is one upstream call to LiveChat Reports (only
 * `queuedVisitorsLeft` can be several), made only when selected, and null with an error of its own where that call fails.
 */
export type ChatReportQueuedVisitorsLeftArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How the chats of a time range went. Each field from `totalChats` on is one upstream call to LiveChat Reports (only
 * `queuedVisitorsLeft` can be several), made only when selected, and null with an error of its own where that call fails.
 */
export type ChatReportRankingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A part of the range. */
export type ChatTagsPoint = ReportPoint & {
  readonly __typename?: 'ChatTagsPoint';
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The tags that occur; a chat with two tags counts at both. */
  readonly tags: ReadonlyArray<TagCount>;
};

/** How chats were tagged. */
export type ChatTagsReport = {
  readonly __typename?: 'ChatTagsReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<ChatTagsPoint>;
  /** Chats in the whole range, which is not the sum of the tags; null where LiveChat gives none. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/** How finely a report's range is divided into points. */
export type Distribution =
  /** By day. */
  | 'DAY'
  /** By day and hour. */
  | 'DAY_HOURS'
  /** By hour. */
  | 'HOUR'
  /** By month. */
  | 'MONTH'
  /** By year. */
  | 'YEAR';

/** A filter on types of event: one of `values`, `excludeValues`. */
export type EventTypeFilter = {
  /** None of these; with `requireEveryValue`, not all of them. */
  readonly excludeValues?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether all values are meant. Goes with `values` or `excludeValues`. */
  readonly requireEveryValue?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of these; all of them with `requireEveryValue`. */
  readonly values?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What became of one greeting. A counter that LiveChat leaves out is 0. */
export type GreetingConversion = {
  readonly __typename?: 'GreetingConversion';
  /** Chats that began with its acceptance. */
  readonly accepted: Scalars['Int']['output'];
  /** How often it was dismissed. */
  readonly canceled: Scalars['Int']['output'];
  /** How often it was shown. */
  readonly displayed: Scalars['Int']['output'];
  /** Goals that came of it. */
  readonly goals: Scalars['Int']['output'];
  /** LiveChat's id of the greeting. */
  readonly greetingId: Scalars['ID']['output'];
};

/** A filter on the greeting that began the chat: at most one of `exists`, `values`, `excludeValues`. */
export type GreetingFilter = {
  /** None of these greetings, by LiveChat's greeting ids. */
  readonly excludeValues?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether there was one. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The groups of the greeting, by LiveChat's group ids. */
  readonly groups?: InputMaybe<IdFilter>;
  /** When the greeting was sent. */
  readonly range?: InputMaybe<TimeRange>;
  /** One of these greetings, by LiveChat's greeting ids, which are whole numbers. */
  readonly values?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A part of the range. */
export type GreetingsConversionPoint = ReportPoint & {
  readonly __typename?: 'GreetingsConversionPoint';
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The greetings that were shown. */
  readonly greetings: ReadonlyArray<GreetingConversion>;
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What became of greetings. */
export type GreetingsConversionReport = {
  readonly __typename?: 'GreetingsConversionReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<GreetingsConversionPoint>;
  /** Chats in the whole range, as LiveChat counts them for this report; null where it gives none. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/** How many chats a group had. */
export type GroupCount = {
  readonly __typename?: 'GroupCount';
  /** Its chats. */
  readonly chats: Scalars['Int']['output'];
  /** LiveChat's id of the group; 0 is the general one. */
  readonly groupId: Scalars['ID']['output'];
};

/** A part of the range. */
export type GroupsPoint = ReportPoint & {
  readonly __typename?: 'GroupsPoint';
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The groups that had chats. */
  readonly groups: ReadonlyArray<GroupCount>;
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How many chats each group had. */
export type GroupsReport = {
  readonly __typename?: 'GroupsReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<GroupsPoint>;
  /** Chats in the whole range, as LiveChat counts them; null where it gives none. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/**
 * A filter on the vendor's own ids, which LiveChat writes as whole numbers (any other id is BAD_USER_INPUT): one of
 * `exists`, `values`, `excludeValues`.
 */
export type IdFilter = {
  /** None of these; with `requireEveryValue`, not all of them. */
  readonly excludeValues?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether there is any. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether all values are meant. Goes with `values` or `excludeValues`. */
  readonly requireEveryValue?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of these; all of them with `requireEveryValue`. */
  readonly values?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A filter on whole numbers: one of `exists`, `values`, `excludeValues`. */
export type IntegerFilter = {
  /** None of these; with `requireEveryValue`, not all of them. */
  readonly excludeValues?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Whether there is any. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether all values are meant. Goes with `values` or `excludeValues`. */
  readonly requireEveryValue?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of these; all of them with `requireEveryValue`. */
  readonly values?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
};

/** A Kore.ai SmartAssist agent. Source: Kore.ai `agentstatusdetails`. */
export type KoreAiAccount = AgentAccount & {
  readonly __typename?: 'KoreAiAccount';
  /** The id that the customer gave the agent; null where none was given. */
  readonly customId?: Maybe<Scalars['String']['output']>;
  /** The e-mail address; null where it has none. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** The first name; null where empty. */
  readonly firstName?: Maybe<Scalars['String']['output']>;
  /** The user id. */
  readonly key: Scalars['String']['output'];
  /** The last name; null where empty. */
  readonly lastName?: Maybe<Scalars['String']['output']>;
  /** First and last name; null where both are empty. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Kore.ai's user id (`u-…`). Never null; nullable as Rocket.Chat's, so that one selection can name both. */
  readonly userId?: Maybe<Scalars['String']['output']>;
  /** Always KORE_AI. */
  readonly vendor: Vendor;
};

/** A LiveChat agent. Source: LiveChat Configuration API `list_agents`; figures from the Reports API. */
export type LiveChatAccount = AgentAccount & {
  readonly __typename?: 'LiveChatAccount';
  /**
   * How long the agent was available for chats; null only with an error. Upstream calls: one for each agent, as LiveChat
   * does not divide this report by agent. Source: LiveChat `agents/availability`.
   */
  readonly availability?: Maybe<AvailabilityReport>;
  /** The e-mail address; null for a bot. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** The agent's id, by which LiveChat's reports name the person: the e-mail address, or a bot's id. */
  readonly key: Scalars['String']['output'];
  /** The display name; null for an agent that only a report names. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * The agent's chats and times in the range; null where the report has no record of the agent.
   * Upstream calls: one for all agents together. Source: LiveChat `agents/performance`.
   */
  readonly performance?: Maybe<AgentPerformance>;
  /**
   * The agent's ratings in the range; null where the report has no record of the agent.
   * Upstream calls: one for all agents together. Source: LiveChat `chats/ranking`.
   */
  readonly ranking?: Maybe<AgentRanking>;
  /** Always LIVECHAT. */
  readonly vendor: Vendor;
};


/** A LiveChat agent. Source: LiveChat Configuration API `list_agents`; figures from the Reports API. */
export type LiveChatAccountAvailabilityArgs = {
  distribution?: Distribution;
  range: TimeRange;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/** A LiveChat agent. Source: LiveChat Configuration API `list_agents`; figures from the Reports API. */
export type LiveChatAccountPerformanceArgs = {
  groups?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  range: TimeRange;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/** A LiveChat agent. Source: LiveChat Configuration API `list_agents`; figures from the Reports API. */
export type LiveChatAccountRankingArgs = {
  groups?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  range: TimeRange;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};

/** An object that can be found again by its id alone. */
export type Node = {
  /** Opaque and lasting. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page lies within its list, as the Relay Cursor Connections Specification defines it. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the page's last entry; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether entries follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether entries come before this page. Paging forwards it is true as soon as `after` was given. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the page's first entry; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A filter on one property of the chat: one of `exists`, `values`, `excludeValues`. */
export type PropertyFilter = {
  /** None of these. */
  readonly excludeValues?: InputMaybe<PropertyValues>;
  /** Whether the chat has it. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The property's name, for example `continuous`. */
  readonly name: Scalars['String']['input'];
  /** The property's namespace, for example `routing`. */
  readonly namespace: Scalars['String']['input'];
  /** One of these. */
  readonly values?: InputMaybe<PropertyValues>;
};

/** Values of a property, all of one type. */
export type PropertyValues =
  /** For a property that holds true or false. */
  { readonly booleans: ReadonlyArray<Scalars['Boolean']['input']>; readonly integers?: never; readonly strings?: never; }
  |  /** For a property that holds a whole number. */
  { readonly booleans?: never; readonly integers: ReadonlyArray<Scalars['Int']['input']>; readonly strings?: never; }
  |  /** For a property that holds a string. */
  { readonly booleans?: never; readonly integers?: never; readonly strings: ReadonlyArray<Scalars['String']['input']>; };

/**
 * What can be asked. Nothing here changes anything at a vendor. A field whose arguments are refused is null and has an
 * error with the code BAD_USER_INPUT; it costs no upstream call, and the rest of the answer is there.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * The one person that matches, or null. Exactly one way of naming the person is given.
   * Upstream calls: one to each configured vendor. Kore.ai may compare the spelling of an address exactly: where it does not
   * find any known spelling, its list is read whole, a call for every 49 agents, once an hour. Finding a `koreAiUserId` costs
   * as many. Rocket.Chat searches for parts of words, 100 a call, so a short username that is part of many can cost some
   * more.
   */
  readonly agent?: Maybe<Agent>;
  /**
   * All people that the configured vendors know, each once. The order is fixed but has no meaning: who is on Rocket.Chat
   * comes first, by username; then who else is on Kore.ai; then who is on LiveChat alone.
   * Upstream calls: one to each configured vendor for a page among the people on Rocket.Chat (two at its pages' borders).
   * Beyond those, the lists of the vendors before have to be read whole to tell who is not on them: a call for every 100
   * users of Rocket.Chat or 49 agents of Kore.ai, once an hour for all pages together. Where that takes more calls than the
   * quota or DESKGRAPH_MAX_CALLS allows now, the page is UPSTREAM_RATE_LIMITED; what was read is kept for an hour, and asking
   * again goes on from there, so such a page shows what its first attempt and later ones have read.
   * A cursor is good while the same vendors are configured, and tell as much of their people, as when the walk began.
   * A walk gives each person once. Where a vendor fails when a walk begins (a page without `after` and `before`), the whole
   * walk leaves that vendor out, also when it is back, and each page names it in `unavailable`. Where a list fails later that
   * a page rests on, the field is null with that vendor's error; the same cursor serves again later. Null with an error,
   * too, where an argument is refused.
   */
  readonly agents?: Maybe<AgentConnection>;
  /**
   * The Rocket.Chat agents to whom a VoIP extension can be assigned: all that have none yet, and the owner of `extension`.
   * Despite the endpoint's name it says nothing of who is online; that is `Agent.presence`.
   * Rocket.Chat removed the endpoint in 8.0: UPSTREAM_UNSUPPORTED there. Empty where Rocket.Chat is not configured.
   * Upstream calls: one to Rocket.Chat for every 100 users passed over or listed, one each to the others for the people's
   * other accounts. Null with an error where an argument is refused, or where Rocket.Chat fails.
   * Source: Rocket.Chat `omnichannel/agents/available`.
   */
  readonly agentsAvailableForExtension?: Maybe<AgentConnection>;
  /**
   * How the chats of a time range went, by LiveChat Reports. Each field selected below it is one upstream call.
   * Its reports are null, without error, where LiveChat is not configured. It is itself null, with an error, only where an
   * argument is refused.
   */
  readonly chatReport?: Maybe<ChatReport>;
  /**
   * The object with this id. Somebody whom no vendor lists (any more) and only a report named is found, too, known by the
   * account that the report named. Null where the vendor of that account is not configured. Upstream calls: as `agent`.
   * An id that deskgraph never gave out is BAD_USER_INPUT.
   */
  readonly node?: Maybe<Node>;
  /**
   * The objects with these ids, in their order, each as `node` gives it: an id that deskgraph never gave out costs its own
   * entry. Null with an error where more than 200 ids are given.
   */
  readonly nodes?: Maybe<ReadonlyArray<Maybe<Node>>>;
  /** Every vendor that deskgraph knows, configured or not. Costs no upstream call. */
  readonly vendors: ReadonlyArray<VendorStatus>;
};


/**
 * What can be asked. Nothing here changes anything at a vendor. A field whose arguments are refused is null and has an
 * error with the code BAD_USER_INPUT; it costs no upstream call, and the rest of the answer is there.
 */
export type QueryAgentArgs = {
  by: AgentBy;
};


/**
 * What can be asked. Nothing here changes anything at a vendor. A field whose arguments are refused is null and has an
 * error with the code BAD_USER_INPUT; it costs no upstream call, and the rest of the answer is there.
 */
export type QueryAgentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * What can be asked. Nothing here changes anything at a vendor. A field whose arguments are refused is null and has an
 * error with the code BAD_USER_INPUT; it costs no upstream call, and the rest of the answer is there.
 */
export type QueryAgentsAvailableForExtensionArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  extension?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be asked. Nothing here changes anything at a vendor. A field whose arguments are refused is null and has an
 * error with the code BAD_USER_INPUT; it costs no upstream call, and the rest of the answer is there.
 */
export type QueryChatReportArgs = {
  distribution?: Distribution;
  filter?: InputMaybe<ChatFilter>;
  range?: InputMaybe<TimeRange>;
  timeZone?: InputMaybe<Scalars['TimeZone']['input']>;
};


/**
 * What can be asked. Nothing here changes anything at a vendor. A field whose arguments are refused is null and has an
 * error with the code BAD_USER_INPUT; it costs no upstream call, and the rest of the answer is there.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Nothing here changes anything at a vendor. A field whose arguments are refused is null and has an
 * error with the code BAD_USER_INPUT; it costs no upstream call, and the rest of the answer is there.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** How some visitors waited. A counter that LiveChat leaves out is 0, a time null. */
export type QueueFigures = {
  readonly __typename?: 'QueueFigures';
  /** Mean seconds of a wait. */
  readonly averageSeconds?: Maybe<Scalars['Float']['output']>;
  /** Seconds of the longest wait. */
  readonly maximumSeconds?: Maybe<Scalars['Int']['output']>;
  /** Seconds of the shortest wait. */
  readonly minimumSeconds?: Maybe<Scalars['Int']['output']>;
  /** Visitors. */
  readonly visitors: Scalars['Int']['output'];
};

/** A visitor who left the queue. What LiveChat leaves out is null. */
export type QueuedVisitorLeft = {
  readonly __typename?: 'QueuedVisitorLeft';
  /** LiveChat's id of the chat that did not begin. */
  readonly chatId: Scalars['ID']['output'];
  /** The e-mail address given there. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** LiveChat's id of the group whose queue it was; 0 is the general one. */
  readonly groupId?: Maybe<Scalars['ID']['output']>;
  /** The address that the visitor came from. */
  readonly ipAddress?: Maybe<Scalars['String']['output']>;
  /** The name given in the survey before the chat. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The address of the web page on which the visitor waited. */
  readonly pageUrl?: Maybe<Scalars['String']['output']>;
  /** Seconds of the wait. */
  readonly queueSeconds?: Maybe<Scalars['Int']['output']>;
  /** When the visitor began to wait. */
  readonly queuedAt?: Maybe<Scalars['DateTime']['output']>;
  /** LiveChat's id of the visitor. */
  readonly visitorId?: Maybe<Scalars['ID']['output']>;
};

/**
 * A page of the visitors who left the queue, in LiveChat's order. LiveChat does not say how it numbers its pages: the first
 * is taken to be page 1.
 */
export type QueuedVisitorsLeftConnection = {
  readonly __typename?: 'QueuedVisitorsLeftConnection';
  /** The visitors with their cursors. */
  readonly edges: ReadonlyArray<QueuedVisitorsLeftEdge>;
  /** How many left without details of who they are, as LiveChat counts them; 0 where it gives no number. */
  readonly leftWithoutDetails: Scalars['Int']['output'];
  /** The visitors. */
  readonly nodes: ReadonlyArray<QueuedVisitorLeft>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** How many left, as LiveChat counts them; null where it gives no number. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A visitor in a list. */
export type QueuedVisitorsLeftEdge = {
  readonly __typename?: 'QueuedVisitorsLeftEdge';
  /** The entry's place in this list, for `after` and `before`. It moves when LiveChat puts a visitor before it. */
  readonly cursor: Scalars['String']['output'];
  /** The visitor. */
  readonly node: QueuedVisitorLeft;
};

/** A part of the range. */
export type QueuedVisitorsPoint = ReportPoint & {
  readonly __typename?: 'QueuedVisitorsPoint';
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** The visitors who left without a chat. */
  readonly leftQueue: QueueFigures;
  /** The visitors who waited until their chat began. */
  readonly queued: QueueFigures;
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How visitors waited in the queue. */
export type QueuedVisitorsReport = {
  readonly __typename?: 'QueuedVisitorsReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<QueuedVisitorsPoint>;
  /** LiveChat's own total of this report; null where it gives none. LiveChat does not say which visitors it counts. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/** A part of a report's range. */
export type ReportPoint = {
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** LiveChat's own key of the part, for example `2026-03-18`. */
  readonly label: Scalars['String']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A part of the range. A counter that LiveChat leaves out is 0, an average null. */
export type ResponseTimePoint = ReportPoint & {
  readonly __typename?: 'ResponseTimePoint';
  /** Mean seconds to respond. */
  readonly averageSeconds?: Maybe<Scalars['Float']['output']>;
  /** Chats with a response. */
  readonly chats: Scalars['Int']['output'];
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How fast agents responded. */
export type ResponseTimeReport = {
  readonly __typename?: 'ResponseTimeReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<ResponseTimePoint>;
  /** Chats with a response in the whole range, as LiveChat counts them; null where it gives none. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/**
 * A Rocket.Chat omnichannel agent. Source: Rocket.Chat `livechat/users/agent`.
 * Where the token's user may not list agents, only the username is known, of those whom the reports of the last 30 days
 * name, and everything else is null: the list's `unavailable` and `vendors { warnings }` then say so.
 */
export type RocketChatAccount = AgentAccount & {
  readonly __typename?: 'RocketChatAccount';
  /**
   * How long the user was available, added up by Rocket.Chat over the whole days that the range touches; null where it has
   * no record of the user in them. A session that is still open is missing from it.
   * Upstream calls: one for every 100 users, for all accounts together, and one more where it is exactly 100 users.
   * Errors: UPSTREAM_UNSUPPORTED without the licence module `livechat-enterprise`; UPSTREAM_INVALID_RESPONSE, for this user
   * alone, where the sum is below 0.
   * Source: Rocket.Chat `livechat/analytics/agents/available-for-service-history`.
   */
  readonly availability?: Maybe<RocketChatAvailability>;
  /** The first e-mail address; null where it has none. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** The username. */
  readonly key: Scalars['String']['output'];
  /**
   * How many chats at once the user takes; null where no limit is set for the user. Errors: UPSTREAM_INVALID_RESPONSE where
   * what is set is no whole number of chats.
   */
  readonly maxSimultaneousChats?: Maybe<Scalars['Int']['output']>;
  /** The display name; null where it has none. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /**
   * Figures on the user's conversations, of those created on the whole days that the range touches.
   * Never null of itself; its fields are. Upstream calls: one for each field selected, for all accounts together.
   * Source: Rocket.Chat `livechat/analytics/agent-overview`.
   */
  readonly overview?: Maybe<RocketChatOverview>;
  /** The user's own presence (`online`, `away`, `busy`, `offline`); null where the server gives none. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Whether the user takes chats (`available`, `not-available`); null where the server gives none. */
  readonly statusLivechat?: Maybe<Scalars['String']['output']>;
  /** Rocket.Chat's `_id` of the user; null where only the username is known. */
  readonly userId?: Maybe<Scalars['String']['output']>;
  /** The username, by which Rocket.Chat's reports name the person. */
  readonly username: Scalars['String']['output'];
  /** Always ROCKET_CHAT. */
  readonly vendor: Vendor;
};


/**
 * A Rocket.Chat omnichannel agent. Source: Rocket.Chat `livechat/users/agent`.
 * Where the token's user may not list agents, only the username is known, of those whom the reports of the last 30 days
 * name, and everything else is null: the list's `unavailable` and `vendors { warnings }` then say so.
 */
export type RocketChatAccountAvailabilityArgs = {
  range: TimeRange;
};


/**
 * A Rocket.Chat omnichannel agent. Source: Rocket.Chat `livechat/users/agent`.
 * Where the token's user may not list agents, only the username is known, of those whom the reports of the last 30 days
 * name, and everything else is null: the list's `unavailable` and `vendors { warnings }` then say so.
 */
export type RocketChatAccountOverviewArgs = {
  departmentId?: InputMaybe<Scalars['ID']['input']>;
  range: TimeRange;
};

/** How long a user was available. */
export type RocketChatAvailability = {
  readonly __typename?: 'RocketChatAvailability';
  /** Seconds, as Rocket.Chat reports them. Two sessions at once count twice there. */
  readonly availableSeconds: Scalars['Int']['output'];
  /** Where the days begin that the figure covers: midnight in ROCKETCHAT_TIME_ZONE at or before `range.from`. */
  readonly coversFrom: Scalars['DateTime']['output'];
  /** Where those days end: midnight in ROCKETCHAT_TIME_ZONE at or after `range.to`. */
  readonly coversTo: Scalars['DateTime']['output'];
};

/**
 * Figures on a user's conversations. A field is null where Rocket.Chat lists no figure for the user, which is also how it
 * tells a zero. Each field selected is one upstream call, for all agents together.
 */
export type RocketChatOverview = {
  readonly __typename?: 'RocketChatOverview';
  /** Mean seconds from a conversation's creation to its end, waiting included (`Avg_chat_duration`). */
  readonly averageChatDurationSeconds?: Maybe<Scalars['Int']['output']>;
  /** Mean seconds to the first response, credited to whom the server holds for the responder (`Avg_first_response_time`). */
  readonly averageFirstResponseSeconds?: Maybe<Scalars['Int']['output']>;
  /** Mean seconds from being assigned to the first reply (`Avg_reaction_time`). */
  readonly averageReactionSeconds?: Maybe<Scalars['Int']['output']>;
  /** Mean, over the conversations, of each one's mean seconds to respond (`Avg_response_time`). */
  readonly averageResponseSeconds?: Maybe<Scalars['Int']['output']>;
  /** Fewest seconds to the first response, credited likewise (`Best_first_response_time`). */
  readonly bestFirstResponseSeconds?: Maybe<Scalars['Int']['output']>;
  /** The user's share of all conversations, in percent (`Total_conversations`, which is no count). */
  readonly conversationsPercent?: Maybe<Scalars['Float']['output']>;
  /** Where the days begin that the figures cover: midnight in ROCKETCHAT_REPORT_TIME_ZONE at or before `range.from`. */
  readonly coversFrom: Scalars['DateTime']['output'];
  /** Where those days end: midnight in ROCKETCHAT_REPORT_TIME_ZONE at or after `range.to`. */
  readonly coversTo: Scalars['DateTime']['output'];
  /** Messages in the user's conversations that are neither the visitor's nor the system's (`Total_messages`). */
  readonly messages?: Maybe<Scalars['Int']['output']>;
};

/** Whether calls go to one endpoint of a vendor. */
export type RouteBreaker = {
  readonly __typename?: 'RouteBreaker';
  /** OPEN or HALF_OPEN. */
  readonly breaker: BreakerState;
  /** The vendor's endpoint. */
  readonly route: Scalars['String']['output'];
};

/**
 * An unbroken stretch of time in one status. LiveChat reports none. Rocket.Chat reports only availability, and only once
 * it has ended: sessions are merged where they overlap, and joined where the server cut them at midnight between two days
 * of the range; at the range's own edge the cut stays. Kore.ai's are as reported, equal ones once. An agent has one status
 * at a time there: where two of one person overlap in the range, or where one begins or ends more than 5 minutes in the
 * future, they are an error (UPSTREAM_INVALID_RESPONSE). One without a `primaryStatus` is an error, too.
 */
export type StatusSegment = {
  readonly __typename?: 'StatusSegment';
  /** `endedAt - startedAt` in whole seconds; null while it lasts. */
  readonly durationSeconds?: Maybe<Scalars['Int']['output']>;
  /** When it ended, also where that lies after the range; null while it lasts. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The status name that the person chose (Kore.ai's `secondaryStatus`, for example `NBK`); null where there is none. */
  readonly reportedReason?: Maybe<Scalars['String']['output']>;
  /** The vendor's primary word (Kore.ai's `primaryStatus`); null where it has none, as Rocket.Chat. */
  readonly reportedStatus?: Maybe<Scalars['String']['output']>;
  /** When it began, also where that lies before the range. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** The vendor's word in common terms. */
  readonly status: AgentStatus;
  /** Who reports it. */
  readonly vendor: Vendor;
};

/** A page of segments. */
export type StatusSegmentConnection = {
  readonly __typename?: 'StatusSegmentConnection';
  /** The segments with their cursors. */
  readonly edges: ReadonlyArray<StatusSegmentEdge>;
  /** The segments. */
  readonly nodes: ReadonlyArray<StatusSegment>;
  /** Where this page lies. */
  readonly pageInfo: PageInfo;
  /** The vendors whose segments are missing from all pages of this walk, and why; empty when the list is whole. */
  readonly unavailable: ReadonlyArray<VendorProblem>;
};

/** A segment in a list. */
export type StatusSegmentEdge = {
  readonly __typename?: 'StatusSegmentEdge';
  /** The entry's place in this list, for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The segment. */
  readonly node: StatusSegment;
};

/** A filter on words: one of `exists`, `values`, `excludeValues`. */
export type StringFilter = {
  /** None of these; with `requireEveryValue`, not all of them. */
  readonly excludeValues?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether there is any. Not for `agentPerformance` and `availability`. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether all values are meant. Goes with `values` or `excludeValues`. */
  readonly requireEveryValue?: InputMaybe<Scalars['Boolean']['input']>;
  /** One of these; all of them with `requireEveryValue`. */
  readonly values?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** How often one choice was made. */
export type SurveyChoice = {
  readonly __typename?: 'SurveyChoice';
  /** LiveChat's index of the choice. */
  readonly choiceId: Scalars['ID']['output'];
  /** How often it was chosen. */
  readonly count: Scalars['Int']['output'];
  /** The choice; null before 3.5, which does not give it. */
  readonly label?: Maybe<Scalars['String']['output']>;
};

/** A filter on a survey: one of `exists`, `values`, `excludeValues`. */
export type SurveyFilter = {
  /** None of these answers. */
  readonly excludeValues?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether it was filled in. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** The groups of the survey, by LiveChat's group ids. */
  readonly groups?: InputMaybe<IdFilter>;
  /** When it was filled in. Either every survey filter has a range or none has. */
  readonly range?: InputMaybe<TimeRange>;
  /** Which survey. */
  readonly type: SurveyType;
  /** One of these answers, each `<questionId>:<choiceId>`. */
  readonly values?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** How one question was answered. */
export type SurveyQuestion = {
  readonly __typename?: 'SurveyQuestion';
  /** Its choices that were chosen. */
  readonly choices: ReadonlyArray<SurveyChoice>;
  /** The question; null before 3.5, which does not give it. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** LiveChat's id of the question. */
  readonly questionId: Scalars['ID']['output'];
};

/** How one survey was answered in one group. */
export type SurveyResult = {
  readonly __typename?: 'SurveyResult';
  /** LiveChat's id of the group; 0 is the general one. */
  readonly groupId: Scalars['ID']['output'];
  /** Its questions that were answered. */
  readonly questions: ReadonlyArray<SurveyQuestion>;
  /** How often it was filled in. */
  readonly submissions: Scalars['Int']['output'];
  /** LiveChat's id of the survey (from 3.5 on: of the form). */
  readonly surveyId: Scalars['ID']['output'];
};

/** Which of the two surveys of a chat. */
export type SurveyType =
  /** The one after the chat. */
  | 'POST_CHAT'
  /** The one before the chat. */
  | 'PRE_CHAT';

/** How often a tag was given. */
export type TagCount = {
  readonly __typename?: 'TagCount';
  /** Chats that bear it. */
  readonly chats: Scalars['Int']['output'];
  /** The tag. */
  readonly tag: Scalars['String']['output'];
};

/** Seconds that a person spent in one status, by one vendor's account of it. */
export type TimeInStatus = {
  readonly __typename?: 'TimeInStatus';
  /** Whole seconds within the range. */
  readonly seconds: Scalars['Int']['output'];
  /** The status. */
  readonly status: AgentStatus;
  /** Who reports it. */
  readonly vendor: Vendor;
};

/** A stretch of time: every instant `t` with `from <= t < to`. Both are needed, and `from` must lie before `to`. */
export type TimeRange = {
  /** The first instant that belongs to the range. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The first instant after the range. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A part of the range. A counter that LiveChat leaves out is 0. */
export type TotalChatsPoint = ReportPoint & {
  readonly __typename?: 'TotalChatsPoint';
  /** Chats. */
  readonly chats: Scalars['Int']['output'];
  /** Of these, continuous ones. */
  readonly continuousChats: Scalars['Int']['output'];
  /** Where the part ends; null likewise. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** LiveChat's own key of the part. */
  readonly label: Scalars['String']['output'];
  /** Where the part begins; null where the label and the report's zone fix no instant. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How many chats there were. */
export type TotalChatsReport = {
  readonly __typename?: 'TotalChatsReport';
  /** The range's parts, in order. */
  readonly points: ReadonlyArray<TotalChatsPoint>;
  /** Chats in the whole range, as LiveChat counts them; null where it gives none. */
  readonly total?: Maybe<Scalars['Int']['output']>;
};

/** Who came to the site. A counter that LiveChat leaves out is 0. */
export type UniqueVisitors = {
  readonly __typename?: 'UniqueVisitors';
  /** Pages that they opened. */
  readonly pageViews: Scalars['Int']['output'];
  /** Visitors, each once. */
  readonly visitors: Scalars['Int']['output'];
};

/** A vendor whose API deskgraph reads. */
export type Vendor =
  /** Kore.ai SmartAssist. */
  | 'KORE_AI'
  /** LiveChat (text.com), its Reports API and its Configuration API. */
  | 'LIVECHAT'
  /** Rocket.Chat omnichannel. */
  | 'ROCKET_CHAT';

/** Something that a vendor can tell beside who its agents are. */
export type VendorCapability =
  /** `performance` and `ranking` of an account. */
  | 'AGENT_REPORTS'
  /** `availability` of an account: how long the agent was available. */
  | 'AVAILABILITY'
  /** `Query.chatReport`. */
  | 'CHAT_REPORTS'
  /** `Query.agentsAvailableForExtension`. */
  | 'EXTENSIONS'
  /** `RocketChatAccount.overview`. */
  | 'OVERVIEW'
  /** `Agent.presence`. */
  | 'PRESENCE'
  /** `Agent.statusSegments` and `Agent.timeInStatus`. */
  | 'SEGMENTS';

/** An upstream call that failed. */
export type VendorFailure = {
  readonly __typename?: 'VendorFailure';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What went wrong, one of the codes of `VendorProblem.code`. */
  readonly code: Scalars['String']['output'];
};

/** Why something of a vendor is missing from a list that is otherwise there. */
export type VendorProblem = {
  readonly __typename?: 'VendorProblem';
  /**
   * What went wrong: `UPSTREAM_UNAUTHENTICATED`, `UPSTREAM_FORBIDDEN`, `UPSTREAM_RATE_LIMITED`, `UPSTREAM_TIMEOUT`,
   * `UPSTREAM_UNAVAILABLE`, `UPSTREAM_INVALID_RESPONSE` or `UPSTREAM_UNSUPPORTED`. The same code stands in the answer's
   * `errors`, under `extensions.code`, and the whole problem in its `extensions.problems`.
   */
  readonly code: Scalars['String']['output'];
  /** One sentence for a person. It never holds a credential or the vendor's raw answer. */
  readonly message: Scalars['String']['output'];
  /**
   * After how many seconds asking again can succeed; null where that is not known. For UPSTREAM_RATE_LIMITED of a vendor that
   * does not say: when this gateway will call the vendor again, about a minute later.
   */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
  /** The vendor whose part is missing. */
  readonly vendor: Vendor;
};

/** How much of a vendor's quota is left. A call counts from when it is sent until a minute after its answer. */
export type VendorQuota = {
  readonly __typename?: 'VendorQuota';
  /** Calls a minute: as configured, or fewer if the vendor says so; null where no limit is set (`unlimited`). */
  readonly limit?: Maybe<Scalars['Int']['output']>;
  /** Calls that can go out at once. Others wait for their turn, or are refused with `UPSTREAM_RATE_LIMITED`. */
  readonly remaining: Scalars['Int']['output'];
  /** When the whole limit is free again if nothing is called until then; null where it is, or while calls are under way. */
  readonly resetsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The vendor's endpoint; null where all its endpoints share the quota. */
  readonly route?: Maybe<Scalars['String']['output']>;
};

/** How one vendor stands in this gateway. Costs no upstream call. */
export type VendorStatus = {
  readonly __typename?: 'VendorStatus';
  /** The version of the vendor's API that deskgraph speaks; null where the vendor has none to choose or is not configured. */
  readonly apiVersion?: Maybe<Scalars['String']['output']>;
  /**
   * Whether calls go to the vendor as a whole at present: OPEN or HALF_OPEN where no connection to it could be made, or where
   * no endpoint that was called since the start is CLOSED. Null where the vendor is not configured.
   */
  readonly breaker?: Maybe<BreakerState>;
  /** The endpoints whose own breaker is not CLOSED, as their calls failed again and again; the others are called. Empty where all are. */
  readonly brokenRoutes: ReadonlyArray<RouteBreaker>;
  /**
   * What this vendor can tell at all, whether or not it is configured: what is not named here is never told of it, and
   * its absence from an answer is no fault. A version or a missing permission can still refuse a part, with an error.
   */
  readonly capabilities: ReadonlyArray<VendorCapability>;
  /** Whether its environment variables are set. The fields of a vendor that is not configured are empty, without error. */
  readonly configured: Scalars['Boolean']['output'];
  /** The last upstream call that failed, whether or not one succeeded since; null where none has since the start. */
  readonly lastFailure?: Maybe<VendorFailure>;
  /**
   * What is left of the vendor's quota, as this gateway keeps it: an entry for each endpoint called since the start
   * (Rocket.Chat), or one for all together (Kore.ai). What has no limit set is there only while a refusal of the vendor for its
   * limit closes it. Empty where there is neither, or nothing was called.
   */
  readonly quota: ReadonlyArray<VendorQuota>;
  /** The vendor told of. */
  readonly vendor: Vendor;
  /**
   * What the vendor has told since the start that its operator should act on, such as that the version of its API is
   * deprecated (LiveChat's `Deprecation` and `Legacy` headers), or that the user of the Rocket.Chat token may not list
   * agents; each a sentence. Empty where it told nothing.
   */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  AgentAccount:
    | ( KoreAiAccountRecord )
    | ( LiveChatAccountRecord )
    | ( RocketChatAccountRecord )
  ;
  Node: ( AgentRecord );
  ReportPoint:
    | ( AvailabilityPoint )
    | ( ChatDurationPoint )
    | ( ChatEngagementPoint )
    | ( ChatRatingsPoint )
    | ( ChatTagsPoint )
    | ( GreetingsConversionPoint )
    | ( GroupsPoint )
    | ( QueuedVisitorsPoint )
    | ( ResponseTimePoint )
    | ( TotalChatsPoint )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Agent: ResolverTypeWrapper<AgentRecord>;
  AgentAccount: ResolverTypeWrapper<Account>;
  AgentBy: AgentBy;
  AgentConnection: ResolverTypeWrapper<AgentConnectionRecord>;
  AgentEdge: ResolverTypeWrapper<Omit<AgentEdge, 'node'> & { node: ResolversTypes['Agent'] }>;
  AgentFilter: AgentFilter;
  AgentPerformance: ResolverTypeWrapper<PerformanceRow>;
  AgentPerformanceConnection: ResolverTypeWrapper<Omit<AgentPerformanceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AgentPerformanceEdge']>, nodes: ReadonlyArray<ResolversTypes['AgentPerformance']> }>;
  AgentPerformanceEdge: ResolverTypeWrapper<Omit<AgentPerformanceEdge, 'node'> & { node: ResolversTypes['AgentPerformance'] }>;
  AgentPerformanceSummary: ResolverTypeWrapper<AgentPerformanceSummary>;
  AgentPresence: ResolverTypeWrapper<Omit<AgentPresence, 'vendor'> & { vendor: ResolversTypes['Vendor'] }>;
  AgentRanking: ResolverTypeWrapper<RankingRow>;
  AgentRankingConnection: ResolverTypeWrapper<Omit<AgentRankingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AgentRankingEdge']>, nodes: ReadonlyArray<ResolversTypes['AgentRanking']> }>;
  AgentRankingEdge: ResolverTypeWrapper<Omit<AgentRankingEdge, 'node'> & { node: ResolversTypes['AgentRanking'] }>;
  AgentResponseFilter: AgentResponseFilter;
  AgentStatus: AgentStatus;
  AvailabilityPoint: ResolverTypeWrapper<AvailabilityPoint>;
  AvailabilityReport: ResolverTypeWrapper<AvailabilityReport>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BreakerState: BreakerState;
  ChatDurationPoint: ResolverTypeWrapper<ChatDurationPoint>;
  ChatDurationReport: ResolverTypeWrapper<ChatDurationReport>;
  ChatEngagementPoint: ResolverTypeWrapper<ChatEngagementPoint>;
  ChatEngagementReport: ResolverTypeWrapper<ChatEngagementReport>;
  ChatFilter: ChatFilter;
  ChatRatingsPoint: ResolverTypeWrapper<ChatRatingsPoint>;
  ChatRatingsReport: ResolverTypeWrapper<ChatRatingsReport>;
  ChatReport: ResolverTypeWrapper<ChatReportRecord>;
  ChatTagsPoint: ResolverTypeWrapper<ChatTagsPoint>;
  ChatTagsReport: ResolverTypeWrapper<ChatTagsReport>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Distribution: Distribution;
  EventTypeFilter: EventTypeFilter;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  GreetingConversion: ResolverTypeWrapper<GreetingConversion>;
  GreetingFilter: GreetingFilter;
  GreetingsConversionPoint: ResolverTypeWrapper<GreetingsConversionPoint>;
  GreetingsConversionReport: ResolverTypeWrapper<GreetingsConversionReport>;
  GroupCount: ResolverTypeWrapper<GroupCount>;
  GroupsPoint: ResolverTypeWrapper<GroupsPoint>;
  GroupsReport: ResolverTypeWrapper<GroupsReport>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdFilter: IdFilter;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IntegerFilter: IntegerFilter;
  KoreAiAccount: ResolverTypeWrapper<KoreAiAccountRecord>;
  LiveChatAccount: ResolverTypeWrapper<LiveChatAccountRecord>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PropertyFilter: PropertyFilter;
  PropertyValues: PropertyValues;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QueueFigures: ResolverTypeWrapper<QueueFigures>;
  QueuedVisitorLeft: ResolverTypeWrapper<QueuedVisitorLeft>;
  QueuedVisitorsLeftConnection: ResolverTypeWrapper<QueuedVisitorsLeftConnection>;
  QueuedVisitorsLeftEdge: ResolverTypeWrapper<QueuedVisitorsLeftEdge>;
  QueuedVisitorsPoint: ResolverTypeWrapper<QueuedVisitorsPoint>;
  QueuedVisitorsReport: ResolverTypeWrapper<QueuedVisitorsReport>;
  ReportPoint: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['ReportPoint']>;
  ResponseTimePoint: ResolverTypeWrapper<ResponseTimePoint>;
  ResponseTimeReport: ResolverTypeWrapper<ResponseTimeReport>;
  RocketChatAccount: ResolverTypeWrapper<RocketChatAccountRecord>;
  RocketChatAvailability: ResolverTypeWrapper<RocketChatAvailability>;
  RocketChatOverview: ResolverTypeWrapper<RocketChatOverviewRecord>;
  RouteBreaker: ResolverTypeWrapper<RouteBreaker>;
  StatusSegment: ResolverTypeWrapper<StatusSegmentRecord>;
  StatusSegmentConnection: ResolverTypeWrapper<StatusSegmentConnectionRecord>;
  StatusSegmentEdge: ResolverTypeWrapper<Omit<StatusSegmentEdge, 'node'> & { node: ResolversTypes['StatusSegment'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringFilter: StringFilter;
  SurveyChoice: ResolverTypeWrapper<SurveyChoice>;
  SurveyFilter: SurveyFilter;
  SurveyQuestion: ResolverTypeWrapper<SurveyQuestion>;
  SurveyResult: ResolverTypeWrapper<SurveyResult>;
  SurveyType: SurveyType;
  TagCount: ResolverTypeWrapper<TagCount>;
  TimeInStatus: ResolverTypeWrapper<Omit<TimeInStatus, 'vendor'> & { vendor: ResolversTypes['Vendor'] }>;
  TimeRange: TimeRange;
  TimeZone: ResolverTypeWrapper<Scalars['TimeZone']['output']>;
  TotalChatsPoint: ResolverTypeWrapper<TotalChatsPoint>;
  TotalChatsReport: ResolverTypeWrapper<TotalChatsReport>;
  UniqueVisitors: ResolverTypeWrapper<UniqueVisitors>;
  Vendor: ResolverTypeWrapper<VendorId>;
  VendorCapability: ResolverTypeWrapper<VendorCapabilityId>;
  VendorFailure: ResolverTypeWrapper<VendorFailure>;
  VendorProblem: ResolverTypeWrapper<Omit<VendorProblem, 'vendor'> & { vendor: ResolversTypes['Vendor'] }>;
  VendorQuota: ResolverTypeWrapper<VendorQuota>;
  VendorStatus: ResolverTypeWrapper<Omit<VendorStatus, 'capabilities' | 'vendor'> & { capabilities: ReadonlyArray<ResolversTypes['VendorCapability']>, vendor: ResolversTypes['Vendor'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Agent: AgentRecord;
  AgentAccount: Account;
  AgentBy: AgentBy;
  AgentConnection: AgentConnectionRecord;
  AgentEdge: Omit<AgentEdge, 'node'> & { node: ResolversParentTypes['Agent'] };
  AgentFilter: AgentFilter;
  AgentPerformance: PerformanceRow;
  AgentPerformanceConnection: Omit<AgentPerformanceConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AgentPerformanceEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AgentPerformance']> };
  AgentPerformanceEdge: Omit<AgentPerformanceEdge, 'node'> & { node: ResolversParentTypes['AgentPerformance'] };
  AgentPerformanceSummary: AgentPerformanceSummary;
  AgentPresence: AgentPresence;
  AgentRanking: RankingRow;
  AgentRankingConnection: Omit<AgentRankingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AgentRankingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AgentRanking']> };
  AgentRankingEdge: Omit<AgentRankingEdge, 'node'> & { node: ResolversParentTypes['AgentRanking'] };
  AgentResponseFilter: AgentResponseFilter;
  AvailabilityPoint: AvailabilityPoint;
  AvailabilityReport: AvailabilityReport;
  Boolean: Scalars['Boolean']['output'];
  ChatDurationPoint: ChatDurationPoint;
  ChatDurationReport: ChatDurationReport;
  ChatEngagementPoint: ChatEngagementPoint;
  ChatEngagementReport: ChatEngagementReport;
  ChatFilter: ChatFilter;
  ChatRatingsPoint: ChatRatingsPoint;
  ChatRatingsReport: ChatRatingsReport;
  ChatReport: ChatReportRecord;
  ChatTagsPoint: ChatTagsPoint;
  ChatTagsReport: ChatTagsReport;
  DateTime: Scalars['DateTime']['output'];
  EventTypeFilter: EventTypeFilter;
  Float: Scalars['Float']['output'];
  GreetingConversion: GreetingConversion;
  GreetingFilter: GreetingFilter;
  GreetingsConversionPoint: GreetingsConversionPoint;
  GreetingsConversionReport: GreetingsConversionReport;
  GroupCount: GroupCount;
  GroupsPoint: GroupsPoint;
  GroupsReport: GroupsReport;
  ID: Scalars['ID']['output'];
  IdFilter: IdFilter;
  Int: Scalars['Int']['output'];
  IntegerFilter: IntegerFilter;
  KoreAiAccount: KoreAiAccountRecord;
  LiveChatAccount: LiveChatAccountRecord;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PropertyFilter: PropertyFilter;
  PropertyValues: PropertyValues;
  Query: Record<PropertyKey, never>;
  QueueFigures: QueueFigures;
  QueuedVisitorLeft: QueuedVisitorLeft;
  QueuedVisitorsLeftConnection: QueuedVisitorsLeftConnection;
  QueuedVisitorsLeftEdge: QueuedVisitorsLeftEdge;
  QueuedVisitorsPoint: QueuedVisitorsPoint;
  QueuedVisitorsReport: QueuedVisitorsReport;
  ReportPoint: ResolversInterfaceTypes<ResolversParentTypes>['ReportPoint'];
  ResponseTimePoint: ResponseTimePoint;
  ResponseTimeReport: ResponseTimeReport;
  RocketChatAccount: RocketChatAccountRecord;
  RocketChatAvailability: RocketChatAvailability;
  RocketChatOverview: RocketChatOverviewRecord;
  RouteBreaker: RouteBreaker;
  StatusSegment: StatusSegmentRecord;
  StatusSegmentConnection: StatusSegmentConnectionRecord;
  StatusSegmentEdge: Omit<StatusSegmentEdge, 'node'> & { node: ResolversParentTypes['StatusSegment'] };
  String: Scalars['String']['output'];
  StringFilter: StringFilter;
  SurveyChoice: SurveyChoice;
  SurveyFilter: SurveyFilter;
  SurveyQuestion: SurveyQuestion;
  SurveyResult: SurveyResult;
  TagCount: TagCount;
  TimeInStatus: TimeInStatus;
  TimeRange: TimeRange;
  TimeZone: Scalars['TimeZone']['output'];
  TotalChatsPoint: TotalChatsPoint;
  TotalChatsReport: TotalChatsReport;
  UniqueVisitors: UniqueVisitors;
  VendorFailure: VendorFailure;
  VendorProblem: VendorProblem;
  VendorQuota: VendorQuota;
  VendorStatus: VendorStatus;
};

export type AgentResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Agent'] = ResolversParentTypes['Agent']> = {
  accounts?: Resolver<ReadonlyArray<ResolversTypes['AgentAccount']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  presence?: Resolver<ReadonlyArray<ResolversTypes['AgentPresence']>, ParentType, ContextType>;
  statusSegments?: Resolver<Maybe<ResolversTypes['StatusSegmentConnection']>, ParentType, ContextType, RequireFields<AgentStatusSegmentsArgs, 'range'>>;
  timeInStatus?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TimeInStatus']>>, ParentType, ContextType, RequireFields<AgentTimeInStatusArgs, 'range'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AgentAccountResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentAccount'] = ResolversParentTypes['AgentAccount']> = {
  __resolveType?: TypeResolveFn<'KoreAiAccount' | 'LiveChatAccount' | 'RocketChatAccount', ParentType, ContextType>;
};

export type AgentConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentConnection'] = ResolversParentTypes['AgentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Agent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unavailable?: Resolver<ReadonlyArray<ResolversTypes['VendorProblem']>, ParentType, ContextType>;
};

export type AgentEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentEdge'] = ResolversParentTypes['AgentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
};

export type AgentPerformanceResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentPerformance'] = ResolversParentTypes['AgentPerformance']> = {
  acceptingChatsSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  averageFirstResponseSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  chats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  chattingSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstResponseChats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  loggedInSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notAcceptingChatsSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ratedBad?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratedGood?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgentPerformanceConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentPerformanceConnection'] = ResolversParentTypes['AgentPerformanceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentPerformanceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AgentPerformance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['AgentPerformanceSummary'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgentPerformanceEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentPerformanceEdge'] = ResolversParentTypes['AgentPerformanceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AgentPerformance'], ParentType, ContextType>;
};

export type AgentPerformanceSummaryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentPerformanceSummary'] = ResolversParentTypes['AgentPerformanceSummary']> = {
  averageFirstResponseSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  chats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstResponseChats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratedBad?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratedGood?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgentPresenceResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentPresence'] = ResolversParentTypes['AgentPresence']> = {
  reportedStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AgentStatus'], ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
};

export type AgentRankingResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentRanking'] = ResolversParentTypes['AgentRanking']> = {
  agent?: Resolver<ResolversTypes['Agent'], ParentType, ContextType>;
  bad?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  good?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgentRankingConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentRankingConnection'] = ResolversParentTypes['AgentRankingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgentRankingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AgentRanking']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgentRankingEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AgentRankingEdge'] = ResolversParentTypes['AgentRankingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AgentRanking'], ParentType, ContextType>;
};

export type AvailabilityPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AvailabilityPoint'] = ResolversParentTypes['AvailabilityPoint']> = {
  availableSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AvailabilityReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['AvailabilityReport'] = ResolversParentTypes['AvailabilityReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['AvailabilityPoint']>, ParentType, ContextType>;
  totalSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatDurationPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatDurationPoint'] = ResolversParentTypes['ChatDurationPoint']> = {
  averageAgentsChattingSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  chats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatDurationReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatDurationReport'] = ResolversParentTypes['ChatDurationReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['ChatDurationPoint']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatEngagementPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatEngagementPoint'] = ResolversParentTypes['ChatEngagementPoint']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedByAgent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedByCustomerFromGreeting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedByCustomerWithoutGreeting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatEngagementReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatEngagementReport'] = ResolversParentTypes['ChatEngagementReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['ChatEngagementPoint']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatRatingsPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatRatingsPoint'] = ResolversParentTypes['ChatRatingsPoint']> = {
  bad?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  chats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  good?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatRatingsReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatRatingsReport'] = ResolversParentTypes['ChatRatingsReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['ChatRatingsPoint']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ChatReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatReport'] = ResolversParentTypes['ChatReport']> = {
  agentPerformance?: Resolver<Maybe<ResolversTypes['AgentPerformanceConnection']>, ParentType, ContextType, Partial<ChatReportAgentPerformanceArgs>>;
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityReport']>, ParentType, ContextType>;
  distribution?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['ChatDurationReport']>, ParentType, ContextType>;
  engagement?: Resolver<Maybe<ResolversTypes['ChatEngagementReport']>, ParentType, ContextType>;
  firstResponseTime?: Resolver<Maybe<ResolversTypes['ResponseTimeReport']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  greetingsConversion?: Resolver<Maybe<ResolversTypes['GreetingsConversionReport']>, ParentType, ContextType>;
  groups?: Resolver<Maybe<ResolversTypes['GroupsReport']>, ParentType, ContextType>;
  queuedVisitors?: Resolver<Maybe<ResolversTypes['QueuedVisitorsReport']>, ParentType, ContextType>;
  queuedVisitorsLeft?: Resolver<Maybe<ResolversTypes['QueuedVisitorsLeftConnection']>, ParentType, ContextType, Partial<ChatReportQueuedVisitorsLeftArgs>>;
  ranking?: Resolver<Maybe<ResolversTypes['AgentRankingConnection']>, ParentType, ContextType, Partial<ChatReportRankingArgs>>;
  ratings?: Resolver<Maybe<ResolversTypes['ChatRatingsReport']>, ParentType, ContextType>;
  responseTime?: Resolver<Maybe<ResolversTypes['ResponseTimeReport']>, ParentType, ContextType>;
  surveys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SurveyResult']>>, ParentType, ContextType>;
  tagUsage?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TagCount']>>, ParentType, ContextType>;
  tags?: Resolver<Maybe<ResolversTypes['ChatTagsReport']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['TimeZone'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  totalChats?: Resolver<Maybe<ResolversTypes['TotalChatsReport']>, ParentType, ContextType>;
  uniqueVisitors?: Resolver<Maybe<ResolversTypes['UniqueVisitors']>, ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
};

export type ChatTagsPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTagsPoint'] = ResolversParentTypes['ChatTagsPoint']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['TagCount']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChatTagsReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ChatTagsReport'] = ResolversParentTypes['ChatTagsReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['ChatTagsPoint']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type GreetingConversionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['GreetingConversion'] = ResolversParentTypes['GreetingConversion']> = {
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  canceled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  displayed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  goals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  greetingId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type GreetingsConversionPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['GreetingsConversionPoint'] = ResolversParentTypes['GreetingsConversionPoint']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  greetings?: Resolver<ReadonlyArray<ResolversTypes['GreetingConversion']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GreetingsConversionReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['GreetingsConversionReport'] = ResolversParentTypes['GreetingsConversionReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['GreetingsConversionPoint']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GroupCountResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['GroupCount'] = ResolversParentTypes['GroupCount']> = {
  chats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  groupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type GroupsPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['GroupsPoint'] = ResolversParentTypes['GroupsPoint']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['GroupCount']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GroupsReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['GroupsReport'] = ResolversParentTypes['GroupsReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['GroupsPoint']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type KoreAiAccountResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['KoreAiAccount'] = ResolversParentTypes['KoreAiAccount']> = {
  customId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LiveChatAccountResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['LiveChatAccount'] = ResolversParentTypes['LiveChatAccount']> = {
  availability?: Resolver<Maybe<ResolversTypes['AvailabilityReport']>, ParentType, ContextType, RequireFields<LiveChatAccountAvailabilityArgs, 'distribution' | 'range'>>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['AgentPerformance']>, ParentType, ContextType, RequireFields<LiveChatAccountPerformanceArgs, 'range'>>;
  ranking?: Resolver<Maybe<ResolversTypes['AgentRanking']>, ParentType, ContextType, RequireFields<LiveChatAccountRankingArgs, 'range'>>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NodeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Agent', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agent?: Resolver<Maybe<ResolversTypes['Agent']>, ParentType, ContextType, RequireFields<QueryAgentArgs, 'by'>>;
  agents?: Resolver<Maybe<ResolversTypes['AgentConnection']>, ParentType, ContextType, Partial<QueryAgentsArgs>>;
  agentsAvailableForExtension?: Resolver<Maybe<ResolversTypes['AgentConnection']>, ParentType, ContextType, Partial<QueryAgentsAvailableForExtensionArgs>>;
  chatReport?: Resolver<Maybe<ResolversTypes['ChatReport']>, ParentType, ContextType, RequireFields<QueryChatReportArgs, 'distribution'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  vendors?: Resolver<ReadonlyArray<ResolversTypes['VendorStatus']>, ParentType, ContextType>;
};

export type QueueFiguresResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['QueueFigures'] = ResolversParentTypes['QueueFigures']> = {
  averageSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  maximumSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimumSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueuedVisitorLeftResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['QueuedVisitorLeft'] = ResolversParentTypes['QueuedVisitorLeft']> = {
  chatId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groupId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pageUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  queueSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  queuedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  visitorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QueuedVisitorsLeftConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['QueuedVisitorsLeftConnection'] = ResolversParentTypes['QueuedVisitorsLeftConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['QueuedVisitorsLeftEdge']>, ParentType, ContextType>;
  leftWithoutDetails?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['QueuedVisitorLeft']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type QueuedVisitorsLeftEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['QueuedVisitorsLeftEdge'] = ResolversParentTypes['QueuedVisitorsLeftEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QueuedVisitorLeft'], ParentType, ContextType>;
};

export type QueuedVisitorsPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['QueuedVisitorsPoint'] = ResolversParentTypes['QueuedVisitorsPoint']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  leftQueue?: Resolver<ResolversTypes['QueueFigures'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['QueueFigures'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueuedVisitorsReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['QueuedVisitorsReport'] = ResolversParentTypes['QueuedVisitorsReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['QueuedVisitorsPoint']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReportPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ReportPoint'] = ResolversParentTypes['ReportPoint']> = {
  __resolveType?: TypeResolveFn<'AvailabilityPoint' | 'ChatDurationPoint' | 'ChatEngagementPoint' | 'ChatRatingsPoint' | 'ChatTagsPoint' | 'GreetingsConversionPoint' | 'GroupsPoint' | 'QueuedVisitorsPoint' | 'ResponseTimePoint' | 'TotalChatsPoint', ParentType, ContextType>;
};

export type ResponseTimePointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ResponseTimePoint'] = ResolversParentTypes['ResponseTimePoint']> = {
  averageSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  chats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResponseTimeReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['ResponseTimeReport'] = ResolversParentTypes['ResponseTimeReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['ResponseTimePoint']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RocketChatAccountResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RocketChatAccount'] = ResolversParentTypes['RocketChatAccount']> = {
  availability?: Resolver<Maybe<ResolversTypes['RocketChatAvailability']>, ParentType, ContextType, RequireFields<RocketChatAccountAvailabilityArgs, 'range'>>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxSimultaneousChats?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overview?: Resolver<Maybe<ResolversTypes['RocketChatOverview']>, ParentType, ContextType, RequireFields<RocketChatAccountOverviewArgs, 'range'>>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusLivechat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RocketChatAvailabilityResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RocketChatAvailability'] = ResolversParentTypes['RocketChatAvailability']> = {
  availableSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  coversFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  coversTo?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RocketChatOverviewResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RocketChatOverview'] = ResolversParentTypes['RocketChatOverview']> = {
  averageChatDurationSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageFirstResponseSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageReactionSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  averageResponseSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  bestFirstResponseSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  conversationsPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  coversFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  coversTo?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  messages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RouteBreakerResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['RouteBreaker'] = ResolversParentTypes['RouteBreaker']> = {
  breaker?: Resolver<ResolversTypes['BreakerState'], ParentType, ContextType>;
  route?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StatusSegmentResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['StatusSegment'] = ResolversParentTypes['StatusSegment']> = {
  durationSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reportedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reportedStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AgentStatus'], ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
};

export type StatusSegmentConnectionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['StatusSegmentConnection'] = ResolversParentTypes['StatusSegmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StatusSegmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['StatusSegment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  unavailable?: Resolver<ReadonlyArray<ResolversTypes['VendorProblem']>, ParentType, ContextType>;
};

export type StatusSegmentEdgeResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['StatusSegmentEdge'] = ResolversParentTypes['StatusSegmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StatusSegment'], ParentType, ContextType>;
};

export type SurveyChoiceResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SurveyChoice'] = ResolversParentTypes['SurveyChoice']> = {
  choiceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SurveyQuestionResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SurveyQuestion'] = ResolversParentTypes['SurveyQuestion']> = {
  choices?: Resolver<ReadonlyArray<ResolversTypes['SurveyChoice']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  questionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SurveyResultResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['SurveyResult'] = ResolversParentTypes['SurveyResult']> = {
  groupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['SurveyQuestion']>, ParentType, ContextType>;
  submissions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  surveyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TagCountResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TagCount'] = ResolversParentTypes['TagCount']> = {
  chats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TimeInStatusResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TimeInStatus'] = ResolversParentTypes['TimeInStatus']> = {
  seconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AgentStatus'], ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
};

export interface TimeZoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['TimeZone'], any> {
  name: 'TimeZone';
}

export type TotalChatsPointResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TotalChatsPoint'] = ResolversParentTypes['TotalChatsPoint']> = {
  chats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  continuousChats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TotalChatsReportResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['TotalChatsReport'] = ResolversParentTypes['TotalChatsReport']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['TotalChatsPoint']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UniqueVisitorsResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['UniqueVisitors'] = ResolversParentTypes['UniqueVisitors']> = {
  pageViews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VendorResolvers = EnumResolverSignature<{ KORE_AI?: any, LIVECHAT?: any, ROCKET_CHAT?: any }, ResolversTypes['Vendor']>;

export type VendorCapabilityResolvers = EnumResolverSignature<{ AGENT_REPORTS?: any, AVAILABILITY?: any, CHAT_REPORTS?: any, EXTENSIONS?: any, OVERVIEW?: any, PRESENCE?: any, SEGMENTS?: any }, ResolversTypes['VendorCapability']>;

export type VendorFailureResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['VendorFailure'] = ResolversParentTypes['VendorFailure']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VendorProblemResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['VendorProblem'] = ResolversParentTypes['VendorProblem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
};

export type VendorQuotaResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['VendorQuota'] = ResolversParentTypes['VendorQuota']> = {
  limit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  route?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VendorStatusResolvers<ContextType = GatewayContext, ParentType extends ResolversParentTypes['VendorStatus'] = ResolversParentTypes['VendorStatus']> = {
  apiVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  breaker?: Resolver<Maybe<ResolversTypes['BreakerState']>, ParentType, ContextType>;
  brokenRoutes?: Resolver<ReadonlyArray<ResolversTypes['RouteBreaker']>, ParentType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['VendorCapability']>, ParentType, ContextType>;
  configured?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastFailure?: Resolver<Maybe<ResolversTypes['VendorFailure']>, ParentType, ContextType>;
  quota?: Resolver<ReadonlyArray<ResolversTypes['VendorQuota']>, ParentType, ContextType>;
  vendor?: Resolver<ResolversTypes['Vendor'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = GatewayContext> = {
  Agent?: AgentResolvers<ContextType>;
  AgentAccount?: AgentAccountResolvers<ContextType>;
  AgentConnection?: AgentConnectionResolvers<ContextType>;
  AgentEdge?: AgentEdgeResolvers<ContextType>;
  AgentPerformance?: AgentPerformanceResolvers<ContextType>;
  AgentPerformanceConnection?: AgentPerformanceConnectionResolvers<ContextType>;
  AgentPerformanceEdge?: AgentPerformanceEdgeResolvers<ContextType>;
  AgentPerformanceSummary?: AgentPerformanceSummaryResolvers<ContextType>;
  AgentPresence?: AgentPresenceResolvers<ContextType>;
  AgentRanking?: AgentRankingResolvers<ContextType>;
  AgentRankingConnection?: AgentRankingConnectionResolvers<ContextType>;
  AgentRankingEdge?: AgentRankingEdgeResolvers<ContextType>;
  AvailabilityPoint?: AvailabilityPointResolvers<ContextType>;
  AvailabilityReport?: AvailabilityReportResolvers<ContextType>;
  ChatDurationPoint?: ChatDurationPointResolvers<ContextType>;
  ChatDurationReport?: ChatDurationReportResolvers<ContextType>;
  ChatEngagementPoint?: ChatEngagementPointResolvers<ContextType>;
  ChatEngagementReport?: ChatEngagementReportResolvers<ContextType>;
  ChatRatingsPoint?: ChatRatingsPointResolvers<ContextType>;
  ChatRatingsReport?: ChatRatingsReportResolvers<ContextType>;
  ChatReport?: ChatReportResolvers<ContextType>;
  ChatTagsPoint?: ChatTagsPointResolvers<ContextType>;
  ChatTagsReport?: ChatTagsReportResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  GreetingConversion?: GreetingConversionResolvers<ContextType>;
  GreetingsConversionPoint?: GreetingsConversionPointResolvers<ContextType>;
  GreetingsConversionReport?: GreetingsConversionReportResolvers<ContextType>;
  GroupCount?: GroupCountResolvers<ContextType>;
  GroupsPoint?: GroupsPointResolvers<ContextType>;
  GroupsReport?: GroupsReportResolvers<ContextType>;
  KoreAiAccount?: KoreAiAccountResolvers<ContextType>;
  LiveChatAccount?: LiveChatAccountResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QueueFigures?: QueueFiguresResolvers<ContextType>;
  QueuedVisitorLeft?: QueuedVisitorLeftResolvers<ContextType>;
  QueuedVisitorsLeftConnection?: QueuedVisitorsLeftConnectionResolvers<ContextType>;
  QueuedVisitorsLeftEdge?: QueuedVisitorsLeftEdgeResolvers<ContextType>;
  QueuedVisitorsPoint?: QueuedVisitorsPointResolvers<ContextType>;
  QueuedVisitorsReport?: QueuedVisitorsReportResolvers<ContextType>;
  ReportPoint?: ReportPointResolvers<ContextType>;
  ResponseTimePoint?: ResponseTimePointResolvers<ContextType>;
  ResponseTimeReport?: ResponseTimeReportResolvers<ContextType>;
  RocketChatAccount?: RocketChatAccountResolvers<ContextType>;
  RocketChatAvailability?: RocketChatAvailabilityResolvers<ContextType>;
  RocketChatOverview?: RocketChatOverviewResolvers<ContextType>;
  RouteBreaker?: RouteBreakerResolvers<ContextType>;
  StatusSegment?: StatusSegmentResolvers<ContextType>;
  StatusSegmentConnection?: StatusSegmentConnectionResolvers<ContextType>;
  StatusSegmentEdge?: StatusSegmentEdgeResolvers<ContextType>;
  SurveyChoice?: SurveyChoiceResolvers<ContextType>;
  SurveyQuestion?: SurveyQuestionResolvers<ContextType>;
  SurveyResult?: SurveyResultResolvers<ContextType>;
  TagCount?: TagCountResolvers<ContextType>;
  TimeInStatus?: TimeInStatusResolvers<ContextType>;
  TimeZone?: GraphQLScalarType;
  TotalChatsPoint?: TotalChatsPointResolvers<ContextType>;
  TotalChatsReport?: TotalChatsReportResolvers<ContextType>;
  UniqueVisitors?: UniqueVisitorsResolvers<ContextType>;
  Vendor?: VendorResolvers;
  VendorCapability?: VendorCapabilityResolvers;
  VendorFailure?: VendorFailureResolvers<ContextType>;
  VendorProblem?: VendorProblemResolvers<ContextType>;
  VendorQuota?: VendorQuotaResolvers<ContextType>;
  VendorStatus?: VendorStatusResolvers<ContextType>;
};

