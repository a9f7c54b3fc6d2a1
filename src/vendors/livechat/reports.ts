import type { AgentReportRequest, ChatReportRequest } from '../../domain/chat-report.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { availabilityReport } from './availability.ts';
import type { LiveChatClient } from './client.ts';
import type { LiveChatVersion } from './config.ts';
import * as map from './map.ts';
import type { LiveChatPort } from './port.ts';
import { queuedVisitorsLeftPage, queuedVisitorsReport } from './queue.ts';
import {
  agentReportBody,
  chatReportBody,
  greetingsReportBody,
  queuedVisitorsLeftBody,
  type ReportBody,
  undividedAgentReportBody,
  undividedChatReportBody,
  visitorsReportBody,
} from './requests.ts';
import { formResults, surveyResults } from './surveys.ts';

type Ask<Answer> = (body: ReportBody, operation: Operation) => Promise<Answer>;
type Read<Request, Answer, Report> = (answer: Answer, request: Request) => Report;

/** The reports of the chats section: how each is asked, and how its answer is read. */
export function chatReports(client: LiveChatClient, version: LiveChatVersion): LiveChatPort['reports'] {
  const reportWith =
    (body: typeof chatReportBody) =>
    <Answer, Report>(ask: Ask<Answer>, read: Read<ChatReportRequest, Answer, Report>) =>
    async (request: ChatReportRequest, operation: Operation) =>
      read(await ask(body(request, version), operation), request);
  const divided = reportWith(chatReportBody);
  const undivided = reportWith(undividedChatReportBody);

  return {
    totalChats: divided(client.totalChats, map.totalChatsReport),
    duration: divided(client.duration, map.durationReport),
    responseTime: divided(client.responseTime, map.responseTimeReport),
    firstResponseTime: divided(client.firstResponseTime, map.firstResponseTimeReport),
    ratings: divided(client.ratings, map.ratingsReport),
    tags: divided(client.tags, map.tagsReport),
    engagement: divided(client.engagement, map.engagementReport),
    greetingsConversion: reportWith(greetingsReportBody)(
      client.greetingsConversion,
      map.greetingsConversionReport,
    ),
    surveys:
      version === '3.4' ? undivided(client.surveys, surveyResults) : undivided(client.forms, formResults),
    ranking: undivided(client.ranking, map.ranking),
    groups: from('3.6', 'groups', version, divided(client.groups, map.groupsReport)),
    queuedVisitors: from(
      '3.6',
      'queuedVisitors',
      version,
      divided(client.queuedVisitors, queuedVisitorsReport),
    ),
    uniqueVisitors: from(
      '3.6',
      'uniqueVisitors',
      version,
      reportWith(visitorsReportBody)(client.uniqueVisitors, map.uniqueVisitors),
    ),
    tagUsage: from('3.5', 'tagUsage', version, undivided(client.tagUsage, map.tagUsage)),
  };
}

/** The visitors who left the queue, page by page. */
export function queuedVisitorsLeft(
  client: LiveChatClient,
  version: LiveChatVersion,
): LiveChatPort['queuedVisitorsLeft'] {
  return from('3.6', 'queuedVisitorsLeft', version, async (request, index, operation) =>
    queuedVisitorsLeftPage(
      await client.queuedVisitorsLeft(queuedVisitorsLeftBody(request, index, version), operation),
      index,
    ),
  );
}

/** A report that older versions lack, which is told without asking them. */
function from<Arguments extends readonly unknown[], Report>(
  needed: LiveChatVersion,
  name: string,
  version: LiveChatVersion,
  report: (...args: Arguments) => Promise<Report>,
): (...args: Arguments) => Promise<Report> {
  if (version >= needed) return report;
  return async () => {
    const sentence = `${name} needs LiveChat API ${needed}; LIVECHAT_API_VERSION is ${version}.`;
    throw new UpstreamError('LIVECHAT', 'UPSTREAM_UNSUPPORTED', sentence);
  };
}

/** The reports of the agents section, likewise. */
export function agentReports(client: LiveChatClient): LiveChatPort['agentReports'] {
  const reportWith =
    (body: typeof agentReportBody) =>
    <Answer, Report>(ask: Ask<Answer>, read: Read<AgentReportRequest, Answer, Report>) =>
    async (request: AgentReportRequest, operation: Operation) =>
      read(await ask(body(request), operation), request);

  return {
    agentPerformance: reportWith(undividedAgentReportBody)(client.performance, map.agentPerformance),
    availability: reportWith(agentReportBody)(client.availability, availabilityReport),
  };
}
