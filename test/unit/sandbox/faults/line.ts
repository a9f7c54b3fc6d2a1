import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import type { Sandbox } from '../../../../src/sandbox/index.ts';
import { tokenFor } from '../callers.ts';

export const VENDORS = ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'] as const;
type Vendor = (typeof VENDORS)[number];

/** What a client of Node's own saw of one call. */
export interface Outcome {
  /** Null where no status line came. */
  readonly status: number | null;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** How the line broke: `read ECONNRESET` by RST, `aborted` by FIN before the end; null where the answer was whole. */
  readonly broke: string | null;
}

/** Opens a call to a vendor, with the sandbox's credentials, on a connection of its own. */
export function open({ environment }: Sandbox, vendor: Vendor): ClientRequest {
  const { method, path, body, headers } = REQUESTS[vendor](environment);
  const call = request(path, { method, headers, agent: false });
  call.end(body);
  return call;
}

/** What becomes of a call. */
export function outcomeOf(call: ClientRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status: number | null = null;
    let headers: IncomingHttpHeaders = {};
    let broke: string | null = null;
    const breaking = (error: Error) => {
      broke ??= error.message;
    };
    const finish = () => resolve({ status, headers, body: Buffer.concat(chunks), broke });
    call.on('error', breaking);
    call.on('response', (response) => {
      status = response.statusCode ?? null;
      headers = response.headers;
      response.on('error', breaking).on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('close', finish);
    });
    // Where there is a response, how it ended is known only after the call has closed.
    call.on('close', () => status === null && finish());
  });
}

/** Calls a vendor and waits for whatever becomes of it. */
export const callOnce = (sandbox: Sandbox, vendor: Vendor): Promise<Outcome> =>
  outcomeOf(open(sandbox, vendor));

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const REQUESTS: Readonly<Record<Vendor, (environment: Sandbox['environment']) => Call>> = {
  ROCKET_CHAT: ({ ROCKETCHAT_URL, ROCKETCHAT_USER_ID = '', ROCKETCHAT_AUTH_TOKEN = '' }) => ({
    method: 'GET',
    path: `${ROCKETCHAT_URL}/api/v1/livechat/users/agent?count=5`,
    headers: { 'X-User-Id': ROCKETCHAT_USER_ID, 'X-Auth-Token': ROCKETCHAT_AUTH_TOKEN },
  }),
  KORE_AI: (environment) => ({
    method: 'POST',
    path: `${environment.KORE_AI_URL}/agentassist/api/public/analytics/account/${environment.KORE_AI_ACCOUNT_ID}/agentstatusdetails`,
    headers: { auth: tokenFor(environment), iId: environment.KORE_AI_STREAM_ID ?? '' },
    body: JSON.stringify({ filter: { dateFilter: { date: '2026-03-18', timeZoneOffSet: 0 } } }),
  }),
  LIVECHAT: ({ LIVECHAT_URL, LIVECHAT_ACCESS_TOKEN }) => ({
    method: 'POST',
    path: `${LIVECHAT_URL}/v3.6/reports/chats/total_chats`,
    headers: { Authorization: `Bearer ${LIVECHAT_ACCESS_TOKEN}`, 'Content-Type': 'application/json' },
    body: '{}',
  }),
};
