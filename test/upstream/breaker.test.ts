import { describe, expect, it } from 'vitest';
import { Breaker, guarded } from '../../src/upstream/breaker.ts';
import { answerOf, callOf, ends, faultOf, operationOf, unwatched, vendorOf } from './calling.ts';
import { FakeClock } from './fake-clock.ts';

type Outcome = Parameters<typeof faultOf>[0] | 'success';

function behindBreaker() {
  const clock = new FakeClock();
  const breaker = new Breaker(clock);
  const state = { outcome: 'UPSTREAM_UNAVAILABLE' as Outcome };
  const vendor = vendorOf(() => {
    if (state.outcome === 'success') return answerOf();
    throw faultOf(state.outcome);
  }, clock);
  const send = guarded(breaker, 'ROCKET_CHAT', clock)(vendor);
  const ask = async (outcome: Outcome) => {
    state.outcome = outcome;
    return (await ends([send(callOf(operationOf(clock)))]))[0];
  };
  const open = async () => {
    for (let failures = 0; failures < 5; failures += 1) await ask('UPSTREAM_UNAVAILABLE');
  };
  return { clock, breaker, vendor, ask, open };
}

describe('a breaker', () => {
  it('leaves a vendor alone that has failed five times in a row, and says for how long', async () => {
    const { clock, breaker, vendor, ask, open } = behindBreaker();
    await open();
    expect(breaker.state).toBe('OPEN');
    await clock.advance(3000);
    expect(await ask('success')).toEqual(['UPSTREAM_UNAVAILABLE', 7]);
    expect(vendor.calls).toHaveLength(5);
  });

  it('tries the vendor with one call after that time, and closes when it answers', async () => {
    const { clock, breaker, ask, open } = behindBreaker();
    await open();
    await clock.advance(10_000);
    expect(breaker.state).toBe('HALF_OPEN');
    expect(await ask('success')).toBe('answer');
    expect(breaker.state).toBe('CLOSED');
    expect(await ask('success')).toBe('answer');
  });

  it('opens again at once when the trial fails', async () => {
    const { clock, breaker, ask, open } = behindBreaker();
    await open();
    await clock.advance(10_000);
    expect(await ask('UPSTREAM_UNAVAILABLE')).toEqual(['UPSTREAM_UNAVAILABLE', null]);
    expect(breaker.state).toBe('OPEN');
    expect(await ask('success')).toEqual(['UPSTREAM_UNAVAILABLE', 10]);
  });

  it.each([
    'UPSTREAM_RATE_LIMITED',
    'UPSTREAM_UNAUTHENTICATED',
    'UPSTREAM_FORBIDDEN',
    'UPSTREAM_UNSUPPORTED',
    'UPSTREAM_INVALID_RESPONSE',
  ] as const)('never opens for %s, which shows that the vendor is there', async (code) => {
    const { breaker, ask } = behindBreaker();
    for (let asked = 0; asked < 4; asked += 1) await ask('UPSTREAM_UNAVAILABLE');
    for (let asked = 0; asked < 20; asked += 1) await ask(code);
    for (let asked = 0; asked < 4; asked += 1) await ask('UPSTREAM_UNAVAILABLE');
    expect(breaker.state).toBe('CLOSED');
  });

  it('tries with one call only, and learns nothing from one whose caller leaves', async () => {
    const clock = new FakeClock();
    const breaker = new Breaker(clock);
    const fails = vendorOf(() => {
      throw faultOf('UPSTREAM_UNAVAILABLE');
    }, clock);
    const failing = guarded(breaker, 'ROCKET_CHAT', clock)(fails);
    for (let asked = 0; asked < 5; asked += 1) await ends([failing(callOf(operationOf(clock)))]);
    await clock.advance(10_000);
    const hangs = vendorOf(async ({ signal }) => {
      await clock.after(60_000, signal).catch(() => undefined);
      throw faultOf('UPSTREAM_TIMEOUT');
    }, clock);
    const hanging = unwatched(guarded(breaker, 'ROCKET_CHAT', clock)(hangs));
    const leaving = operationOf(clock);
    const trial = hanging(callOf(leaving));
    expect(await ends([hanging(callOf(operationOf(clock)))])).toEqual([['UPSTREAM_UNAVAILABLE', 1]]);
    await clock.advance(2000);
    leaving.leave();
    await ends([trial]);
    expect(breaker.state).toBe('HALF_OPEN');
    const next = hanging(callOf(operationOf(clock)));
    expect(hangs.calls).toHaveLength(2);
    await clock.advance(10_000);
    expect(await ends([next])).toEqual([['UPSTREAM_TIMEOUT', null]]);
    expect(breaker.state).toBe('OPEN');
  });

  it('blames no vendor that had a call only in the last moment before the deadline', async () => {
    const clock = new FakeClock();
    const breaker = new Breaker(clock);
    const hangs = vendorOf(async ({ signal }) => {
      await clock.after(60_000, signal).catch(() => undefined);
      throw faultOf('UPSTREAM_TIMEOUT');
    }, clock);
    const send = unwatched(guarded(breaker, 'ROCKET_CHAT', clock)(hangs));
    for (const [milliseconds, state] of [
      [300, 'CLOSED'],
      [600, 'OPEN'],
    ] as const) {
      const calls = Array.from({ length: 5 }, () => send(callOf(operationOf(clock, milliseconds))));
      await clock.advance(milliseconds);
      await ends(calls);
      expect(breaker.state).toBe(state);
    }
  });
});
