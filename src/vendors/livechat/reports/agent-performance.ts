import { z } from 'zod';
import type { AgentPerformance, AgentPerformanceSummary } from '../../../generated/schema.ts';
import { mapOf } from '../../../upstream/response/read.ts';
import { AGENTS_AND_GROUPS } from '../filters/limit.ts';
import { type AgentRow, agentsReport, rowsByAgent } from './agents-report.ts';
import { counter, figures, measure, wholeSeconds } from './figures.ts';

/** One agent's chats and times. */
export type PerformanceRow = AgentRow<AgentPerformance>;

const PATH = 'agents/performance';

const chats = {
  chats_count: counter,
  chats_rated_good: counter,
  chats_rated_bad: counter,
  first_response_chats_count: counter,
  first_response_time: measure,
};
const summary = figures(chats);

/** Agents, "Performance". */
export const agentPerformance = agentsReport({
  field: 'agentPerformance',
  path: PATH,
  filters: AGENTS_AND_GROUPS,
  answer: z.object({
    summary,
    records: mapOf(
      figures({
        ...chats,
        accepting_chats_time: wholeSeconds,
        not_accepting_chats_time: wholeSeconds,
        chatting_time: wholeSeconds,
        logged_in_time: wholeSeconds,
      }),
    ),
  }),
  toReport: (answer) => ({
    summary: toSummary(answer.summary),
    rows: rowsByAgent(answer.records, PATH, (record) => ({
      ...toSummary(record),
      acceptingChatsSeconds: record.accepting_chats_time,
      notAcceptingChatsSeconds: record.not_accepting_chats_time,
      chattingSeconds: record.chatting_time,
      loggedInSeconds: record.logged_in_time,
    })),
  }),
  place: z.tuple([z.string()]),
  placeOf: ({ agentKey }: PerformanceRow) => [agentKey],
});

function toSummary(record: z.output<typeof summary>): AgentPerformanceSummary {
  return {
    chats: record.chats_count,
    ratedGood: record.chats_rated_good,
    ratedBad: record.chats_rated_bad,
    firstResponseChats: record.first_response_chats_count,
    averageFirstResponseSeconds: record.first_response_time,
  };
}
