import { mapOf } from '../../../upstream/response/read.ts';
import { count } from './figures.ts';
import { pointsReport } from './points-report.ts';

/** Chats, "Groups": chats by group id. */
export const groups = pointsReport({
  field: 'groups',
  path: 'chats/groups',
  since: '3.6',
  record: mapOf(count),
  toPoint: (record) => ({ groups: [...record].map(([groupId, chats]) => ({ groupId, chats })) }),
});
