import type { Version } from '../versions.ts';
import { availability } from './availability.ts';
import { engagement, ratings, tags, totalChats } from './chat-counts.ts';
import { duration, firstResponseTime, responseTime } from './chat-times.ts';
import { greetingsConversion } from './greetings-conversion.ts';
import { performance } from './performance.ts';
import { ranking } from './ranking.ts';
import type { AgentContext, ChatContext, ReportAnswer } from './report.ts';
import { forms, surveys } from './surveys.ts';

/** One report: its name in the answer, the versions that have it (all where left out) and how it is made. */
export interface Report<Context> {
  readonly name: string;
  readonly versions?: readonly Version[];
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
};

/** The reports below `reports/agents/`. */
export const AGENT_REPORTS: Readonly<Record<string, Report<AgentContext>>> = {
  availability: { name: 'availability-report', answer: availability },
  performance: { name: 'performance-report', answer: performance },
};
