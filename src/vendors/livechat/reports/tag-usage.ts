import { z } from 'zod';
import { mapOf } from '../../../upstream/response/read.ts';
import { count } from './figures.ts';
import { report } from './report.ts';

/** Tags, "Chat Usage": chats by tag. */
export const tagUsage = report({
  field: 'tagUsage',
  path: 'tags/chat_usage',
  since: '3.5',
  divided: [],
  filters: { takes: { groups: ['values'] }, sentence: 'tagUsage takes only groups by values' },
  answer: z.object({ records: mapOf(count) }),
  toReport: ({ records }) => [...records].map(([tag, chats]) => ({ tag, chats })),
});
