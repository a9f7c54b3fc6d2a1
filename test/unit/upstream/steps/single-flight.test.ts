import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../src/upstream/call.ts';
import { singleFlight } from '../../../../src/upstream/steps/single-flight.ts';
import { answerOf, callOf, ends, faultOf, operationOf, unwatched, vendorOf } from '../calling.ts';
import { FakeClock, settled } from '../fake-clock.ts';

function sharing() {
  const clock = new FakeClock();
  const vendor = vendorOf(async ({ signal }: Call) => {
    await clock.after(5000, signal);
    return answerOf();
  }, clock);
  return { clock, vendor, send: unwatched(singleFlight('ROCKET_CHAT')(vendor)) };
}

describe('calls under way', () => {
  it('are one where they are equal, across operations', async () => {
    const { clock, vendor, send } = sharing();
    const operations = Array.from({ length: 100 }, () => operationOf(clock));
    const calls = operations.map((operation) => send(callOf(operation)));
    calls.push(send(callOf(operationOf(clock), 'something else')));
    await clock.advance(5000);
    expect(await ends(calls)).toEqual(Array(101).fill('answer'));
    expect(vendor.calls).toHaveLength(2);
    const shared = operations.map(({ trace }) => trace.list()[0]?.shared ?? 0);
    expect(shared).toEqual([0, ...Array(99).fill(1)]);
  });

  it('are made anew once they are over, also with a failure', async () => {
    const clock = new FakeClock();
    const vendor = vendorOf(() => {
      throw faultOf('UPSTREAM_UNAVAILABLE');
    }, clock);
    const send = unwatched(singleFlight('ROCKET_CHAT')(vendor));
    await ends([send(callOf(operationOf(clock))), send(callOf(operationOf(clock)))]);
    await ends([send(callOf(operationOf(clock)))]);
    expect(vendor.calls).toHaveLength(2);
  });

  it('go on for the others when one caller leaves, who is told so at once', async () => {
    const { clock, vendor, send } = sharing();
    const [first, second] = [operationOf(clock), operationOf(clock)];
    const [left, stayed] = [send(callOf(first)), send(callOf(second))];
    await clock.advance(1000);
    first.leave();
    expect(await ends([left])).toEqual([['UPSTREAM_TIMEOUT', null]]);
    await clock.advance(4000);
    expect(await ends([stayed])).toEqual(['answer']);
    expect(vendor.calls).toHaveLength(1);
  });

  it('may take as long as the last who waits', async () => {
    const { clock, vendor, send } = sharing();
    const calls = [send(callOf(operationOf(clock, 3000)))];
    await clock.advance(1000);
    calls.push(send(callOf(operationOf(clock, 6000))));
    expect(vendor.calls[0]?.deadline).toBe(clock.now() + 6000);
    await clock.advance(6000);
    expect(await ends(calls)).toEqual([['UPSTREAM_TIMEOUT', null], 'answer']);
  });

  it('are given up when nobody waits any more, and not taken over by who comes later', async () => {
    const { clock, vendor, send } = sharing();
    const operations = [operationOf(clock), operationOf(clock)];
    const left = operations.map((operation) => send(callOf(operation)));
    operations[0]?.leave();
    await settled();
    expect(vendor.calls[0]?.signal.aborted).toBe(false);
    operations[1]?.leave();
    await settled();
    expect(vendor.calls[0]?.signal.aborted).toBe(true);
    const late = send(callOf(operationOf(clock)));
    await clock.advance(5000);
    expect(await ends([...left, late])).toEqual([
      ['UPSTREAM_TIMEOUT', null],
      ['UPSTREAM_TIMEOUT', null],
      'answer',
    ]);
  });

  it('are none for an operation that is over', async () => {
    const { clock, vendor, send } = sharing();
    const operation = operationOf(clock);
    operation.leave();
    expect(await ends([send(callOf(operation))])).toEqual([['UPSTREAM_TIMEOUT', null]]);
    expect(vendor.calls).toEqual([]);
  });
});
