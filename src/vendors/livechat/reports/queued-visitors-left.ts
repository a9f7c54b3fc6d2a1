import { z } from 'zod';
import { UpstreamError } from '../../../domain/errors.ts';
import type { QueuedVisitorLeft } from '../../../generated/schema.ts';
import { readWindow } from '../../../graphql/connection.ts';
import { connectionOverPages, NUMBERED_PLACE } from '../../../graphql/numbered-pages.ts';
import { mapOf } from '../../../upstream/response/read.ts';
import { count, counter, figures, figuresIfAny, id, instant, text, total, wholeSeconds } from './figures.ts';
import { report } from './report.ts';

const PATH = 'chats/queued_visitors_left';

/** Chats, "Queued Customers Left": visitors by chat id, in pages. */
export const queuedVisitorsLeft = report({
  field: 'queuedVisitorsLeft',
  path: PATH,
  since: '3.6',
  divided: [],
  answer: z.object({
    total,
    summary: z.object({ total_pages: count, left_without_details: counter }),
    records: mapOf(
      figures({
        visitor: figuresIfAny({ id: text, name: text, email: text, ip: text }),
        queue: figuresIfAny({ duration: wholeSeconds, group: id.nullish(), start_date: instant, url: text }),
      }),
    ),
  }),
  /**
   * A page that should hold a visitor and holds none is refused: to go on would be a call for each page that the vendor
   * claims, and to stop a shorter list than there is.
   */
  toReport({ total, summary, records }, { page = 0 }) {
    const pages = summary.total_pages;
    if (records.size === 0 && page < pages && pages > 1) {
      const sentence = `page ${page + 1} of ${pages} of reports/${PATH} came without visitors.`;
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
  },
  async list({ cursors: cursorsOf, ask }, args) {
    const cursors = cursorsOf(NUMBERED_PLACE);
    const window = readWindow(cursors, args);
    if (ask === null) return null;
    let summary = {};
    const connection = await connectionOverPages(cursors, window, {
      vendor: 'LIVECHAT',
      keyOf: ({ chatId }: QueuedVisitorLeft) => chatId,
      async read(index) {
        const page = await ask(index);
        summary = { totalCount: page.total, leftWithoutDetails: page.leftWithoutDetails };
        // LiveChat does not say whether the total counts visitors without details, who may have no row.
        return { ...page, least: (page.total ?? 0) - page.leftWithoutDetails };
      },
    });
    return { ...connection, ...summary };
  },
});
