import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withPatience } from '../../src/loaders/people/patience.ts';
import { failureOf, operation } from '../vendors/asking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new Promise<never>(() => undefined);

it('is at an end when the vendor has had a call for its part of the deadline', async () => {
  const asking = operation();
  const error = failureOf(withPatience(never, 'LIVECHAT', asking));
  await vi.advanceTimersByTimeAsync(asking.patienceMilliseconds);
  expect(await error).toMatchObject({ vendor: 'LIVECHAT', code: 'UPSTREAM_TIMEOUT' });
});

it('does not wear off while the call stands in our own line for the quota', async () => {
  const asking = operation();
  const call = { sent: 0, waitsForTrial: false };
  const { promise, resolve } = Promise.withResolvers<string>();
  const answer = asking.costs.during('LIVECHAT', call, () => withPatience(promise, 'LIVECHAT', asking));
  await vi.advanceTimersByTimeAsync(5 * asking.patienceMilliseconds);
  call.sent = 1;
  await vi.advanceTimersByTimeAsync(asking.patienceMilliseconds / 2);
  resolve('people');
  expect(await answer).toBe('people');
  expect(asking.costs.isInLine('LIVECHAT')).toBe(false);
});

it('wears off while the call waits for another to show whether the vendor is back', async () => {
  const asking = operation();
  const call = { sent: 0, waitsForTrial: true };
  const error = failureOf(
    asking.costs.during('LIVECHAT', call, () => withPatience(never, 'LIVECHAT', asking)),
  );
  await vi.advanceTimersByTimeAsync(asking.patienceMilliseconds);
  expect(await error).toMatchObject({ vendor: 'LIVECHAT', code: 'UPSTREAM_TIMEOUT' });
});
