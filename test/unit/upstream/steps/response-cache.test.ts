import { describe, expect, it } from 'vitest';
import type { UpstreamCode } from '../../../../src/domain/errors.ts';
import {
  type CachedAnswer,
  createStore,
  responseCache,
} from '../../../../src/upstream/steps/response-cache.ts';
import { answerOf, callOf, ends, faultOf, operationOf, vendorOf } from '../calling.ts';
import { FakeClock } from '../fake-clock.ts';

/** A vendor that numbers its answers, behind a memory; it fails with a code, or hangs, once told to. */
function behindMemory(store = createStore(1_000_000), identity = 'one credential') {
  const clock = new FakeClock();
  const vendor = {
    failure: null as UpstreamCode | 'hang' | null,
    ...{ answers: 0 },
  };
  const end = vendorOf(async ({ signal }) => {
    if (vendor.failure === 'hang') await clock.after(5000, signal);
    else if (vendor.failure !== null) throw faultOf(vendor.failure);
    vendor.answers += 1;
    return answerOf(vendor.answers);
  }, clock);
  const memory = { store, freshMilliseconds: 15_000, staleMilliseconds: 600_000 };
  const send = responseCache('ROCKET_CHAT', memory, async () => identity, clock)(end);
  const ask = async (bypassesCache = false) => {
    const operation = { ...operationOf(clock), bypassesCache };
    const [answer] = await ends([send(callOf(operation))]);
    const { fromMemory = 0, stale = 0 } = operation.trace.list()[0] ?? {};
    return { answer, fromMemory, stale };
  };
  return { clock, vendor, send, ask };
}

describe('an answer', () => {
  it('is given again while it is fresh, and asked for anew after that', async () => {
    const { clock, ask } = behindMemory();
    expect(await ask()).toEqual({ answer: 1, fromMemory: 0, stale: 0 });
    await clock.advance(14_999);
    expect(await ask()).toEqual({ answer: 1, fromMemory: 1, stale: 0 });
    await clock.advance(1);
    expect(await ask()).toEqual({ answer: 2, fromMemory: 0, stale: 0 });
  });

  it('is asked for anew where the operation wants it afresh, and serves the next ones', async () => {
    const { ask } = behindMemory();
    await ask();
    expect(await ask(true)).toEqual({ answer: 2, fromMemory: 0, stale: 0 });
    expect(await ask()).toEqual({ answer: 2, fromMemory: 1, stale: 0 });
  });

  it.each([
    'UPSTREAM_UNAVAILABLE',
    'UPSTREAM_TIMEOUT',
    'UPSTREAM_RATE_LIMITED',
    'UPSTREAM_INVALID_RESPONSE',
  ] as const)('stands in for the vendor that fails with %s, up to its age', async (code) => {
    const { clock, vendor, ask } = behindMemory();
    await ask();
    vendor.failure = code;
    await clock.advance(599_999);
    expect(await ask()).toEqual({ answer: 1, fromMemory: 0, stale: 1 });
    await clock.advance(1);
    expect(await ask()).toEqual({ answer: [code, null], fromMemory: 0, stale: 0 });
  });

  it.each(['UPSTREAM_UNAUTHENTICATED', 'UPSTREAM_FORBIDDEN', 'UPSTREAM_UNSUPPORTED'] as const)(
    'does not hide %s, which holds until somebody changes something',
    async (code) => {
      const { clock, vendor, ask } = behindMemory();
      await ask();
      vendor.failure = code;
      await clock.advance(15_000);
      expect(await ask()).toMatchObject({ answer: [code, null], stale: 0 });
    },
  );

  it('stands in for a vendor that takes too long, whose answer is cached when it comes', async () => {
    const { clock, vendor, send, ask } = behindMemory();
    await ask();
    vendor.failure = 'hang';
    await clock.advance(15_000);
    const operation = operationOf(clock);
    const asked = send(callOf(operation));
    await clock.advance(3000);
    expect(await ends([asked])).toEqual([1]);
    expect(operation.trace.list()).toMatchObject([{ stale: 1 }]);
    await clock.advance(2000);
    expect(await ask()).toMatchObject({ answer: 2, fromMemory: 1 });
  });

  it('is of one credential', async () => {
    const store = createStore(1_000_000);
    await behindMemory(store, 'one credential').ask();
    expect(await behindMemory(store, 'other credential').ask()).toMatchObject({ fromMemory: 0 });
    expect(await behindMemory(store, 'one credential').ask()).toMatchObject({ fromMemory: 1 });
  });

  it('is forgotten where the bytes run out, and one that takes too many of them is not kept', async () => {
    const store = createStore(10_000);
    const keep = (key: string, letters: number) => store.set(key, { text: 'x'.repeat(letters), at: 0 });
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) keep(key, 1000);
    const kept = () => ['a', 'b', 'c', 'd', 'e', 'f', 'huge'].filter((key) => store.get(key) !== undefined);
    expect(kept()).toEqual(['c', 'd', 'e', 'f']);
    keep('huge', 1300);
    expect(kept()).toEqual(['c', 'd', 'e', 'f']);
  });

  it('may be kept by a store that takes its time, such as one that lasts', async () => {
    const kept = new Map<string, CachedAnswer>();
    const { clock, vendor, ask } = behindMemory({
      get: async (key) => kept.get(key),
      set: async (key, entry) => {
        kept.set(key, entry);
      },
    });
    await ask();
    expect([...kept]).toEqual([['one credential everybody', { text: '1', at: clock.now() }]]);
    vendor.failure = 'UPSTREAM_UNAVAILABLE';
    expect(await ask()).toMatchObject({ answer: 1, fromMemory: 1 });
  });
});
