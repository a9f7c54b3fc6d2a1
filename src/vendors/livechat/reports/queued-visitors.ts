import type { z } from 'zod';
import { counter, figures, figuresIfAny, measure, wholeSeconds } from './figures.ts';
import { pointsReport } from './points-report.ts';

const queue = figuresIfAny({ count: counter, min: wholeSeconds, max: wholeSeconds, avg: measure });

/** Chats, "Queued Customers". */
export const queuedVisitors = pointsReport({
  field: 'queuedVisitors',
  path: 'chats/queued_visitors',
  since: '3.6',
  record: figures({ queued: queue, left_queue: queue }),
  toPoint: ({ queued, left_queue }) => ({ queued: waits(queued), leftQueue: waits(left_queue) }),
});

function waits({ count, min, max, avg }: z.output<typeof queue>) {
  return { visitors: count, minimumSeconds: min, maximumSeconds: max, averageSeconds: avg };
}
