import {
  agentReportChoice,
  checkAgentReportDistribution,
  checkChatFilter,
  checkTagUsageFilter,
  checkUniqueVisitorsFilter,
} from '../../domain/chat-filter-rules.ts';
import type { AgentReportRequest, ChatReports, QueuedVisitorLeft } from '../../domain/chat-report.ts';
import { compareText } from '../../domain/text.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type {
  ChatReportResolvers,
  QueryChatReportArgs,
  QueuedVisitorsLeftConnectionResolvers,
  RequireFields,
} from '../../generated/schema.ts';
import { readRange } from '../arguments.ts';
import { pageOf, readWindow } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import { connectionOverPages } from '../numbered-pages.ts';
import type { ChatReportRecord } from '../records.ts';

/** What a chat report is to be asked, checked before any report of it is. */
export function chatReport(
  args: RequireFields<QueryChatReportArgs, 'distribution'>,
  now: Temporal.Instant,
): ChatReportRecord {
  const filter = args.filter ?? {};
  const ofFilter = [filter.greetings?.range, ...(filter.surveys ?? []).map((survey) => survey.range)];
  const ranges = ofFilter.filter((own) => own != null);
  const fallback = ranges.length === 0 ? lastSevenDays(now) : null;
  const range = args.range == null ? fallback : readRange(args.range, 'range');
  checkChatFilter(filter, range);
  return {
    request: { range, timeZone: args.timeZone ?? null, distribution: args.distribution, filter },
    covers: range ?? spanning(ranges),
    asked: JSON.stringify([args.range, args.timeZone, filter]),
  };
}

function lastSevenDays(now: Temporal.Instant): TimeRange {
  const to = now.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  return { from: to.subtract({ hours: 7 * 24 }), to };
}

function spanning(ranges: readonly TimeRange[]): TimeRange {
  const from = ranges.map((range) => range.from).sort(Temporal.Instant.compare)[0];
  const to = ranges
    .map((range) => range.to)
    .sort(Temporal.Instant.compare)
    .at(-1);
  if (from === undefined || to === undefined) throw new TypeError('No range to span');
  return { from, to };
}

/** A report divided over the range, as it comes. */
function report<Name extends keyof ChatReports>(name: Name) {
  return async ({ request }: ChatReportRecord, _: unknown, { loaders: { liveChat } }: GatewayContext) =>
    (await liveChat?.report(name, request)) ?? null;
}

/** A report on which the distribution has no effect, so that any asks the same. */
function undivided({ request }: ChatReportRecord) {
  return { ...request, distribution: 'DAY' } as const;
}

function agentReportRequest({ request, covers }: ChatReportRecord): AgentReportRequest {
  const { timeZone, distribution, filter } = request;
  return { range: covers, timeZone, distribution, ...agentReportChoice(filter) };
}

export const ChatReport: ChatReportResolvers = {
  vendor: () => 'LIVECHAT',
  from: ({ covers }) => covers.from,
  to: ({ covers }) => covers.to,
  timeZone: ({ request }) => request.timeZone,
  distribution: ({ request }) => request.distribution,
  totalChats: report('totalChats'),
  duration: report('duration'),
  responseTime: report('responseTime'),
  firstResponseTime: report('firstResponseTime'),
  ratings: report('ratings'),
  tags: report('tags'),
  engagement: report('engagement'),
  greetingsConversion: report('greetingsConversion'),
  surveys: async (record, _, { loaders: { liveChat } }) =>
    (await liveChat?.report('surveys', undivided(record))) ?? null,

  async ranking(record, args, { loaders: { liveChat } }) {
    const list = `ranking ${record.asked}`;
    const window = readWindow(list, args);
    const ranking = await liveChat?.report('ranking', undivided(record));
    if (ranking === undefined) return null;
    // The negated score sorts the highest first; who has none comes last.
    const rows = [...ranking.values()].map((row) => ({ row, place: row.score === null ? 1 : -row.score }));
    rows.sort((a, b) => a.place - b.place || compareText(a.row.agentKey, b.row.agentKey));
    const page = pageOf(list, window, rows, ({ place, row }) => [place, row.agentKey]);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: node.row })),
      totalCount: rows.length,
    };
  },

  groups: report('groups'),
  queuedVisitors: report('queuedVisitors'),

  async queuedVisitorsLeft(record, args, { loaders: { liveChat } }) {
    const list = `queuedVisitorsLeft ${record.asked}`;
    const window = readWindow(list, args);
    if (liveChat === undefined) return null;
    let summary = { totalCount: null as number | null, leftWithoutDetails: 0 };
    const connection = await connectionOverPages(list, window, {
      vendor: 'LIVECHAT',
      keyOf: ({ chatId }: QueuedVisitorLeft) => chatId,
      async read(index) {
        const page = await liveChat.queuedVisitorsLeft(undivided(record), index);
        summary = { totalCount: page.total, leftWithoutDetails: page.leftWithoutDetails };
        return page;
      },
    });
    return { ...connection, ...summary };
  },

  async uniqueVisitors(record, _, { loaders: { liveChat } }) {
    checkUniqueVisitorsFilter(record.request.filter);
    return (await liveChat?.report('uniqueVisitors', { ...undivided(record), timeZone: null })) ?? null;
  },

  async tagUsage(record, _, { loaders: { liveChat } }) {
    checkTagUsageFilter(record.request.filter);
    return (await liveChat?.report('tagUsage', undivided(record))) ?? null;
  },

  async agentPerformance(record, args, { loaders: { liveChat } }) {
    const request = { ...agentReportRequest(record), distribution: 'DAY' } as const;
    const list = `agentPerformance ${record.asked}`;
    const window = readWindow(list, args);
    const performance = await liveChat?.agentReport('agentPerformance', request);
    if (performance === undefined) return null;
    const rows = [...performance.rows.values()].sort((a, b) => compareText(a.agentKey, b.agentKey));
    const page = pageOf(list, window, rows, ({ agentKey }) => [agentKey]);
    return { ...page, summary: performance.summary, totalCount: rows.length };
  },

  async availability(record, _, { loaders: { liveChat } }) {
    checkAgentReportDistribution(record.request.distribution, 'availability');
    return (await liveChat?.agentReport('availability', agentReportRequest(record))) ?? null;
  },
};

export const QueuedVisitorsLeftConnection: QueuedVisitorsLeftConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
};
