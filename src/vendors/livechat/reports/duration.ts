import { counter, figures, measure } from './figures.ts';
import { pointsReport } from './points-report.ts';

/** Chats, "Duration". */
export const duration = pointsReport({
  field: 'duration',
  path: 'chats/duration',
  record: figures({ count: counter, duration: measure, agents_chatting_duration: measure }),
  toPoint: (record) => ({
    chats: record.count,
    averageSeconds: record.duration,
    averageAgentsChattingSeconds: record.agents_chatting_duration,
  }),
});
