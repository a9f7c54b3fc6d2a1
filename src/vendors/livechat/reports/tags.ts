import { mapOf } from '../../../upstream/response/read.ts';
import { count } from './figures.ts';
import { pointsReport } from './points-report.ts';

/** Chats, "Tags": chats by tag. */
export const tags = pointsReport({
  field: 'tags',
  path: 'chats/tags',
  record: mapOf(count),
  toPoint: (record) => ({ tags: [...record].map(([tag, chats]) => ({ tag, chats })) }),
});
