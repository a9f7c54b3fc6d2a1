import { counter, figures, measure } from './figures.ts';
import { pointsReport } from './points-report.ts';

/** Chats, "First Response Time". */
export const firstResponseTime = pointsReport({
  field: 'firstResponseTime',
  path: 'chats/first_response_time',
  record: figures({ count: counter, first_response_time: measure }),
  toPoint: ({ count, first_response_time }) => ({ chats: count, averageSeconds: first_response_time }),
});
