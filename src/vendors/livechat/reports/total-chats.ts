import { counter, figures } from './figures.ts';
import { pointsReport } from './points-report.ts';

/** Chats, "Total Chats". */
export const totalChats = pointsReport({
  field: 'totalChats',
  path: 'chats/total_chats',
  record: figures({ total: counter, continuous: counter }),
  toPoint: ({ total, continuous }) => ({ chats: total, continuousChats: continuous }),
});
