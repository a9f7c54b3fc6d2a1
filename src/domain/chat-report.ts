import type { ChatFilter } from './chat-filter.ts';
import type { TimeRange } from './time-range.ts';

/** The schema's enum `Distribution`. */
export type Distribution = 'HOUR' | 'DAY' | 'DAY_HOURS' | 'MONTH' | 'YEAR';

/** What a report of the Reports API's chats section is asked. */
export interface ChatReportRequest {
  /** Null where a greeting or survey filter carries the one range that applies. */
  readonly range: TimeRange | null;
  /** The zone whose hours, days, months and years divide the range, by IANA name. */
  readonly timeZone: string;
  readonly distribution: Distribution;
  readonly filter: ChatFilter;
}

/** What a report of its agents section is asked. */
export interface AgentReportRequest {
  readonly range: TimeRange;
  readonly timeZone: string;
  readonly distribution: Distribution;
  /** Agent ids and group ids, all where null. */
  readonly agents: WordChoice | null;
  readonly groups: readonly string[] | null;
}

/** Some words, or all but some. */
export interface WordChoice {
  readonly values?: readonly string[] | null | undefined;
  readonly excludeValues?: readonly string[] | null | undefined;
  readonly requireEveryValue?: boolean | null | undefined;
}

/** A part of a report's range: the vendor's key and, where key and zone fix them, the instants. */
export interface ReportPoint {
  readonly label: string;
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
}

/** A report divided over its range. */
export interface PointsReport<Figures> {
  /** As the vendor gives it; null where it gives none. */
  readonly total: number | null;
  readonly points: readonly (ReportPoint & Figures)[];
}

export interface TotalChatsFigures {
  readonly chats: number;
  readonly continuousChats: number;
}
export interface ChatDurationFigures {
  readonly chats: number;
  readonly averageSeconds: number | null;
  readonly averageAgentsChattingSeconds: number | null;
}
export interface ResponseTimeFigures {
  readonly chats: number;
  readonly averageSeconds: number | null;
}
export interface ChatRatingsFigures {
  readonly chats: number;
  readonly good: number;
  readonly bad: number;
}
/** How often a tag was given. */
export interface TagCount {
  readonly tag: string;
  readonly chats: number;
}
export interface ChatTagsFigures {
  readonly tags: readonly TagCount[];
}
export interface ChatEngagementFigures {
  readonly startedByCustomerFromGreeting: number;
  readonly startedByCustomerWithoutGreeting: number;
  readonly startedByAgent: number;
}
export interface GreetingsConversionFigures {
  readonly greetings: readonly {
    readonly greetingId: string;
    readonly displayed: number;
    readonly accepted: number;
    readonly canceled: number;
    readonly goals: number;
  }[];
}

export interface GroupsFigures {
  readonly groups: readonly { readonly groupId: string; readonly chats: number }[];
}
/** How some visitors waited in the queue. */
export interface QueueFigures {
  readonly visitors: number;
  readonly minimumSeconds: number | null;
  readonly maximumSeconds: number | null;
  readonly averageSeconds: number | null;
}
export interface QueuedVisitorsFigures {
  /** Those whose chat began after it. */
  readonly queued: QueueFigures;
  /** Those who gave up. */
  readonly leftQueue: QueueFigures;
}
/** Who came to the site. */
export interface UniqueVisitors {
  readonly visitors: number;
  readonly pageViews: number;
}

/** A visitor who gave up waiting. */
export interface QueuedVisitorLeft {
  readonly chatId: string;
  readonly visitorId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly ipAddress: string | null;
  readonly groupId: string | null;
  readonly queuedAt: Temporal.Instant | null;
  readonly queueSeconds: number | null;
  readonly pageUrl: string | null;
}
/** One of the vendor's pages of those visitors. */
export interface QueuedVisitorsLeftPage {
  readonly nodes: readonly QueuedVisitorLeft[];
  /** How many pages there are; 0 where there is nobody. */
  readonly pages: number;
  readonly total: number | null;
  readonly leftWithoutDetails: number;
}

/** How one survey was answered in one group. */
export interface SurveyResult {
  readonly surveyId: string;
  readonly groupId: string;
  readonly submissions: number;
  readonly questions: readonly {
    readonly questionId: string;
    readonly label: string | null;
    readonly choices: readonly {
      readonly choiceId: string;
      readonly label: string | null;
      readonly count: number;
    }[];
  }[];
}

/** A row of the ranking; `agent` is the vendor's agent id. */
export interface AgentRanking {
  readonly agentKey: string;
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly score: number | null;
}

export interface AgentPerformanceSummary {
  readonly chats: number;
  readonly ratedGood: number;
  readonly ratedBad: number;
  readonly firstResponseChats: number;
  readonly averageFirstResponseSeconds: number | null;
}
/** A row of the performance report; `agentKey` is the vendor's agent id. */
export interface AgentPerformance extends AgentPerformanceSummary {
  readonly agentKey: string;
  readonly acceptingChatsSeconds: number | null;
  readonly notAcceptingChatsSeconds: number | null;
  readonly chattingSeconds: number | null;
  readonly loggedInSeconds: number | null;
}

export interface AvailabilityReport {
  /** Null where the vendor gives no total, or none whose unit can be told. */
  readonly totalSeconds: number | null;
  readonly points: readonly (ReportPoint & { readonly availableSeconds: number })[];
}

/** The reports of the chats section, by the schema's field names. */
export interface ChatReports {
  readonly totalChats: PointsReport<TotalChatsFigures>;
  readonly duration: PointsReport<ChatDurationFigures>;
  readonly responseTime: PointsReport<ResponseTimeFigures>;
  readonly firstResponseTime: PointsReport<ResponseTimeFigures>;
  readonly ratings: PointsReport<ChatRatingsFigures>;
  readonly tags: PointsReport<ChatTagsFigures>;
  readonly engagement: PointsReport<ChatEngagementFigures>;
  readonly greetingsConversion: PointsReport<GreetingsConversionFigures>;
  readonly surveys: readonly SurveyResult[];
  /** By agent id, as `comparableKey` gives it. */
  readonly ranking: ReadonlyMap<string, AgentRanking>;
  readonly groups: PointsReport<GroupsFigures>;
  readonly queuedVisitors: PointsReport<QueuedVisitorsFigures>;
  readonly uniqueVisitors: UniqueVisitors;
  readonly tagUsage: readonly TagCount[];
}

/** The reports of the agents section, by the schema's field names. */
export interface AgentReports {
  readonly agentPerformance: {
    readonly summary: AgentPerformanceSummary;
    /** By agent id, as `comparableKey` gives it. */
    readonly rows: ReadonlyMap<string, AgentPerformance>;
  };
  readonly availability: AvailabilityReport;
}
