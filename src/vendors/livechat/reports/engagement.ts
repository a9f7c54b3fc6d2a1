import { counter, figures } from './figures.ts';
import { pointsReport } from './points-report.ts';

/** Chats, "Engagement". A part may have `total` alone, as counters that are 0 are left out. */
export const engagement = pointsReport({
  field: 'engagement',
  path: 'chats/engagement',
  record: figures({
    total: counter,
    started_by_customer_from_greeting: counter,
    started_by_customer_without_greeting: counter,
    started_by_agent: counter,
  }),
  toPoint: (record) => ({
    startedByCustomerFromGreeting: record.started_by_customer_from_greeting,
    startedByCustomerWithoutGreeting: record.started_by_customer_without_greeting,
    startedByAgent: record.started_by_agent,
  }),
});
