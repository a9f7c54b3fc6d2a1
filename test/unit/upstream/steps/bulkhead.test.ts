import { describe, expect, it } from 'vitest';
import { CALLS_AT_ONCE } from '../../../../src/domain/map-in-batches.ts';
import { bulkhead } from '../../../../src/upstream/steps/bulkhead.ts';
import { answerOf, callOf, ends, operationOf, unwatched, vendorOf } from '../calling.ts';
import { FakeClock, settled } from '../fake-clock.ts';

function behindBulkhead() {
  const clock = new FakeClock();
  const answers: (() => void)[] = [];
  const vendor = vendorOf(() => new Promise((resolve) => answers.push(() => resolve(answerOf()))), clock);
  return { clock, vendor, answers, send: unwatched(bulkhead('ROCKET_CHAT')(vendor)) };
}

describe('a bulkhead', () => {
  it('lets eight calls at the vendor at once, and the next as soon as one is answered', async () => {
    const { clock, vendor, answers, send } = behindBulkhead();
    const calls = Array.from({ length: 10 }, () => send(callOf(operationOf(clock))));
    await settled();
    expect(vendor.calls).toHaveLength(CALLS_AT_ONCE);
    answers[3]?.();
    await settled();
    expect(vendor.calls).toHaveLength(CALLS_AT_ONCE + 1);
    while (vendor.calls.length < 10 || answers.length > 0) {
      answers.shift()?.();
      await settled();
    }
    expect(await ends(calls)).toEqual(Array(10).fill('answer'));
  });

  it('refuses at once what would wait behind a hundred others', async () => {
    const { clock, send } = behindBulkhead();
    for (let index = 0; index < CALLS_AT_ONCE + 100; index += 1) {
      void send(callOf(operationOf(clock)));
    }
    expect(await ends([send(callOf(operationOf(clock)))])).toEqual([['UPSTREAM_UNAVAILABLE', null]]);
  });

  it('serves operations in turn', async () => {
    const { clock, vendor, answers, send } = behindBulkhead();
    const [greedy, modest] = [operationOf(clock), operationOf(clock)];
    for (let index = 0; index < 20; index += 1) void send(callOf(greedy, `g${index}`));
    void send(callOf(modest, 'm'));
    await settled();
    for (const answer of answers.splice(0, 2)) answer();
    await settled();
    expect(vendor.calls.slice(CALLS_AT_ONCE).map(({ key }) => key)).toEqual(['g8', 'm']);
  });

  it('gives the place of who has left to somebody else', async () => {
    const { clock, vendor, answers, send } = behindBulkhead();
    for (let index = 0; index < CALLS_AT_ONCE; index += 1) void send(callOf(operationOf(clock)));
    const [leaving, staying] = [operationOf(clock), operationOf(clock)];
    void send(callOf(leaving, 'leaving'));
    void send(callOf(staying, 'staying'));
    leaving.leave();
    await settled();
    answers[0]?.();
    await settled();
    expect(vendor.calls.slice(CALLS_AT_ONCE).map(({ key }) => key)).toEqual(['staying']);
  });
});
