import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotSentError } from '../../../../src/upstream/errors.ts';
import { Quota } from '../../../../src/upstream/rate-limit/quota.ts';
import { rateLimit } from '../../../../src/upstream/steps/rate-limit.ts';
import { answerOf, callOf, ends, faultOf, operationOf, unwatched, vendorOf } from '../calling.ts';
import { FakeClock } from '../fake-clock.ts';
import { tenMinutesOfOverload } from './overload.ts';

/** A vendor behind its quota; what it answers takes a second unless told. */
function behindQuota(
  callsPerMinute: number,
  answer: () => ReturnType<typeof answerOf> = () => answerOf(),
  counted: 'by route' | 'together' = 'by route',
  milliseconds = 1000,
) {
  const clock = new FakeClock();
  const quota = new Quota('ROCKET_CHAT', { callsPerMinute, counted }, clock);
  const vendor = vendorOf(async () => {
    await clock.after(milliseconds);
    return answer();
  }, clock);
  return { clock, quota, vendor, send: unwatched(rateLimit(quota)(vendor)) };
}

describe('a quota', () => {
  it.each(['from the first call', 'by the clock', 'the last minute'] as const)(
    'that a vendor counts %s is kept in ten minutes of overload, and used',
    async (counting) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 20 }),
          fc.integer({ min: 1, max: 2000 }),
          fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
          async (limit, slowestMilliseconds, stream) => {
            const random = () => stream.next().value ?? 0;
            const { refused, servedAMinute } = await tenMinutesOfOverload({
              ...{ limit, counting, slowestMilliseconds, random },
            });
            expect(refused).toBe(0);
            // A slot is used once in a minute and the time of an answer; the last calls are not answered yet.
            expect(servedAMinute).toBeGreaterThan(
              0.85 * limit * (60_000 / (60_100 + 2 * slowestMilliseconds)),
            );
          },
        ),
        { numRuns: 20 },
      );
    },
    60_000,
  );

  it('lets as many calls go out at once as it has, and refuses what would come after the deadline at once', async () => {
    const { clock, vendor, send } = behindQuota(10);
    const calls = Array.from({ length: 12 }, () => send(callOf(operationOf(clock))));
    const refused = await ends(calls.slice(10));
    expect(refused).toEqual([
      ['UPSTREAM_RATE_LIMITED', 61],
      ['UPSTREAM_RATE_LIMITED', 61],
    ]);
    expect(vendor.calls).toHaveLength(10);
    await clock.advance(1000);
    expect(await ends(calls.slice(0, 10))).toEqual(Array(10).fill('answer'));
  });

  it('is honest: who asks again after the time that was named is answered', async () => {
    const { clock, send } = behindQuota(3);
    const first = Array.from({ length: 3 }, () => send(callOf(operationOf(clock))));
    await clock.advance(7000);
    await ends(first);
    const [[, seconds]] = (await ends([send(callOf(operationOf(clock)))])) as [[string, number]];
    expect(seconds).toBe(55);
    await clock.advance(seconds * 1000);
    const again = send(callOf(operationOf(clock)));
    await clock.advance(1000);
    expect(await ends([again])).toEqual(['answer']);
  });

  it('holds a slot until a minute after the answer, not after the sending', async () => {
    const { clock, vendor, send } = behindQuota(1);
    const calls = [send(callOf(operationOf(clock)))];
    await clock.advance(55_000);
    calls.push(send(callOf(operationOf(clock))));
    await clock.advance(5500);
    expect(vendor.calls).toHaveLength(1);
    await clock.advance(700);
    expect(vendor.calls).toHaveLength(2);
    await clock.advance(1000);
    expect(await ends(calls)).toEqual(['answer', 'answer']);
  });

  it('is the same for all endpoints or one for each, as the vendor has it', async () => {
    const perRoute = behindQuota(1);
    const together = behindQuota(1, () => answerOf(), 'together');
    for (const { clock, send } of [perRoute, together]) {
      const operation = operationOf(clock);
      for (const route of ['one', 'other']) void send(callOf(operation, route, route));
      await clock.advance(0);
    }
    expect(perRoute.vendor.calls).toHaveLength(2);
    expect(together.vendor.calls).toHaveLength(1);
    expect(together.quota.status()).toEqual([{ route: null, limit: 1, remaining: 0, resetsAt: null }]);
  });

  it('serves operations in turn, however many calls each has', async () => {
    const { clock, vendor, send } = behindQuota(2);
    const early = [send(callOf(operationOf(clock), 'a')), send(callOf(operationOf(clock), 'b'))];
    await clock.advance(1000);
    await ends(early);
    const [greedy, modest] = [operationOf(clock, 300_000), operationOf(clock, 300_000)];
    const calls = ['g1', 'g2', 'g3', 'g4'].map((name) => send(callOf(greedy, name)));
    calls.push(send(callOf(modest, 'm1')));
    await clock.advance(200_000);
    await ends(calls);
    expect(vendor.calls.map(({ key }) => key)).toEqual(['a', 'b', 'g1', 'm1', 'g2', 'g3', 'g4']);
  });

  it('refuses who is pushed behind the deadline by an operation whose turn it is', async () => {
    const { clock, vendor, send } = behindQuota(1);
    const first = send(callOf(operationOf(clock)));
    await clock.advance(1000);
    await first;
    const greedy = operationOf(clock, 130_000);
    const both = [send(callOf(greedy, 'g1')), send(callOf(greedy, 'g2'))];
    const modest = send(callOf(operationOf(clock, 130_000), 'm1'));
    expect(await ends([both[1] as Promise<unknown>])).toEqual([['UPSTREAM_RATE_LIMITED', 181]]);
    await clock.advance(125_000);
    expect(await ends([both[0] as Promise<unknown>, modest])).toEqual(['answer', 'answer']);
    expect(vendor.calls.map(({ key }) => key)).toEqual(['everybody', 'g1', 'm1']);
  });

  it('sends nothing before the time that a 429 announces, and nothing for a window where it announces none', async () => {
    for (const [seconds, until] of [
      [20, 20_000],
      [null, 60_000],
    ] as const) {
      const { clock, vendor, send } = behindQuota(10, () => {
        throw faultOf('UPSTREAM_RATE_LIMITED', seconds);
      });
      void send(callOf(operationOf(clock)));
      await clock.advance(1000);
      void send(callOf(operationOf(clock, 120_000)));
      await clock.advance(until - 1);
      expect(vendor.calls).toHaveLength(1);
      await clock.advance(200);
      expect(vendor.calls).toHaveLength(2);
    }
  });

  it.each([
    ['a number of calls', 10],
    ['one call', 1],
    ['no limit', Number.POSITIVE_INFINITY],
  ])(
    'of %s a minute: a limit that names no wait has the one that the next refusal names',
    async (_, limit) => {
      const { clock, send } = behindQuota(limit, () => {
        throw faultOf('UPSTREAM_RATE_LIMITED');
      });
      const limited = send(callOf(operationOf(clock)));
      await clock.advance(1000);
      const refused = send(callOf(operationOf(clock)));
      expect(await ends([limited, refused])).toEqual(Array(2).fill(['UPSTREAM_RATE_LIMITED', 61]));
    },
  );

  it('without a limit shows what closes it, and until when', async () => {
    const { clock, quota, send } = behindQuota(Number.POSITIVE_INFINITY, () => {
      throw faultOf('UPSTREAM_RATE_LIMITED', 20);
    });
    const limited = send(callOf(operationOf(clock)));
    expect(quota.status()).toEqual([]);
    await clock.advance(1000);
    await ends([limited]);
    const resetsAt = Temporal.Instant.fromEpochMilliseconds(clock.now() + 20_100);
    expect(quota.status()).toEqual([{ route: 'people', limit: null, remaining: 0, resetsAt }]);
    await clock.advance(20_100);
    expect(quota.status()).toEqual([]);
  });

  it('heeds the vendor that says how little is left, as others spend from it too, and when that ends', async () => {
    const clock = new FakeClock();
    const reset = String(clock.now() + 31_000);
    const headers = { 'x-ratelimit-limit': '8', 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': reset };
    const quota = new Quota('ROCKET_CHAT', { callsPerMinute: 10, counted: 'by route' }, clock);
    const send = rateLimit(quota)(vendorOf(() => answerOf('answer', headers), clock));
    await send(callOf(operationOf(clock)));
    expect(quota.status()).toMatchObject([{ route: 'people', limit: 8, remaining: 1 }]);
    await clock.advance(31_200);
    expect(quota.status()).toMatchObject([{ limit: 8, remaining: 7 }]);
  });

  it('gives back the slot of a call that was never sent', async () => {
    const clock = new FakeClock();
    const quota = new Quota('ROCKET_CHAT', { callsPerMinute: 5, counted: 'by route' }, clock);
    const full = async () => {
      throw new NotSentError('ROCKET_CHAT', 'UPSTREAM_UNAVAILABLE', 'too many calls wait for it already.');
    };
    await ends([rateLimit(quota)(full)(callOf(operationOf(clock)))]);
    expect(quota.status()).toEqual([{ route: 'people', limit: 5, remaining: 5, resetsAt: null }]);
  });

  it.each([
    [100, 1000],
    [1000, 1000],
    [3000, 3000],
  ])(
    'refuses a call at once, with the wait, whose slot comes too late: answers took %i ms, and it needs %i ms',
    async (took, needed) => {
      const { clock, vendor, send } = behindQuota(1, () => answerOf(), 'by route', took);
      const first = send(callOf(operationOf(clock)));
      await clock.advance(took);
      await first;
      // The slot is free a minute and its margin later.
      const [late, inTime] = [operationOf(clock, 60_100 + needed), operationOf(clock, 60_101 + needed)];
      expect(await ends([send(callOf(late))])).toEqual([['UPSTREAM_RATE_LIMITED', 61]]);
      const answered = send(callOf(inTime));
      await clock.advance(60_100 + took);
      expect(await ends([answered])).toEqual(['answer']);
      expect(vendor.calls).toHaveLength(2);
    },
  );

  it('tells that a call waits, and for how long, which is not the vendor’s time', async () => {
    const { clock, send } = behindQuota(1);
    const [first, second] = [operationOf(clock), operationOf(clock, 120_000)];
    void send(callOf(first));
    const call = callOf(second);
    void send(call);
    expect(call.waits.isQueued).toBe(true);
    await clock.advance(61_200);
    expect(call.waits.isQueued).toBe(false);
    expect(second.trace.list()).toMatchObject([{ waitedMilliseconds: 61_100 }]);
  });

  it('is left by who stops waiting', async () => {
    const { clock, vendor, send } = behindQuota(1);
    const open = () => operationOf(clock, 300_000);
    const [first, leaving, staying] = [open(), open(), open()];
    for (const operation of [first, leaving, staying]) void send(callOf(operation));
    leaving.leave();
    await clock.advance(62_500);
    expect(vendor.calls.map(({ operation }) => operation)).toEqual([first, staying]);
  });
});
