import type { AgentReportRequest, ChatReportRequest } from '../../../src/domain/chat-report.ts';
import type { LiveChatVersion } from '../../../src/vendors/livechat/config.ts';
import type { LiveChatPort } from '../../../src/vendors/livechat/port.ts';
import { operation, RANGE, REQUEST } from './live-chat.ts';

const AGENTS_REQUEST: AgentReportRequest = {
  ...{ range: RANGE, timeZone: 'Europe/Warsaw', distribution: 'DAY' },
  ...{ agents: null, groups: null },
};
/** `RANGE` as it is sent. */
export const TIMES = { from: '2026-03-28T00:00:00.000000+01:00', to: '2026-03-29T23:59:59.999999+02:00' };
/** `REQUEST` as it is sent. */
export const BY_DAY = { distribution: 'day', timezone: 'Europe/Warsaw', filters: TIMES };

/** A part by its label and its two ends. */
export function part(label: string, startsAt: string, endsAt: string) {
  return { label, startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
}
/** The days of the fixtures, in Warsaw. */
export const SATURDAY = part('2026-03-28', '2026-03-27T23:00Z', '2026-03-28T23:00Z');
export const SUNDAY_OF_23_HOURS = part('2026-03-29', '2026-03-28T23:00Z', '2026-03-29T22:00Z');
export const MONDAY = part('2026-03-30', '2026-03-29T22:00Z', '2026-03-30T22:00Z');
export const TUESDAY = part('2026-03-31', '2026-03-30T22:00Z', '2026-03-31T22:00Z');

/** A report that is asked, the request that goes out, and what becomes of the answer. */
export interface ReportCase {
  /** The fixture's name. */
  readonly answer: string;
  readonly path: string;
  readonly ask: (port: LiveChatPort) => Promise<unknown>;
  readonly body: unknown;
  readonly report: unknown;
  readonly version?: LiveChatVersion;
}

/** Asks a chats report. */
export const chats =
  (name: keyof LiveChatPort['reports'], change: Partial<ChatReportRequest> = {}): ReportCase['ask'] =>
  (port) =>
    port.reports[name]({ ...REQUEST, ...change }, operation());
/** Asks an agents report. */
export const agents =
  (name: keyof LiveChatPort['agentReports'], change: Partial<AgentReportRequest> = {}): ReportCase['ask'] =>
  (port) =>
    port.agentReports[name]({ ...AGENTS_REQUEST, ...change }, operation());
