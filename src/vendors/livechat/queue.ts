import type {
  ChatReports,
  QueuedVisitorLeft,
  QueuedVisitorsLeftPage,
  QueueFigures,
} from '../../domain/chat-report.ts';
import { UpstreamError } from '../../domain/errors.ts';
import { type Division, pointsReport } from './points.ts';
import type { QueuedVisitorsAnswer, QueuedVisitorsLeftAnswer, QueueRecord } from './wire.ts';

/** How visitors waited in the queue, by part. */
export function queuedVisitorsReport(
  answer: QueuedVisitorsAnswer,
  division: Division,
): ChatReports['queuedVisitors'] {
  return pointsReport(answer, division, (record) => ({
    queued: queueFigures(record.queued),
    leftQueue: queueFigures(record.left_queue),
  }));
}

function queueFigures({ count, min, max, avg }: QueueRecord): QueueFigures {
  return { visitors: count, minimumSeconds: min, maximumSeconds: max, averageSeconds: avg };
}

/**
 * A page of the visitors who left the queue. A page that should hold somebody and holds nobody is refused: to go on would
 * be a call for each page that the vendor claims, and to stop a shorter list than there is.
 */
export function queuedVisitorsLeftPage(
  { total, summary, records }: QueuedVisitorsLeftAnswer,
  index: number,
): QueuedVisitorsLeftPage {
  const pages = summary.total_pages;
  if (records.size === 0 && index < pages && pages > 1) {
    const sentence = `page ${index + 1} of ${pages} of reports/chats/queued_visitors_left came without visitors.`;
    throw new UpstreamError('LIVECHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
  }
  const nodes = [...records].map(
    ([chatId, { visitor, queue }]): QueuedVisitorLeft => ({
      chatId,
      visitorId: visitor.id,
      name: visitor.name,
      email: visitor.email,
      ipAddress: visitor.ip,
      groupId: queue.group ?? null,
      queuedAt: queue.start_date,
      queueSeconds: queue.duration,
      pageUrl: queue.url,
    }),
  );
  return { nodes, pages, total, leftWithoutDetails: summary.left_without_details };
}
