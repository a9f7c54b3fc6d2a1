import type {
  AgentPerformance,
  AgentPerformanceSummary,
  AgentRanking,
  ChatReportRequest,
  QueuedVisitorLeft,
} from '../domain/chat-report.ts';
import type { UpstreamError } from '../domain/errors.ts';
import type { Person, PersonReference } from '../domain/person.ts';
import type { StatusSegment } from '../domain/segment.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { Connection } from './connection.ts';

/** What a resolver of the type `Agent` is given: a person, or whom a report names, whose rest is asked for on demand. */
export type AgentRecord = Person | PersonReference;

/** Why a vendor is missing from an answer, as callers are told. */
export type VendorProblem = Pick<UpstreamError, 'vendor' | 'code' | 'message' | 'retryAfterSeconds'>;

/** A page of people. */
export interface AgentConnectionRecord extends Connection<Person> {
  readonly unavailable: readonly VendorProblem[];
  /** Asked for only when selected. */
  readonly count: () => Promise<number | null>;
}

/** A page of segments. */
export interface StatusSegmentConnectionRecord extends Connection<StatusSegment> {
  readonly unavailable: readonly VendorProblem[];
}

/** What a chat report is asked; each report is asked for when selected. */
export interface ChatReportRecord {
  readonly request: ChatReportRequest;
  /** What the request covers: its own range, or that of the filter that stands for it. */
  readonly covers: TimeRange;
  /** What the caller gave, which makes a cursor's list: the default range moves on while a caller pages. */
  readonly asked: string;
}

/** A page of the ranking. */
export interface AgentRankingConnectionRecord extends Connection<AgentRanking> {
  readonly totalCount: number;
}

/** A page of the visitors who left the queue. */
export interface QueuedVisitorsLeftConnectionRecord extends Connection<QueuedVisitorLeft> {
  readonly totalCount: number | null;
  readonly leftWithoutDetails: number;
}

/** A page of the performance report. */
export interface AgentPerformanceConnectionRecord extends Connection<AgentPerformance> {
  readonly totalCount: number;
  readonly summary: AgentPerformanceSummary;
}
