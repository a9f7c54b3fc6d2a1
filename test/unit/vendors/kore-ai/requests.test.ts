import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { KoreAiConfig, KoreAiVersion } from '../../../../src/vendors/kore-ai/config.ts';
import { operation, rangeOf } from '../asking.ts';
import { ACCOUNT_ID, filtersOf, fixture, JWT, STREAM_ID, stubbedKoreAi } from './kore-ai.ts';

const BASE = `/agentassist/api/public/analytics/account/${ACCOUNT_ID}`;
const EMAILS = ['maja.wrona@deskgraph.test', 'ole.lund@deskgraph.test'];

describe('each version of the endpoint', () => {
  test.each<readonly [KoreAiVersion, string, object]>([
    ['1', `${BASE}/agentstatusdetails`, { iid: STREAM_ID }],
    ['2', `${BASE}/v2/agentstatusdetails`, { accountid: ACCOUNT_ID }],
    ['3', `${BASE}/v3/agentstatusdetails`, { iid: STREAM_ID }],
  ])('%s has its path and its header, and is given agents as a list', async (version, path, headers) => {
    await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }), { apiVersion: version });
    expect(kore.port).toMatchObject({ vendor: 'KORE_AI', apiVersion: version });
    await kore.port.open(operation()).directory.lookup?.byEmail(EMAILS);
    expect(kore.stub.requests).toMatchObject([
      { method: 'POST', path, headers: { ...headers, auth: JWT, 'content-type': 'application/json' } },
    ]);
    const sent = Object.keys(kore.stub.requests[0]?.headers ?? {});
    expect(sent.filter((name) => ['iid', 'accountid', 'authorization'].includes(name))).toEqual(
      Object.keys(headers),
    );
    expect(Object.fromEntries(kore.stub.requests[0]?.query ?? [])).toEqual({ limit: '50', offset: '0' });
    expect(filtersOf(kore)).toMatchObject([{ agents: EMAILS }]);
  });

  test('2 does without a stream', async () => {
    await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }), {
      apiVersion: '2',
      streamId: null,
    });
    await kore.port.open(operation()).directory.page(0);
    expect(kore.stub.requests[0]?.headers).toMatchObject({ accountid: ACCOUNT_ID });
  });

  test('everybody is meant where no agents are named', async () => {
    await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
    await kore.port.open(operation()).directory.page(0);
    expect(filtersOf(kore)[0]).not.toHaveProperty('agents');
  });

  test('3 tells more of an agent, which is not needed', async () => {
    await using kore = await stubbedKoreAi(() => ({ body: fixture('agents-v3') }), { apiVersion: '3' });
    const range = rangeOf('2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z');
    const accounts = await kore.port.open(operation()).activeAccounts(range);
    expect(accounts).toMatchObject([{ name: 'Maja Wrona', customId: null, openSegment: null }]);
    expect(JSON.stringify(accounts)).not.toContain('192.0.2.10');
  });

  test.each<readonly [string, string, string, readonly [string, string], readonly [string, string]]>([
    [
      'one minute',
      ...(['2026-03-02T08:30:00Z', '2026-03-02T08:31:00Z'] as const),
      ['2026-03-02', '2026-03-02'],
      ['2026-03-02T08:30:00', '2026-03-02T08:31:00'],
    ],
    [
      'a part of a second',
      ...(['2026-03-02T08:30:00.250Z', '2026-03-02T08:30:00.750Z'] as const),
      ['2026-03-02', '2026-03-02'],
      ['2026-03-02T08:30:00', '2026-03-02T08:30:01'],
    ],
    [
      'a day at an offset of 45 minutes',
      ...(['2026-03-02T00:00:00+05:45', '2026-03-03T00:00:00+05:45'] as const),
      ['2026-03-01', '2026-03-02'],
      ['2026-03-01T18:15:00', '2026-03-02T18:15:00'],
    ],
    [
      'a day on which clocks change',
      ...(['2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00'] as const),
      ['2026-03-28', '2026-03-29'],
      ['2026-03-28T23:00:00', '2026-03-29T22:00:00'],
    ],
    [
      "a year's end",
      ...(['2025-12-31T23:30:00Z', '2026-01-01T00:30:00Z'] as const),
      ['2025-12-31', '2026-01-01'],
      ['2025-12-31T23:30:00', '2026-01-01T00:30:00'],
    ],
    [
      'whole days, of which the end is none',
      ...(['2026-03-02T00:00:00Z', '2026-03-04T00:00:00Z'] as const),
      ['2026-03-02', '2026-03-03'],
      ['2026-03-02T00:00:00', '2026-03-04T00:00:00'],
    ],
  ])('%s is asked for in UTC, as days or as seconds', async (_, from, to, days, seconds) => {
    const sent = { '1': days, '2': seconds, '3': days } as const;
    for (const version of ['1', '2', '3'] as const) {
      await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }), { apiVersion: version });
      await kore.port.open(operation()).activeAccounts(rangeOf(from, to));
      const [startDate, endDate] = sent[version];
      expect(filtersOf(kore)).toEqual([{ dateFilter: { startDate, endDate, timeZoneOffSet: 0 } }]);
    }
  });
});

describe('the credential', () => {
  async function authSent(
    credential: KoreAiConfig['credential'],
  ): Promise<(string | string[] | undefined)[]> {
    await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }), { credential });
    await kore.port.open(operation()).directory.page(0);
    await kore.port.open(operation()).directory.page(1);
    return kore.stub.requests.map(({ headers }) => headers.auth);
  }
  const decoded = (part: string | undefined): unknown =>
    JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

  test('a ready JWT is sent as it is', async () => {
    expect(await authSent({ kind: 'jwt', jwt: JWT })).toEqual([JWT, JWT]);
  });

  test("an app's JWT is signed with its secret, by HS256, and names the app", async () => {
    const clientSecret = 'a made-up secret of some length';
    const [auth] = await authSent({ kind: 'client', clientId: 'cs-made-up', clientSecret });
    const [header, payload, signature] = String(auth).split('.');
    expect(decoded(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(decoded(payload)).toEqual({ sub: expect.any(String), appId: 'cs-made-up' });
    const hmac = createHmac('sha256', clientSecret).update(`${header}.${payload}`).digest('base64url');
    expect(signature).toBe(hmac);
  });
});
