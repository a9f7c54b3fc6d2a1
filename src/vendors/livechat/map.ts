import { liveChatAccountByKey } from '../../domain/account.ts';
import type {
  AgentPerformance,
  AgentPerformanceSummary,
  AgentRanking,
  AgentReports,
  ChatReports,
} from '../../domain/chat-report.ts';
import type { LiveChatAccount } from './account.ts';
import { rowsByAgent } from './agent-rows.ts';
import type { LiveChatClient } from './client.ts';
import { type Division, pointsReport } from './points.ts';
import type { AgentRecord, PerformanceAnswer } from './wire.ts';

type Answer<Name extends keyof LiveChatClient> = Awaited<ReturnType<LiveChatClient[Name]>>;
type Mapping<Name extends keyof LiveChatClient & keyof ChatReports> = (
  answer: Answer<Name>,
  division: Division,
) => ChatReports[Name];

/** The total chats, by part. */
export const totalChatsReport: Mapping<'totalChats'> = (answer, division) =>
  pointsReport(answer, division, ({ total, continuous }) => ({ chats: total, continuousChats: continuous }));

/** How long chats took, by part. */
export const durationReport: Mapping<'duration'> = (answer, division) =>
  pointsReport(answer, division, (record) => ({
    chats: record.count,
    averageSeconds: record.duration,
    averageAgentsChattingSeconds: record.agents_chatting_duration,
  }));

/** How fast agents responded, by part. */
export const responseTimeReport: Mapping<'responseTime'> = (answer, division) =>
  pointsReport(answer, division, ({ count, response_time }) => ({
    chats: count,
    averageSeconds: response_time,
  }));

/** How fast agents responded first, by part. */
export const firstResponseTimeReport: Mapping<'firstResponseTime'> = (answer, division) =>
  pointsReport(answer, division, (record) => ({
    chats: record.count,
    averageSeconds: record.first_response_time,
  }));

/** How chats were rated, by part. */
export const ratingsReport: Mapping<'ratings'> = (answer, division) =>
  pointsReport(answer, division, ({ chats, good, bad }) => ({ chats, good, bad }));

/** How chats were tagged, by part. */
export const tagsReport: Mapping<'tags'> = (answer, division) =>
  pointsReport(answer, division, (tags) => ({ tags: [...tags].map(([tag, chats]) => ({ tag, chats })) }));

/** Who started chats, by part. */
export const engagementReport: Mapping<'engagement'> = (answer, division) =>
  pointsReport(answer, division, (record) => ({
    startedByCustomerFromGreeting: record.started_by_customer_from_greeting,
    startedByCustomerWithoutGreeting: record.started_by_customer_without_greeting,
    startedByAgent: record.started_by_agent,
  }));

/** What became of greetings, by part. */
export const greetingsConversionReport: Mapping<'greetingsConversion'> = (answer, division) =>
  pointsReport(answer, division, (greetings) => ({
    greetings: [...greetings].map(([greetingId, figures]) => ({ greetingId, ...figures })),
  }));

/** How many chats each group had, by part. */
export const groupsReport: Mapping<'groups'> = (answer, division) =>
  pointsReport(answer, division, (groups) => ({
    groups: [...groups].map(([groupId, chats]) => ({ groupId, chats })),
  }));

/** How often each tag was given. */
export function tagUsage({ records }: Answer<'tagUsage'>): ChatReports['tagUsage'] {
  return [...records].map(([tag, chats]) => ({ tag, chats }));
}

/** Who came to the site. */
export function uniqueVisitors({ summary }: Answer<'uniqueVisitors'>): ChatReports['uniqueVisitors'] {
  return { visitors: summary.unique_visitors, pageViews: summary.page_views };
}

/** How agents were rated. */
export function ranking({ records }: Answer<'ranking'>): ChatReports['ranking'] {
  const rows = [...records].map(([agentKey, figures]): AgentRanking => ({ agentKey, ...figures }));
  return rowsByAgent(rows, 'reports/chats/ranking');
}

/** How agents performed. */
export function agentPerformance({ summary, records }: PerformanceAnswer): AgentReports['agentPerformance'] {
  const rows = [...records].map(
    ([agentKey, record]): AgentPerformance => ({
      agentKey,
      ...performanceSummary(record),
      acceptingChatsSeconds: record.accepting_chats_time,
      notAcceptingChatsSeconds: record.not_accepting_chats_time,
      chattingSeconds: record.chatting_time,
      loggedInSeconds: record.logged_in_time,
    }),
  );
  return { summary: performanceSummary(summary), rows: rowsByAgent(rows, 'reports/agents/performance') };
}

function performanceSummary(record: PerformanceAnswer['summary']): AgentPerformanceSummary {
  return {
    chats: record.chats_count,
    ratedGood: record.chats_rated_good,
    ratedBad: record.chats_rated_bad,
    firstResponseChats: record.first_response_chats_count,
    averageFirstResponseSeconds: record.first_response_time,
  };
}

/** An agent of the list of agents. */
export function listedAccount({ id, name }: AgentRecord): LiveChatAccount {
  return { ...liveChatAccountByKey(id), vendor: 'LIVECHAT', name };
}
