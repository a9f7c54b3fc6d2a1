import { readFileSync } from 'node:fs';
import type { VendorPort } from '../../../../src/domain/ports.ts';
import type { KoreAiAccount } from '../../../../src/vendors/kore-ai/account.ts';
import type { KoreAiConfig } from '../../../../src/vendors/kore-ai/config.ts';
import { createKoreAi } from '../../../../src/vendors/kore-ai/index.ts';
import type { KoreAiSession } from '../../../../src/vendors/kore-ai/session.ts';
import { type StubAnswer, type StubRequest, type StubVendor, startStubVendor } from '../stub-vendor.ts';

export { segmentsIn } from '../asking.ts';

/** What the stubs are asked with. */
export const ACCOUNT_ID = 'account-of-the-gateway';
export const STREAM_ID = 'st-stream-of-the-gateway';
export const JWT = 'header.payload-of-the-gateway.signature';
/** The present, wherever and whenever the tests run. */
export const NOW = Temporal.Instant.from('2026-03-02T10:15:30.500Z');

/** Kore.ai's port before a stub that answers by a function. */
export interface StubbedKoreAi extends AsyncDisposable {
  readonly port: VendorPort<KoreAiSession>;
  readonly stub: StubVendor;
}

/** Starts a stub and a port that asks it. */
export async function stubbedKoreAi(
  answer: (request: StubRequest) => StubAnswer | Promise<StubAnswer>,
  config: Partial<KoreAiConfig> = {},
  now: Temporal.Instant = NOW,
): Promise<StubbedKoreAi> {
  const stub = await startStubVendor(answer);
  const credential = { kind: 'jwt', jwt: JWT } as const;
  const defaults = { apiVersion: '1', callsPerMinute: Number.POSITIVE_INFINITY } as const;
  const port = createKoreAi(
    { url: stub.url, accountId: ACCOUNT_ID, streamId: STREAM_ID, credential, ...defaults, ...config },
    () => now,
  );
  return { port, stub, [Symbol.asyncDispose]: stub.close };
}

/** An answer of our own, in the shape of the vendor's. */
export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as unknown;
}

/** What a request filters by. */
export interface SentFilter {
  readonly agents?: readonly string[];
  readonly dateFilter: {
    readonly startDate: string;
    readonly endDate: string;
    readonly timeZoneOffSet: number;
  };
}

/** Each request's filter, in the order of their arrival. */
export function filtersOf({ stub }: StubbedKoreAi): SentFilter[] {
  return stub.requests.map(({ body }) => (body as { filter: SentFilter }).filter);
}

/** Each request's page, in the order of their arrival, as `offset+limit`. */
export function steps({ stub }: StubbedKoreAi): string[] {
  return stub.requests.map(({ query }) => `${query.get('offset')}+${query.get('limit')}`);
}

/** A row of the vendor's list. */
export interface Row {
  readonly userId: string;
  readonly email?: string | null;
  readonly status?: readonly object[];
}

/** An account as an earlier answer listed it. */
export function accountOf(userId: string, ...emails: readonly string[]): KoreAiAccount {
  const unknown = { name: null, firstName: null, lastName: null, customId: null, openSegment: null };
  return { vendor: 'KORE_AI', key: userId, emails, ...unknown };
}

/** `count` agents named `u-000` and on. */
export function agentRows(count: number): (Row & { readonly email: string })[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(3, '0');
    return { userId: `u-${number}`, email: `agent-${number}@deskgraph.test` };
  });
}

/** A server's answer about its agents, or those of them that were asked for. */
export function listed({ query, body }: StubRequest, rows: readonly Row[], most = 50): StubAnswer {
  const { agents: emails } = (body as { filter: SentFilter }).filter;
  const asked = rows.filter(({ email }) => emails === undefined || emails.includes(email ?? ''));
  const offset = Number(query.get('offset'));
  const limit = Math.min(Number(query.get('limit')), most);
  const data = asked.slice(offset, offset + limit);
  return { body: { hasMore: offset + limit < asked.length, limit, offset, data } };
}
