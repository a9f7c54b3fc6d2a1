import type { Version } from '../versions.ts';
import { availability } from './availability.ts';
import { engagement, groups, ratings, tags, tagUsage, totalChats } from './chat-counts.ts';
import { duration, firstResponseTime, responseTime } from './chat-times.ts';
import { greetingsConversion } from './greetings-conversion.ts';
import { performance } from './performance.ts';
import { queuedVisitors, queuedVisitorsLeft } from './queue.ts';
import { ranking } from './ranking.ts';
import type { AgentContext, ChatContext, ReportAnswer } from './report.ts';
import { forms, surveys } from './surveys.ts';
import { uniqueVisitors } from './visits.ts';

/** One report: its name in the answer, the versions that have it (all where left out) and how it is made. */
export interface Report<Context> {
  readonly name: string;
  readonly versions?: readonly Version[];
  /** Whether the answer comes in pages. */
  readonly paged?: boolean;
  answer(context: Context): ReportAnswer;
}

/** The reports below `reports/chats/`. */
export const CHAT_REPORTS: Readonly<Record<string, Report<ChatContext>>> = {
  duration: { name: 'duration-report', answer: duration },
  tags: { name: 'tags-report', answer: tags },
  total_chats: { name: 'total-chats-report', answer: totalChats },
  ratings: { name: 'ratings-report', answer: ratings },
  ranking: { name: 'ranking-report', answer: ranking },
  engagement: { name: 'engagement-report', answer: engagement },
  greetings_conversion: { name: 'greetings-conversion-report', answer: greetingsConversion },
  surveys: { name: 'surveys-report', versions: ['3.4'], answer: surveys },
  forms: { name: 'form-report', versions: ['3.5', '3.6'], answer: forms },
  response_time: { name: 'response-time-report', answer: responseTime },
  first_response_time: { name: 'first-response-time-report', answer: firstResponseTime },
  groups: { name: 'groups-report', versions: ['3.6'], answer: groups },
  queued_visitors: { name: 'queued-visitors-report', versions: ['3.6'], answer: queuedVisitors },
  queued_visitors_left: {
    ...{ name: 'queued-visitors-left-report', versions: ['3.6'] },
    ...{ paged: true, answer: queuedVisitorsLeft },
  },
};

/** The reports below `reports/customers/`. */
export const CUSTOMER_REPORTS: Readonly<Record<string, Report<ChatContext>>> = {
  unique_visitors: { name: 'visitors-report', versions: ['3.6'], answer: uniqueVisitors },
};

/** The reports below `reports/tags/`. */
export const TAG_REPORTS: Readonly<Record<string, Report<ChatContext>>> = {
  chat_usage: { name: 'tags-chat-usage-report', versions: ['3.5', '3.6'], answer: tagUsage },
};

/** The reports below `reports/agents/`. */
export const AGENT_REPORTS: Readonly<Record<string, Report<AgentContext>>> = {
  availability: { name: 'availability-report', answer: availability },
  performance: { name: 'performance-report', answer: performance },
};
