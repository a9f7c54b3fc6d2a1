import { beforeEach, expect, it } from 'vitest';
import { Patience } from '../../src/people/patience.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { failureOf, operation } from '../vendors/asking.ts';

const asking = operation();
let clock: FakeClock;
let patience: Patience;
beforeEach(() => {
  clock = new FakeClock();
  patience = new Patience('LIVECHAT', asking, clock);
});

const never = () => new Promise<never>(() => undefined);

it('is at an end when the vendor has had a call for its part of the deadline', async () => {
  const error = failureOf(patience.within(never));
  await clock.advance(asking.patienceMilliseconds);
  expect(await error).toMatchObject({ vendor: 'LIVECHAT', code: 'UPSTREAM_TIMEOUT' });
});

it('does not wear off while the call stands in our own line for the quota', async () => {
  const call = { sent: 0, waitsForTrial: false };
  const { promise, resolve } = Promise.withResolvers<string>();
  const answer = asking.costs.during('LIVECHAT', call, () => patience.within(() => promise));
  await clock.advance(5 * asking.patienceMilliseconds);
  call.sent = 1;
  await clock.advance(asking.patienceMilliseconds / 2);
  resolve('people');
  expect(await answer).toBe('people');
  expect(asking.costs.isInLine('LIVECHAT')).toBe(false);
});

it('wears off while the call waits for another to show whether the vendor is back', async () => {
  const call = { sent: 0, waitsForTrial: true };
  const error = failureOf(asking.costs.during('LIVECHAT', call, () => patience.within(never)));
  await clock.advance(asking.patienceMilliseconds);
  expect(await error).toMatchObject({ vendor: 'LIVECHAT', code: 'UPSTREAM_TIMEOUT' });
});
