import { readFileSync } from 'node:fs';
import type { VendorPort } from '../../../../src/domain/ports.ts';
import type { RocketChatAccount } from '../../../../src/vendors/rocket-chat/account.ts';
import type { RocketChatConfig } from '../../../../src/vendors/rocket-chat/config.ts';
import { createRocketChat } from '../../../../src/vendors/rocket-chat/index.ts';
import type { RocketChatSession } from '../../../../src/vendors/rocket-chat/session.ts';
import { type StubAnswer, type StubRequest, type StubVendor, startStubVendor } from '../stub-vendor.ts';

/** What the stubs are asked with. */
export const USER_ID = 'uid-of-the-gateway';
export const AUTH_TOKEN = 'token-of-the-gateway';

/** The present, as the ports see it. */
export const NOW = Temporal.Instant.from('2026-03-18T14:20:00Z');

/** Rocket.Chat's port before a stub that answers by a function. */
export interface StubbedRocketChat extends AsyncDisposable {
  readonly port: VendorPort<RocketChatSession>;
  readonly stub: StubVendor;
}

/** Starts a stub and a port that asks it. */
export async function stubbedRocketChat(
  answer: (request: StubRequest) => StubAnswer | Promise<StubAnswer>,
  config: Partial<RocketChatConfig> = {},
): Promise<StubbedRocketChat> {
  const stub = await startStubVendor(answer);
  const defaults = { userId: USER_ID, authToken: AUTH_TOKEN, timeZone: 'UTC', reportTimeZone: 'UTC' };
  const callsPerMinute = Number.POSITIVE_INFINITY;
  const port = createRocketChat({ url: stub.url, ...defaults, callsPerMinute, ...config }, () => NOW);
  return { port, stub, [Symbol.asyncDispose]: stub.close };
}

/** An answer of our own, in the shape of the vendor's. */
export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as unknown;
}

/** Each query, in the order of its arrival. */
export function queriesOf({ stub }: StubbedRocketChat): Record<string, string>[] {
  return stub.requests.map(({ query }) => Object.fromEntries(query));
}

/** An account of which the username is known and nothing else. */
export function accountNamed(key: string): RocketChatAccount {
  const nothing = { userId: null, name: null, emails: [], status: null, statusLivechat: null };
  return { vendor: 'ROCKET_CHAT', key, ...nothing, maxSimultaneousChats: null };
}

/** How a server divides a list: by the request's `offset` and `count`, and by what it is set to. */
export interface Listing {
  /** The name of the list: `users` or `agents`. */
  readonly list: string;
  readonly rows: readonly object[];
  /** The most rows that it lists in one call; 100 where left out. */
  readonly limit?: number;
  /** Whether it lists all the rows after the offset. */
  readonly ignoresCount?: boolean;
  /** What it says there are; the truth where left out, nothing where null. */
  readonly total?: number | null;
}

/** A server's answer about some rows of its list. */
export function listed(
  { query }: StubRequest,
  { list, rows, limit = 100, ignoresCount = false, total = rows.length }: Listing,
): StubAnswer {
  const offset = Number(query.get('offset'));
  const count = ignoresCount ? rows.length : Math.min(Number(query.get('count')), limit);
  const page = rows.slice(offset, offset + count);
  return {
    body: { [list]: page, count: page.length, offset, ...(total !== null && { total }), success: true },
  };
}

/** `count` users named `agent-000` and on. */
export function userRows(count: number): { username: string; _id: string; emails: object[] | null }[] {
  return Array.from({ length: count }, (_, index) => {
    const username = `agent-${String(index).padStart(3, '0')}`;
    return {
      _id: `id-${index}`,
      username,
      emails: [{ address: `${username}@deskgraph.test`, verified: true }],
    };
  });
}
