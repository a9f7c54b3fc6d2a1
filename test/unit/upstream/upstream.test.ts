import { describe, expect, it } from 'vitest';
import { machineClock } from '../../../src/domain/clock.ts';
import { UpstreamError } from '../../../src/domain/errors.ts';
import type { UpstreamRequest } from '../../../src/upstream/request.ts';
import { errorFromStatus } from '../../../src/upstream/response/error-from-response.ts';
import { type CachedAnswer, createStore, type Store } from '../../../src/upstream/steps/response-cache.ts';
import { createUpstream } from '../../../src/upstream/upstream.ts';
import { failureOf } from '../vendors/asking.ts';
import { startStubVendor } from '../vendors/stub-vendor.ts';
import { operationOf, requestOf } from './calling.ts';
import { FakeClock } from './fake-clock.ts';

interface Options {
  readonly store?: Store;
  readonly token?: string;
}

function upstreamTo(
  baseUrl: string,
  { store = createStore(1_000_000), token = 'secret-token' }: Options = {},
) {
  const clock = new FakeClock();
  const cache = { store, freshMilliseconds: 15_000, staleMilliseconds: 600_000 };
  const options = {
    vendor: 'LIVECHAT',
    baseUrl,
    headers: () => ({ authorization: token }),
    quota: { callsPerMinute: Number.POSITIVE_INFINITY, counted: 'together' },
    errorFromResponse: (answer, route) => errorFromStatus('LIVECHAT', answer, route),
  } as const satisfies Parameters<typeof createUpstream>[0];
  const { open } = createUpstream(options, { clock, cache, random: Math.random });
  return {
    clock,
    ask: (request: UpstreamRequest = requestOf('people')) => open(operationOf(clock)).send(request),
    open,
  };
}

describe('the pipeline', () => {
  it('asks once for what one operation asks again and again, also where memory is off', async () => {
    await using vendor = await startStubVendor(() => ({ body: ['Ana'] }));
    const { open } = upstreamTo(vendor.url);
    const operation = operationOf(machineClock);
    const session = open(operation);
    const ask = () => session.send(requestOf('people'));
    expect([await ask(), ...(await Promise.all([ask(), ask()]))]).toEqual([['Ana'], ['Ana'], ['Ana']]);
    expect(vendor.requests).toHaveLength(1);
    expect(operation.trace.list()).toMatchObject([{ calls: 1, fromMemory: 0, shared: 0 }]);
  });

  it('keeps one credential’s answers from another’s, and no credential beside them', async () => {
    await using vendor = await startStubVendor(({ headers }) => ({ body: [headers.authorization?.length] }));
    const kept = new Map<string, CachedAnswer>();
    const store = {
      get: (key: string) => kept.get(key),
      set: (key: string, entry: CachedAnswer) => kept.set(key, entry),
    };
    await upstreamTo(vendor.url, { store, token: 'secret-token' }).ask();
    await upstreamTo(vendor.url, { store, token: 'other-token' }).ask();
    await upstreamTo(vendor.url, { store, token: 'secret-token' }).ask();
    expect(vendor.requests).toHaveLength(2);
    expect([...kept.values()].map(({ text }) => text)).toEqual(['[12]', '[11]']);
    expect(JSON.stringify([...kept])).not.toMatch(/secret|token/);
  });

  it('takes an answer that its reader does not take for a failure: it stands in for nothing', async () => {
    const answers = [['Ana'], { maintenance: true }, ['Ben']];
    await using vendor = await startStubVendor(() => ({ body: answers.shift() }));
    const { clock, ask } = upstreamTo(vendor.url);
    const people = {
      ...requestOf('people'),
      read(body: unknown) {
        if (Array.isArray(body)) return body;
        throw new UpstreamError('LIVECHAT', 'UPSTREAM_INVALID_RESPONSE', 'the answer is not an array.');
      },
    };
    expect(await ask(people)).toEqual(['Ana']);
    await clock.advance(15_000);
    expect(await ask(people)).toEqual(['Ana']);
    expect(await ask(people)).toEqual(['Ben']);
  });

  it('enters the wait and the time of a call in the trace of its operation', async () => {
    await using vendor = await startStubVendor(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return { body: [] };
    });
    const { open } = createUpstream({
      vendor: 'LIVECHAT',
      baseUrl: vendor.url,
      headers: () => ({}),
      quota: { callsPerMinute: Number.POSITIVE_INFINITY, counted: 'together' },
      errorFromResponse: () => null,
    });
    const operation = operationOf(machineClock);
    const names = Array.from({ length: 16 }, (_, index) => String(index));
    await Promise.all(names.map((name) => open(operation).send(requestOf(name))));
    const [cost] = operation.trace.list();
    expect(cost).toMatchObject({ vendor: 'LIVECHAT', route: 'people', calls: 16, retried: 0 });
    // Eight at once: the other eight wait for them.
    expect(cost?.waitedMilliseconds).toBeGreaterThan(8 * 40);
    expect(cost?.tookMilliseconds).toBeGreaterThan(16 * 40);
  });

  it('tries again what failed for a moment, also right after the start', async () => {
    let asked = 0;
    await using vendor = await startStubVendor(() => {
      asked += 1;
      return asked === 1 ? { status: 500, body: {} } : { body: [] };
    });
    const { clock, open } = upstreamTo(vendor.url);
    const operation = operationOf(clock);
    const answer = open(operation).send(requestOf('people'));
    await clock.untilDueWithin(200);
    await clock.advance(200);
    expect(await answer).toEqual([]);
    expect(operation.trace.list()).toMatchObject([{ calls: 2, retried: 1 }]);
  });

  it.each([200, 400, 500])(
    'closes the quota for words on a limit in an HTTP %s, for as long as they say',
    async (status) => {
      await using vendor = await startStubVendor(() => ({
        status,
        body: { message: 'Rate limit exceeded.' },
      }));
      const clock = new FakeClock();
      const { open, health } = createUpstream(
        {
          vendor: 'KORE_AI',
          baseUrl: vendor.url,
          headers: () => ({}),
          quota: { callsPerMinute: 60, counted: 'together' },
          errorFromResponse: ({ text }) =>
            text.includes('Rate limit')
              ? new UpstreamError('KORE_AI', 'UPSTREAM_RATE_LIMITED', 'too many calls.', 40)
              : null,
        },
        { clock, cache: null, random: Math.random },
      );
      const ask = () => failureOf(open(operationOf(clock)).send(requestOf('people')));
      expect(await ask()).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: 40 });
      expect(health()).toMatchObject({ quota: [{ remaining: 0 }], breaker: 'CLOSED' });
      await clock.advance(20_000);
      expect(await ask()).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: 21 });
      expect(vendor.requests).toHaveLength(1);
      await clock.advance(20_200);
      await ask();
      expect(vendor.requests).toHaveLength(2);
    },
  );

  it('refuses a credential that has run out once, and asks no second time', async () => {
    await using vendor = await startStubVendor(() => ({ status: 401, body: {} }));
    const { ask } = upstreamTo(vendor.url);
    expect((await failureOf(ask())).code).toBe('UPSTREAM_UNAUTHENTICATED');
    expect(vendor.requests).toHaveLength(1);
  });
});
