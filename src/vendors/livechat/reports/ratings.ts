import { counter, figures } from './figures.ts';
import { pointsReport } from './points-report.ts';

/** Chats, "Ratings". */
export const ratings = pointsReport({
  field: 'ratings',
  path: 'chats/ratings',
  record: figures({ chats: counter, good: counter, bad: counter }),
  toPoint: ({ chats, good, bad }) => ({ chats, good, bad }),
});
