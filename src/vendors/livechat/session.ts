import { UpstreamError } from '../../domain/errors.ts';
import { once } from '../../domain/once.ts';
import type { VendorSession } from '../../domain/ports.ts';
import type { PresenceSource } from '../../domain/presence.ts';
import { liveChatAccountByKey } from './account.ts';
import type { LiveChatClient } from './client.ts';
import type { LiveChatVersion } from './config.ts';
import { createDirectory } from './directory.ts';
import { createPresence } from './presence.ts';
import { agentPerformance } from './reports/agent-performance.ts';
import { reportBody } from './reports/body.ts';
import type { Report, ReportRequest } from './reports/report.ts';

/** A report. What is asked for twice is asked and read once. */
type ReportReader = <Result>(report: Report<Result>, request: ReportRequest) => Promise<Result>;

/** LiveChat as one operation asks it. */
export interface LiveChatSession extends VendorSession {
  readonly presence: PresenceSource;
  readonly report: ReportReader;
}

export function openSession(client: LiveChatClient, version: LiveChatVersion): LiveChatSession {
  const report = reportReader(client, version);
  return {
    directory: createDirectory(client),
    presence: createPresence(client),
    report,
    async activeAccounts(range) {
      const request = { range, timeZone: 'UTC', distribution: 'DAY', filter: {} } as const;
      const { rows } = await report(agentPerformance, request);
      return [...rows.values()]
        .filter(({ chats, loggedInSeconds }) => chats > 0 || (loggedInSeconds ?? 0) > 0)
        .map(({ agentKey }) => liveChatAccountByKey(agentKey));
    },
  };
}

/** The reports of one operation. */
export function reportReader(client: Pick<LiveChatClient, 'report'>, version: LiveChatVersion): ReportReader {
  const shared = once();

  async function read<Result>(report: Report<Result>, body: object, request: ReportRequest): Promise<Result> {
    return report.toReport(await client.report(report.path, body, report.answer), request);
  }

  return async <Result>(declared: Report<Result>, request: ReportRequest) => {
    const report = inVersion(version, declared);
    const body = reportBody(report, request, version);
    return shared(JSON.stringify([report.path, body]), () => read(report, body, request));
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
