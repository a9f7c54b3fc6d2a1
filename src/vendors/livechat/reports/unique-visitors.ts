import { z } from 'zod';
import { counter, figures } from './figures.ts';
import { report } from './report.ts';

/**
 * Customers, "Unique visitors". LiveChat's own Python SDK uses this path; the request in the page's sample has
 * `stats/unique_visitors`.
 */
export const uniqueVisitors = report({
  field: 'uniqueVisitors',
  path: 'customers/unique_visitors',
  since: '3.6',
  divided: [],
  filters: { takes: {}, sentence: 'uniqueVisitors takes no filter but the range' },
  zoneless: true,
  answer: z.object({ summary: figures({ unique_visitors: counter, page_views: counter }) }),
  toReport: ({ summary }) => ({ visitors: summary.unique_visitors, pageViews: summary.page_views }),
});
