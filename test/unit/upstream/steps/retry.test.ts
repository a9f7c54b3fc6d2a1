import { describe, expect, it } from 'vitest';
import { NotSentError } from '../../../../src/upstream/errors.ts';
import { retry } from '../../../../src/upstream/steps/retry.ts';
import { answerOf, callOf, ends, faultOf, operationOf, unwatched, vendorOf } from '../calling.ts';
import { FakeClock } from '../fake-clock.ts';

/** A vendor that answers what the list says, and then for ever. */
function behindRetry(outcomes: readonly (Error | null)[], random = () => 0.5) {
  const clock = new FakeClock();
  const times: number[] = [];
  let next = 0;
  const vendor = vendorOf(() => {
    times.push(clock.now());
    const fault = outcomes[next++] ?? null;
    if (fault !== null) throw fault;
    return answerOf();
  }, clock);
  return { clock, vendor, times, send: unwatched(retry('ROCKET_CHAT', clock, random)(vendor)) };
}

/** As many good calls as pay for so many retries. */
const paying = (retries: number) => Array<null>(retries * 10).fill(null);

async function payFor(retries: number, { clock, send }: ReturnType<typeof behindRetry>) {
  for (let index = 0; index < retries * 10; index += 1) await send(callOf(operationOf(clock)));
}

describe('a retry', () => {
  it.each([
    ['a connection that failed', faultOf('UPSTREAM_UNAVAILABLE'), true],
    ['a limit that says when it ends', faultOf('UPSTREAM_RATE_LIMITED', 2), true],
    ['a limit that does not', faultOf('UPSTREAM_RATE_LIMITED'), false],
    ['a timeout', faultOf('UPSTREAM_TIMEOUT'), false],
    ['a credential that ran out', faultOf('UPSTREAM_UNAUTHENTICATED'), false],
    ['a missing permission', faultOf('UPSTREAM_FORBIDDEN'), false],
    ['an answer that is none', faultOf('UPSTREAM_INVALID_RESPONSE'), false],
  ])('follows on %s: %s', async (_, fault, isRetried) => {
    const vendor = behindRetry([...paying(1), fault]);
    await payFor(1, vendor);
    const operation = operationOf(vendor.clock);
    const asked = vendor.send(callOf(operation));
    await vendor.clock.advance(5000);
    const [end] = await ends([asked]);
    expect(end).toEqual(isRetried ? 'answer' : [fault.code, fault.retryAfterSeconds]);
    expect(operation.trace.list().map(({ retried: count }) => count)).toEqual([isRetried ? 1 : 0]);
  });

  it('is made twice at most, after random waits of which the second may be longer', async () => {
    const failing = Array<Error>(3).fill(faultOf('UPSTREAM_UNAVAILABLE'));
    const vendor = behindRetry([...paying(2), ...failing]);
    await payFor(2, vendor);
    const asked = vendor.send(callOf(operationOf(vendor.clock)));
    await vendor.clock.advance(5000);
    expect(await ends([asked])).toEqual([['UPSTREAM_UNAVAILABLE', null]]);
    const [first = 0, second = 0, third = 0] = vendor.times.slice(20);
    expect([second - first, third - second]).toEqual([100, 200]);
    expect(vendor.times).toHaveLength(23);
  });

  it('comes at any time of its wait, from at once to its end', async () => {
    for (const [part, wait] of [
      [0, 0],
      [0.999, 199.8],
    ] as const) {
      const vendor = behindRetry([...paying(1), faultOf('UPSTREAM_UNAVAILABLE')], () => part);
      await payFor(1, vendor);
      const asked = vendor.send(callOf(operationOf(vendor.clock)));
      await vendor.clock.advance(1000);
      await asked;
      const [first = 0, second = 0] = vendor.times.slice(10);
      expect(second - first).toBeCloseTo(wait);
    }
  });

  it('is never made before the time that the vendor announced, nor past the deadline', async () => {
    const vendor = behindRetry([
      ...paying(2),
      faultOf('UPSTREAM_UNAVAILABLE', 4),
      null,
      faultOf('UPSTREAM_UNAVAILABLE', 11),
    ]);
    await payFor(2, vendor);
    const patient = vendor.send(callOf(operationOf(vendor.clock)));
    await vendor.clock.advance(3999);
    expect(vendor.times).toHaveLength(21);
    await vendor.clock.advance(200);
    expect(await ends([patient])).toEqual(['answer']);
    const hasty = vendor.send(callOf(operationOf(vendor.clock)));
    expect(await ends([hasty])).toEqual([['UPSTREAM_UNAVAILABLE', 11]]);
  });

  it('ends with its caller’s interest', async () => {
    const vendor = behindRetry([...paying(1), faultOf('UPSTREAM_UNAVAILABLE', 5)]);
    await payFor(1, vendor);
    const operation = operationOf(vendor.clock);
    const asked = vendor.send(callOf(operation));
    await vendor.clock.advance(100);
    operation.leave();
    await expect(asked).rejects.toBeDefined();
    await vendor.clock.advance(10_000);
    expect(vendor.times).toHaveLength(11);
  });

  it('does not follow on a refusal from this side of the wire', async () => {
    const clock = new FakeClock();
    let refused = 0;
    const full = async () => {
      refused += 1;
      throw new NotSentError('ROCKET_CHAT', 'UPSTREAM_UNAVAILABLE', 'too many calls wait for it already.');
    };
    const send = retry('ROCKET_CHAT', clock, Math.random)(full);
    for (let asked = 0; asked < 30; asked += 1) await ends([send(callOf(operationOf(clock)))]);
    expect(refused).toBe(30);
  });

  it('follows on the first failure after a start, too, and on one only', async () => {
    const vendor = behindRetry([faultOf('UPSTREAM_UNAVAILABLE'), null, faultOf('UPSTREAM_UNAVAILABLE')]);
    const first = vendor.send(callOf(operationOf(vendor.clock)));
    await vendor.clock.advance(200);
    expect(await ends([first])).toEqual(['answer']);
    const second = vendor.send(callOf(operationOf(vendor.clock)));
    await vendor.clock.advance(200);
    expect(await ends([second])).toEqual([['UPSTREAM_UNAVAILABLE', null]]);
  });

  it('is paid for by the demand: a vendor that fails wholly sees at most 1.1 times of it, and one call', async () => {
    const clock = new FakeClock();
    const vendor = vendorOf(() => {
      throw faultOf('UPSTREAM_UNAVAILABLE');
    }, clock);
    const send = unwatched(retry('ROCKET_CHAT', clock, Math.random)(vendor));
    for (let asked = 1; asked <= 500; asked += 1) {
      void send(callOf(operationOf(clock)));
      await clock.advance(50);
      expect(vendor.calls.length).toBeLessThanOrEqual(1.1 * asked + 1);
    }
    expect(vendor.calls.length).toBeGreaterThan(1.09 * 500 - 3);
  });
});
