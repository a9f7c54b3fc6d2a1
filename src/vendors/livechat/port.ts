import type {
  AgentReportRequest,
  AgentReports,
  ChatReportRequest,
  ChatReports,
  QueuedVisitorsLeftPage,
} from '../../domain/chat-report.ts';
import type { Operation } from '../../domain/operation.ts';
import type { VendorPort } from '../../domain/ports.ts';

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
