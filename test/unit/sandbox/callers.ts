import { createHmac } from 'node:crypto';
import type { Sandbox } from '../../../src/sandbox/index.ts';

/** Wednesday afternoon in UTC: the fixed present of the sandbox's tests. */
export const NOW = Date.parse('2026-03-18T14:20:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of an answer by comparing it
  readonly body: any;
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  body: await response.json(),
});

type Query = Readonly<Record<string, string | number>>;

const withQuery = (path: string, query: Query): string =>
  `${path}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`;

/** Calls Rocket.Chat's imitation with the sandbox's credentials, or with other headers. */
export async function rocketChat(
  { environment }: Sandbox,
  path: string,
  query: Query = {},
  headers: Readonly<Record<string, string>> = {
    'X-User-Id': environment.ROCKETCHAT_USER_ID ?? '',
    'X-Auth-Token': environment.ROCKETCHAT_AUTH_TOKEN ?? '',
  },
): Promise<Answer> {
  const url = `${environment.ROCKETCHAT_URL}/api/v1/${withQuery(path, query)}`;
  return answerOf(await fetch(url, { headers }));
}

export interface KoreAiCall {
  readonly version?: '' | '/v2' | '/v3';
  readonly filter?: unknown;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls Kore.ai's imitation with the sandbox's credentials, or with other headers. */
export async function koreAi({ environment }: Sandbox, call: KoreAiCall): Promise<Answer> {
  const { KORE_AI_URL, KORE_AI_ACCOUNT_ID = '', KORE_AI_STREAM_ID = '' } = environment;
  const { version = '', filter, query = {} } = call;
  const headers = call.headers ?? {
    auth: tokenFor(environment),
    ...(version === '/v2' ? { accountId: KORE_AI_ACCOUNT_ID } : { iId: KORE_AI_STREAM_ID }),
  };
  const path = `/agentassist/api/public/analytics/account/${KORE_AI_ACCOUNT_ID}${version}/agentstatusdetails`;
  const body = JSON.stringify({ filter });
  return answerOf(await fetch(`${KORE_AI_URL}${withQuery(path, query)}`, { method: 'POST', headers, body }));
}

/** A token for the sandbox's client; claims, algorithm and secret can be spoilt. */
export function tokenFor(
  environment: Sandbox['environment'],
  { claims = {}, alg = 'HS256', secret = environment.KORE_AI_CLIENT_SECRET ?? '' } = {},
): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg, typ: 'JWT' })}.${part({ sub: '1', appId: environment.KORE_AI_CLIENT_ID, ...claims })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
