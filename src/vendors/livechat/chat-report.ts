import type { TimeRange } from '../../domain/time-range.ts';
import type { QueryChatReportArgs, RequireFields } from '../../generated/schema.ts';
import { readRange } from '../../graphql/arguments.ts';
import type { GatewayContext } from '../../graphql/context.ts';
import { checkRanges, rangesIn, readChatFilter } from './filters/index.ts';
import type { ReportRequest } from './reports/report.ts';

/** What a chat report is asked; each report is asked for when selected. */
export interface ChatReportRecord {
  readonly request: ReportRequest;
  /** What the request covers: its own range, or that of the filter that stands for it. */
  readonly covers: TimeRange;
  /** What the caller gave, which makes a cursor's list: the default range moves on while a caller pages. */
  readonly asked: string;
}

/** What a chat report is to be asked, checked before any report of it is. */
export function chatReport(
  args: RequireFields<QueryChatReportArgs, 'distribution'>,
  context: Pick<GatewayContext, 'now' | 'timeZone'>,
): ChatReportRecord {
  const filter = readChatFilter(args.filter ?? {});
  const ranges = rangesIn(filter);
  const fallback = ranges.length === 0 ? lastSevenDays(context.now()) : null;
  const range = args.range == null ? fallback : readRange(args.range, 'range');
  checkRanges(filter, range);
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
