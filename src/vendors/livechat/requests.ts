import type { AgentReportRequest, ChatReportRequest, Distribution } from '../../domain/chat-report.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { LiveChatVersion } from './config.ts';
import { choice, numbers, type WireRange, wireFilters } from './filters.ts';

/** What a report is asked, as JSON. */
export interface ReportBody {
  readonly distribution?: string;
  readonly timezone?: string;
  readonly page?: number;
  readonly filters: Readonly<Record<string, unknown>>;
}

const DISTRIBUTIONS: Readonly<Record<Distribution, string>> = {
  HOUR: 'hour',
  DAY: 'day',
  DAY_HOURS: 'day-hours',
  MONTH: 'month',
  YEAR: 'year',
};

/** The request for a chats report that is divided over its range. */
export function chatReportBody(request: ChatReportRequest, version: LiveChatVersion): ReportBody {
  return { distribution: DISTRIBUTIONS[request.distribution], ...undividedChatReportBody(request, version) };
}

/**
 * The request for a chats report on which `distribution` has no effect. It is left out, so that questions which differ in
 * nothing else share one call.
 */
export function undividedChatReportBody(request: ChatReportRequest, version: LiveChatVersion): ReportBody {
  refuseCountriesBefore35(request, version);
  const { range, timeZone, filter } = request;
  const write = rangeWriter(timeZone);
  const own = range === null ? write : null;
  return {
    timezone: timeZone,
    filters: {
      ...(range && write(range)),
      ...wireFilters(filter, version, { greetings: own, surveys: own }),
    },
  };
}

/** The request for the greetings report, which takes its range among the filters of greetings. */
export function greetingsReportBody(request: ChatReportRequest, version: LiveChatVersion): ReportBody {
  const { filter } = request;
  const range = filter.greetings?.range ?? request.range;
  if (range === null) return chatReportBody(request, version);
  const greetings = { ...filter.greetings, range };
  const surveys = filter.surveys?.map(({ range: _, ...survey }) => survey);
  return chatReportBody({ ...request, range: null, filter: { ...filter, greetings, surveys } }, version);
}

/** The request for the report on visitors, which takes a range and nothing else, no zone either. */
export function visitorsReportBody(request: ChatReportRequest, version: LiveChatVersion): ReportBody {
  const { filters } = undividedChatReportBody({ ...request, timeZone: 'UTC' }, version);
  return { filters };
}

/**
 * The request for a page of those who left the queue. From which number LiveChat counts pages is not documented: the
 * first is therefore the one that comes unasked, and the second is taken to be number 2.
 */
export function queuedVisitorsLeftBody(
  request: ChatReportRequest,
  index: number,
  version: LiveChatVersion,
): ReportBody {
  return { ...undividedChatReportBody(request, version), ...(index > 0 && { page: index + 1 }) };
}

/** The request for an agents report that is divided over its range. */
export function agentReportBody(request: AgentReportRequest): ReportBody {
  return { distribution: DISTRIBUTIONS[request.distribution], ...undividedAgentReportBody(request) };
}

/** The request for an agents report on which `distribution` has no effect. */
export function undividedAgentReportBody({
  range,
  timeZone,
  agents,
  groups,
}: AgentReportRequest): ReportBody {
  return {
    timezone: timeZone,
    filters: {
      ...rangeWriter(timeZone)(range),
      ...(agents && { agents: choice(agents) }),
      ...(groups && { groups: { values: numbers(groups) } }),
    },
  };
}

/**
 * Writes a range with the offsets of the zone. LiveChat takes both ends as belonging to the range and resolves
 * microseconds, so the end is the last microsecond before ours; instants between two microseconds count as the later.
 */
function rangeWriter(timeZone: string): (range: TimeRange) => WireRange {
  const written = (instant: Temporal.Instant) => instant.toString({ timeZone, fractionalSecondDigits: 6 });
  return ({ from, to }) => ({
    from: written(microsecond(from)),
    to: written(microsecond(to).subtract({ microseconds: 1 })),
  });
}

function microsecond(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'microsecond', roundingMode: 'ceil' });
}

/** 3.4 does not know the filter and may ignore it, so its answer would be about more chats than asked for. */
function refuseCountriesBefore35({ filter }: ChatReportRequest, version: LiveChatVersion): void {
  if (version !== '3.4' || filter.customerCountries === null || filter.customerCountries === undefined)
    return;
  const sentence = 'the filter customerCountries needs LIVECHAT_API_VERSION 3.5 or later.';
  throw new UpstreamError('LIVECHAT', 'UPSTREAM_UNSUPPORTED', sentence);
}
