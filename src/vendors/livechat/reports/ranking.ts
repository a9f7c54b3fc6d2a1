import { z } from 'zod';
import type { AgentRanking } from '../../../generated/schema.ts';
import { mapOf } from '../../../upstream/response/read.ts';
import { type AgentRow, agentsReport, rowsByAgent } from './agents-report.ts';
import { counter, figures, share } from './figures.ts';

/** How one agent was rated. */
export type RankingRow = AgentRow<AgentRanking>;

const PATH = 'chats/ranking';

/** Chats, "Ranking". The highest score comes first, and agents without a score last. */
export const ranking = agentsReport({
  field: 'ranking',
  path: PATH,
  answer: z.object({
    records: mapOf(figures({ total: counter, good: counter, bad: counter, score: share })),
  }),
  toReport: ({ records }) => ({ rows: rowsByAgent(records, PATH, (record) => record) }),
  place: z.tuple([z.number(), z.string()]),
  placeOf: ({ score, agentKey }: RankingRow) => [score == null ? 1 : -score, agentKey],
});
