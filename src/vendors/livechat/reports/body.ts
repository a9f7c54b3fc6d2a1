import type { LiveChatVersion } from '../config.ts';
import { writeFilters } from '../filters/index.ts';
import { rangeWriter } from '../range.ts';
import type { Report, ReportRequest } from './report.ts';

/** What a report is asked, as JSON. What has no effect is left out, so that equal questions share one call. */
export function reportBody(
  { divided, zoneless = false, adapt = (same) => same }: Report<unknown>,
  request: ReportRequest,
  version: LiveChatVersion,
): object {
  const { range, timeZone, distribution, filter, page = 0 } = adapt(request);
  const writeRange = rangeWriter(zoneless ? 'UTC' : timeZone);
  return {
    ...(divided.length > 0 && { distribution: distribution.toLowerCase().replace('_', '-') }),
    ...(!zoneless && { timezone: timeZone }),
    // The first page is the one that comes unasked.
    ...(page > 0 && { page: page + 1 }),
    filters: { ...(range && writeRange(range)), ...writeFilters(filter, version, writeRange) },
  };
}
