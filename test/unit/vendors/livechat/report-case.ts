import type { VendorPort } from '../../../../src/domain/ports.ts';
import type { LiveChatVersion } from '../../../../src/vendors/livechat/config.ts';
import { REPORTS } from '../../../../src/vendors/livechat/reports/index.ts';
import type { ReportField, ReportRequest } from '../../../../src/vendors/livechat/reports/report.ts';
import type { LiveChatSession } from '../../../../src/vendors/livechat/session.ts';
import { ask } from './live-chat.ts';

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
  readonly ask: (port: VendorPort<LiveChatSession>) => Promise<unknown>;
  readonly body: unknown;
  readonly report: unknown;
  readonly version?: LiveChatVersion;
}

/** Asks the report of a field. */
export const asking =
  (field: ReportField, change: Partial<ReportRequest> = {}): ReportCase['ask'] =>
  (port) =>
    ask<unknown>(port, REPORTS[field], change);
