import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import type { LiveChatClient } from './client.ts';
import type { LiveChatVersion } from './config.ts';
import { reportBody } from './reports/body.ts';
import type { Report, ReportRequest } from './reports/report.ts';

/** LiveChat as one operation asks it. */
export interface LiveChatSession {
  /** A report. What is asked for twice is asked and read once. */
  report<Result>(report: Report<Result>, request: ReportRequest): Promise<Result>;
}

export function openSession(
  client: Pick<LiveChatClient, 'report'>,
  version: LiveChatVersion,
  operation: Operation,
): LiveChatSession {
  const reports = new Map<string, Promise<unknown>>();

  async function read<Result>(report: Report<Result>, body: object, request: ReportRequest): Promise<Result> {
    return report.toReport(await client.report(report.path, body, report.answer, operation), request);
  }

  return {
    async report<Result>(declared: Report<Result>, request: ReportRequest) {
      const report = inVersion(version, declared);
      const body = reportBody(report, request, version);
      const key = JSON.stringify([report.path, body]);
      // The key names the report, so what is kept under it is of the report's type.
      const answer = (reports.get(key) as Promise<Result> | undefined) ?? read(report, body, request);
      reports.set(key, answer);
      return answer;
    },
  };
}

/** The report as a version has it. One that a version lacks is refused without a call. */
function inVersion<Result>(version: LiveChatVersion, declared: Report<Result>): Report<Result> {
  const { since = version, earlier } = declared;
  if (version >= since) return declared;
  if (earlier !== undefined) return earlier;
  const sentence = `${declared.field} needs LiveChat API ${since}; LIVECHAT_API_VERSION is ${version}.`;
  throw new UpstreamError('LIVECHAT', 'UPSTREAM_UNSUPPORTED', sentence);
}
