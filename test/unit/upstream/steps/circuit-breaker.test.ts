import { describe, expect, it } from 'vitest';
import { NoConnectionError, NotSentError } from '../../../../src/upstream/errors.ts';
import { CircuitBreaker, circuitBreaker } from '../../../../src/upstream/steps/circuit-breaker.ts';
import { answerOf, callOf, ends, faultOf, operationOf, unwatched, vendorOf } from '../calling.ts';
import { FakeClock } from '../fake-clock.ts';

type Outcome = Parameters<typeof faultOf>[0] | 'success' | 'no connection' | 'not sent' | 'silence';

/** A vendor behind its breaker; what it does is decided by route, 500s where nothing else is said. */
function behindBreaker() {
  const clock = new FakeClock();
  const breaker = new CircuitBreaker('ROCKET_CHAT', clock);
  const outcomes = new Map<string, Outcome>();
  const vendor = vendorOf(async ({ request, signal }) => {
    const outcome = outcomes.get(request.route) ?? 'UPSTREAM_UNAVAILABLE';
    if (outcome === 'success') return answerOf();
    if (outcome === 'no connection') throw new NoConnectionError('ROCKET_CHAT', 'ECONNREFUSED');
    if (outcome === 'not sent') throw new NotSentError('ROCKET_CHAT', 'UPSTREAM_UNAVAILABLE', 'held back.');
    if (outcome !== 'silence') throw faultOf(outcome);
    await clock.after(60_000, signal);
    return answerOf();
  }, clock);
  const send = unwatched(circuitBreaker(breaker, clock)(vendor));
  /** Asks a route, which does from now on what is said. */
  const ask = async (outcome: Outcome, route = 'people') => {
    outcomes.set(route, outcome);
    return (await ends([send(callOf(operationOf(clock), route, route))]))[0];
  };
  const open = async (route = 'people') => {
    for (let failures = 0; failures < 5; failures += 1) await ask('UPSTREAM_UNAVAILABLE', route);
  };
  return { clock, breaker, vendor, outcomes, send, ask, open };
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

  it('learns nothing from calls that were not sent, neither good nor bad', async () => {
    const { breaker, ask } = behindBreaker();
    for (let asked = 0; asked < 20; asked += 1) await ask('not sent');
    expect(breaker.state).toBe('CLOSED');
    for (let asked = 0; asked < 4; asked += 1) await ask('UPSTREAM_UNAVAILABLE');
    await ask('not sent');
    await ask('UPSTREAM_UNAVAILABLE');
    expect(breaker.state).toBe('OPEN');
  });

  it('blames no vendor that had a call only in the last moment before the deadline', async () => {
    const { clock, breaker, outcomes, send } = behindBreaker();
    outcomes.set('people', 'silence');
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

describe('a breaker of a vendor with several routes', () => {
  it('leaves a broken route alone, and no other one, however long that lasts', async () => {
    const { breaker, vendor, clock, ask } = behindBreaker();
    for (let minute = 0; minute < 10; minute += 1) {
      for (let asked = 0; asked < 10; asked += 1) {
        await ask('UPSTREAM_UNAVAILABLE', 'ratings');
        if (asked % 5 === 0) expect(await ask('success', `healthy-${asked}`)).toBe('answer');
      }
      expect(breaker.state).toBe('CLOSED');
      expect(breaker.brokenRoutes).toEqual([{ route: 'ratings', breaker: 'OPEN' }]);
      await clock.advance(60_000);
    }
    // Five to open it, then one trial a minute.
    expect(vendor.calls.filter(({ request }) => request.route === 'ratings')).toHaveLength(5 + 9);
  });

  it('lets a single failure of a healthy route pass while others are broken', async () => {
    const { breaker, ask, open } = behindBreaker();
    await open('ratings');
    await open('tags');
    await ask('UPSTREAM_UNAVAILABLE', 'people');
    expect(await ask('success', 'people')).toBe('answer');
    expect(breaker.state).toBe('CLOSED');
  });

  it('leaves a vendor alone that fails wholly after five failures, of which routes had two', async () => {
    const { breaker, vendor, ask } = behindBreaker();
    for (const route of ['ratings', 'tags', 'ratings', 'tags']) await ask('UPSTREAM_UNAVAILABLE', route);
    expect(breaker.state).toBe('CLOSED');
    await ask('UPSTREAM_UNAVAILABLE', 'ratings');
    expect(breaker.state).toBe('OPEN');
    for (let asked = 0; asked < 20; asked += 1) {
      for (const route of ['ratings', 'tags', 'people']) await ask('UPSTREAM_UNAVAILABLE', route);
    }
    expect(vendor.calls).toHaveLength(5 + 2);
    expect(breaker.state).toBe('OPEN');
  });

  it('leaves the whole vendor alone after five connections that could not be made, also of one route', async () => {
    const { breaker, vendor, clock, ask } = behindBreaker();
    for (let asked = 0; asked < 5; asked += 1) await ask('no connection', 'ratings');
    expect(breaker.state).toBe('OPEN');
    expect(breaker.brokenRoutes).toEqual([]);
    expect(await ask('success', 'people')).toEqual(['UPSTREAM_UNAVAILABLE', 10]);
    await clock.advance(10_000);
    await ask('no connection', 'people');
    expect(await ask('success', 'tags')).toEqual(['UPSTREAM_UNAVAILABLE', 10]);
    expect(vendor.calls).toHaveLength(6);
    await clock.advance(10_000);
    expect(await ask('UPSTREAM_UNAVAILABLE', 'ratings')).toEqual(['UPSTREAM_UNAVAILABLE', null]);
    expect(await ask('success', 'people')).toBe('answer');
    expect(breaker.state).toBe('CLOSED');
  });

  it('counts missed connections in a row only, and none of them against a route', async () => {
    const { breaker, ask } = behindBreaker();
    for (let round = 0; round < 5; round += 1) {
      for (let asked = 0; asked < 4; asked += 1) await ask('no connection', 'ratings');
      await ask('UPSTREAM_FORBIDDEN', 'ratings');
    }
    expect(breaker.state).toBe('CLOSED');
  });
});

describe('calls that come during a trial', () => {
  /** A half-open breaker whose trial hangs; asks for as many further calls as wanted, each of an operation of its own. */
  async function duringTrial(milliseconds?: number) {
    const behind = behindBreaker();
    const { clock, outcomes, send, open } = behind;
    await open();
    await clock.advance(10_000);
    outcomes.set('people', 'silence');
    const operation = operationOf(clock, milliseconds);
    const trial = send(callOf(operation));
    const askToo = (patience?: number) => {
      const own = operationOf(clock, patience);
      const call = callOf(own);
      return { own, call, end: ends([send(call)]) };
    };
    return { ...behind, operation, trial, askToo };
  }

  it('wait for its outcome and pass when it succeeds', async () => {
    const { clock, breaker, vendor, outcomes, send, open } = behindBreaker();
    await open();
    await clock.advance(10_000);
    const answered = Promise.withResolvers<void>();
    const slow = unwatched(
      circuitBreaker(
        breaker,
        clock,
      )(
        vendorOf(async () => {
          await answered.promise;
          return answerOf();
        }, clock),
      ),
    );
    const trial = slow(callOf(operationOf(clock)));
    outcomes.set('people', 'success');
    const others = [1, 2, 3].map(() => send(callOf(operationOf(clock))));
    await clock.advance(5000);
    expect(vendor.calls).toHaveLength(5);
    answered.resolve();
    expect(await ends([trial, ...others])).toEqual(Array(4).fill('answer'));
    expect(breaker.state).toBe('CLOSED');
  });

  it('are refused together when it fails, with the time after which asking again can succeed', async () => {
    const { clock, breaker, vendor, trial, askToo } = await duringTrial(3000);
    const others = [askToo(), askToo()];
    await clock.advance(3000);
    expect(await ends([trial])).toEqual([['UPSTREAM_TIMEOUT', null]]);
    for (const { end } of others) expect(await end).toEqual([['UPSTREAM_UNAVAILABLE', 10]]);
    expect(vendor.calls).toHaveLength(6);
    expect(breaker.state).toBe('OPEN');
  });

  it('make one of them the trial when its caller leaves, which tells nothing of the vendor', async () => {
    const { clock, breaker, vendor, operation, trial, askToo } = await duringTrial();
    const [next, other] = [askToo(), askToo()];
    await clock.advance(2000);
    // Their time is the vendor's: no queue of deskgraph keeps them.
    expect([next.call.waits.isQueued, other.call.waits.isQueued]).toEqual([false, false]);
    operation.leave();
    await ends([trial]);
    await clock.advance(0);
    expect(breaker.state).toBe('HALF_OPEN');
    expect(vendor.calls.slice(5).map(({ operation }) => operation)).toEqual([operation, next.own]);
    await clock.advance(8000);
    expect(await next.end).toEqual([['UPSTREAM_TIMEOUT', null]]);
    expect(vendor.calls).toHaveLength(7);
  });

  it('leave at their own deadline', async () => {
    const { clock, askToo, vendor, operation, trial } = await duringTrial();
    const hasty = askToo(1000);
    let isOver = false;
    void hasty.end.catch(() => undefined).finally(() => (isOver = true));
    await clock.advance(1000);
    expect(isOver).toBe(true);
    operation.leave();
    await ends([trial]);
    await clock.advance(0);
    expect(vendor.calls).toHaveLength(6);
  });

  it('are a hundred at most: more are refused at once', async () => {
    const { vendor, askToo } = await duringTrial();
    const others = Array.from({ length: 100 }, () => askToo());
    expect(await askToo().end).toEqual([['UPSTREAM_UNAVAILABLE', 1]]);
    expect(others).toHaveLength(100);
    expect(vendor.calls).toHaveLength(6);
  });
});
