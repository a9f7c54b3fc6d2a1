import { readFileSync } from 'node:fs';
import type { VendorPort } from '../../../../src/domain/ports.ts';
import type { LiveChatConfig } from '../../../../src/vendors/livechat/config.ts';
import { createLiveChat } from '../../../../src/vendors/livechat/index.ts';
import type { Report, ReportRequest } from '../../../../src/vendors/livechat/reports/report.ts';
import type { LiveChatSession } from '../../../../src/vendors/livechat/session.ts';
import { operation, rangeOf } from '../asking.ts';
import { type StubAnswer, type StubRequest, type StubVendor, startStubVendor } from '../stub-vendor.ts';

/** LiveChat's port before a stub that answers by a function. */
export interface StubbedLiveChat extends AsyncDisposable {
  readonly port: VendorPort<LiveChatSession>;
  readonly stub: StubVendor;
}

/** Starts a stub and a port that asks it. */
export async function stubbedLiveChat(
  answer: (request: StubRequest) => StubAnswer | Promise<StubAnswer>,
  config: Partial<LiveChatConfig> = {},
): Promise<StubbedLiveChat> {
  const stub = await startStubVendor(answer);
  const credential = { kind: 'access token', accessToken: 'dal:sample-token' } as const;
  const defaults = { apiVersion: '3.6', callsPerMinute: Number.POSITIVE_INFINITY } as const;
  const port = createLiveChat({ url: stub.url, credential, ...defaults, ...config });
  return { port, stub, [Symbol.asyncDispose]: stub.close };
}

/** A recorded answer of our own. */
export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as unknown;
}

export { operation, rangeOf };

/** Two days of Warsaw; in the second, clocks change. */
export const RANGE = rangeOf('2026-03-28T00:00:00+01:00', '2026-03-30T00:00:00+02:00');

/** A question about these two days by day, without a filter. */
export const REQUEST: ReportRequest = {
  range: RANGE,
  timeZone: 'Europe/Warsaw',
  distribution: 'DAY',
  filter: {},
};

/** Asks a report in an operation of its own. */
export function ask<Result>(
  port: VendorPort<LiveChatSession>,
  report: Report<Result>,
  change: Partial<ReportRequest> = {},
): Promise<Result> {
  return port.open(operation()).report(report, { ...REQUEST, ...change });
}
