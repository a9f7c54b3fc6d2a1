import { counter, figures, measure } from './figures.ts';
import { pointsReport } from './points-report.ts';

/** Chats, "Response Time". */
export const responseTime = pointsReport({
  field: 'responseTime',
  path: 'chats/response_time',
  record: figures({ count: counter, response_time: measure }),
  toPoint: ({ count, response_time }) => ({ chats: count, averageSeconds: response_time }),
});
