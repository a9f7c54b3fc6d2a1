import type { Account, KeyTraits } from './account.ts';
import type {
  AgentReportRequest,
  AgentReports,
  ChatReportRequest,
  ChatReports,
  QueuedVisitorsLeftPage,
} from './chat-report.ts';
import type { AccountDirectory } from './directory.ts';
import type { UpstreamError } from './errors.ts';
import type { VendorHealth } from './health.ts';
import type { Operation } from './operation.ts';
import type { PresenceSource } from './presence.ts';
import type { StatusSegment } from './segment.ts';
import type { TimeRange } from './time-range.ts';
import type { Vendor } from './vendor.ts';

/** What a vendor's accounts are like, as far as it decides who is one person. */
export interface AccountTraits extends KeyTraits {
  /**
   * The rank of its addresses, and of its keys, among those that a person's id is made of: the lowest decides. A rank is
   * never changed, and a new vendor's is the highest, so that it changes no existing id.
   */
  readonly idRank: number;
  /** The rank of its names among those of a person: the lowest is shown. */
  readonly nameRank: number;
  /** Whether one account can have several addresses, by which accounts of other vendors belong together. */
  readonly addresses: 'one' | 'many';
}

/** What every vendor gives. */
export interface VendorPort {
  readonly vendor: Vendor;
  readonly traits: AccountTraits;
  /** The version of its API that is spoken; null where there is none to choose. */
  readonly apiVersion: string | null;
  readonly directory: AccountDirectory;
  /** How the vendor stands; left out where there is nothing between it and deskgraph that would know. */
  health?(): VendorHealth;
  /** What the vendor has said that its operator should know, each a sentence. Left out where it says such things never. */
  warnings?(): readonly string[];
  readonly segments?: SegmentSource;
  /** Left out where the vendor does not tell what its agents are doing now. */
  readonly presence?: PresenceSource;
  /** Which of its people a vendor has seen active in the range, by key, as accounts that may be known by key only. */
  activeAccounts(range: TimeRange, operation: Operation): Promise<readonly Account[]>;
  /**
   * The account of which no more is known than its key, as of a former agent. Left out where no report names people whom
   * the list does not have.
   */
  accountByKey?(key: string): Account;
}

/** What a vendor says of the segments of one account: all of them, or the error that costs this account alone. */
export type AccountSegments = readonly StatusSegment[] | UpstreamError;

/** A vendor that records what people were doing. */
export interface SegmentSource {
  /**
   * The segments of these accounts of this vendor that overlap the range, ordered, by account key. An account without
   * segments may be absent.
   */
  of(
    accounts: readonly Account[],
    range: TimeRange,
    operation: Operation,
  ): Promise<ReadonlyMap<string, AccountSegments>>;
  /**
   * The same for one account, drawn one by one in the order of `compareSegments` or in its reverse, and asked for no
   * further than they are drawn. Left out where a whole range costs no more than a part of it.
   */
  drawn?(
    account: Account,
    range: TimeRange,
    start: SegmentStart,
    operation: Operation,
  ): AsyncIterable<StatusSegment>;
}

/**
 * Where drawing begins: no later than with the segments that begin at `from`, of which the caller passes over what it has
 * had; null for the range's own end.
 */
export interface SegmentStart {
  readonly direction: 'forwards' | 'backwards';
  readonly from: Temporal.Instant | null;
}

/** What Rocket.Chat adds. */
export interface RocketChatPort extends VendorPort {
  readonly vendor: 'ROCKET_CHAT';
  /** The whole days that each report on a range covers, as their first and last instant. */
  readonly covers: Readonly<Record<'availability' | 'overview', (range: TimeRange) => TimeRange>>;
  /**
   * Seconds available on those days, by username, or the error that costs this user alone. One call for every 100 users.
   */
  availability(range: TimeRange, operation: Operation): Promise<ReadonlyMap<string, number | UpstreamError>>;
  /** One metric on those days, by username; who has no figure is absent. One call. */
  overview(
    metric: OverviewMetric,
    range: TimeRange,
    departmentId: string | null,
    operation: Operation,
  ): Promise<ReadonlyMap<string, number>>;
  /** The agents to whom a VoIP extension can be assigned, as a list of people of its own. */
  availableForExtension(query: ExtensionQuery): AccountDirectory;
}

/** Which agents, of those to whom a VoIP extension can be assigned. */
export interface ExtensionQuery {
  /** The extension whose present owner is listed too. */
  readonly extension: string | null;
  /** Only agents whose username or name contains this. */
  readonly text: string | null;
}

/** The seven metrics of Rocket.Chat's agent overview, by the schema's field names. */
export type OverviewMetric =
  | 'conversationsPercent'
  | 'messages'
  | 'averageChatDurationSeconds'
  | 'averageFirstResponseSeconds'
  | 'bestFirstResponseSeconds'
  | 'averageResponseSeconds'
  | 'averageReactionSeconds';

/** What Kore.ai gives: people and segments, nothing else. */
export interface KoreAiPort extends VendorPort {
  readonly vendor: 'KORE_AI';
  readonly segments: SegmentSource;
}

/** What LiveChat adds: one call for each report. */
export interface LiveChatPort extends VendorPort, AgentReportCalls {
  readonly vendor: 'LIVECHAT';
  readonly reports: {
    readonly [Name in keyof ChatReports]: (
      request: ChatReportRequest,
      operation: Operation,
    ) => Promise<ChatReports[Name]>;
  };
  /** The visitors who left the queue, a page at a time; `index` counts from 0. */
  queuedVisitorsLeft(
    request: ChatReportRequest,
    index: number,
    operation: Operation,
  ): Promise<QueuedVisitorsLeftPage>;
}

interface AgentReportCalls {
  readonly agentReports: {
    readonly [Name in keyof AgentReports]: (
      request: AgentReportRequest,
      operation: Operation,
    ) => Promise<AgentReports[Name]>;
  };
}

/** What a vendor can tell beside who its agents are, in the words of the schema's enum `VendorCapability`. */
export type VendorCapability =
  | 'PRESENCE'
  | 'SEGMENTS'
  | 'AVAILABILITY'
  | 'OVERVIEW'
  | 'EXTENSIONS'
  | 'AGENT_REPORTS'
  | 'CHAT_REPORTS';

/** The vendors that are configured; the others are absent. */
export interface VendorPorts {
  readonly rocketChat?: RocketChatPort;
  readonly koreAi?: KoreAiPort;
  readonly liveChat?: LiveChatPort;
}

/** The vendors of this gateway. */
export interface Vendors extends VendorPorts {
  /** What each vendor can tell, configured or not. */
  readonly capabilities: Readonly<Record<Vendor, readonly VendorCapability[]>>;
}
