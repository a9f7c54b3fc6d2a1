import { z } from 'zod';
import {
  agentReportChoice,
  checkAgentReportDistribution,
  checkChatFilter,
  checkTagUsageFilter,
  checkUniqueVisitorsFilter,
} from '../../domain/chat-filter-rules.ts';
import type {
  AgentRanking,
  AgentReportRequest,
  ChatReports,
  QueuedVisitorLeft,
} from '../../domain/chat-report.ts';
import { compareText } from '../../domain/text.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type {
  ChatReportResolvers,
  QueryChatReportArgs,
  QueuedVisitorsLeftConnectionResolvers,
  RequireFields,
} from '../../generated/schema.ts';
import { readChatFilter, readRange } from '../arguments.ts';
import { pageOf, readWindow } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import { Cursors } from '../cursor.ts';
import { connectionOverPages, NUMBERED_PLACE } from '../numbered-pages.ts';
import type { ChatReportRecord } from '../records.ts';

/** What a chat report is to be asked, checked before any report of it is. */
export function chatReport(
  args: RequireFields<QueryChatReportArgs, 'distribution'>,
  context: Pick<GatewayContext, 'now' | 'timeZone'>,
): ChatReportRecord {
  const filter = readChatFilter(args.filter ?? {});
  const ofFilter = [filter.greetings?.range, ...(filter.surveys ?? []).map((survey) => survey.range)];
  const ranges = ofFilter.filter((own) => own != null);
  const fallback = ranges.length === 0 ? lastSevenDays(context.now()) : null;
  const range = args.range == null ? fallback : readRange(args.range, 'range');
  checkChatFilter(filter, range);
  const timeZone = args.timeZone ?? context.timeZone;
  return {
    request: { range, timeZone, distribution: args.distribution, filter },
    covers: range ?? spanning(ranges),
    asked: JSON.stringify([args.range, timeZone, filter]),
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

/** Of the ranking: the highest score first, and agents without a score last. */
const RANKING_PLACE = z.tuple([z.number(), z.string()]);

function rankOf({ score }: AgentRanking): number {
  return score === null ? 1 : -score;
}

/** Of the performance report: by the agent's key. */
const AGENT_PLACE = z.tuple([z.string()]);

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

  async ranking(record, args, { sealer, loaders: { liveChat } }) {
    const cursors = new Cursors(sealer, `ranking ${record.asked}`, RANKING_PLACE);
    const window = readWindow(cursors, args);
    const ranking = await liveChat?.report('ranking', undivided(record));
    if (ranking === undefined) return null;
    const rows = [...ranking.values()].sort(
      (a, b) => rankOf(a) - rankOf(b) || compareText(a.agentKey, b.agentKey),
    );
    const page = pageOf(cursors, window, rows, (row) => [rankOf(row), row.agentKey]);
    return { ...page, totalCount: rows.length };
  },

  groups: report('groups'),
  queuedVisitors: report('queuedVisitors'),

  async queuedVisitorsLeft(record, args, { sealer, loaders: { liveChat } }) {
    const cursors = new Cursors(sealer, `queuedVisitorsLeft ${record.asked}`, NUMBERED_PLACE);
    const window = readWindow(cursors, args);
    if (liveChat === undefined) return null;
    let summary = { totalCount: null as number | null, leftWithoutDetails: 0 };
    const connection = await connectionOverPages(cursors, window, {
      vendor: 'LIVECHAT',
      keyOf: ({ chatId }: QueuedVisitorLeft) => chatId,
      async read(index) {
        const page = await liveChat.queuedVisitorsLeft(undivided(record), index);
        summary = { totalCount: page.total, leftWithoutDetails: page.leftWithoutDetails };
        // Whether the total counts those without details, of whom there may be no row, LiveChat does not say.
        return { ...page, least: (page.total ?? 0) - page.leftWithoutDetails };
      },
    });
    return { ...connection, ...summary };
  },

  async uniqueVisitors(record, _, { loaders: { liveChat } }) {
    checkUniqueVisitorsFilter(record.request.filter);
    return (await liveChat?.report('uniqueVisitors', { ...undivided(record), timeZone: 'UTC' })) ?? null;
  },

  async tagUsage(record, _, { loaders: { liveChat } }) {
    checkTagUsageFilter(record.request.filter);
    return (await liveChat?.report('tagUsage', undivided(record))) ?? null;
  },

  async agentPerformance(record, args, { sealer, loaders: { liveChat } }) {
    const request = { ...agentReportRequest(record), distribution: 'DAY' } as const;
    const cursors = new Cursors(sealer, `agentPerformance ${record.asked}`, AGENT_PLACE);
    const window = readWindow(cursors, args);
    const performance = await liveChat?.agentReport('agentPerformance', request);
    if (performance === undefined) return null;
    const rows = [...performance.rows.values()].sort((a, b) => compareText(a.agentKey, b.agentKey));
    const page = pageOf(cursors, window, rows, ({ agentKey }) => [agentKey]);
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
