import { hashOf } from '../../centre/random.ts';
import { type ChatContext, type ReportAnswer, selectChats } from './report.ts';

const MOST_PAGE_VIEWS = 6;

/** Who came to the site: everybody who saw a greeting, and everybody whose chat began without one. */
export function uniqueVisitors(context: ChatContext): ReportAnswer {
  const { from, to } = context.parameters.range;
  const visits = [
    ...context.centre.greetings(from, to + 1).map(({ at }) => at),
    ...selectChats(context).flatMap(({ greetingId, createdAt }) => (greetingId === null ? createdAt : [])),
  ];
  const pageViews = visits.map((instant) => 1 + (hashOf('page views', instant) % MOST_PAGE_VIEWS));
  return {
    summary: { unique_visitors: visits.length, page_views: pageViews.reduce((sum, views) => sum + views, 0) },
  };
}
