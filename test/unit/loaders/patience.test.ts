import { expect, it } from 'vitest';
import { VendorTime } from '../../../src/domain/vendor-time.ts';
import { Patience } from '../../../src/people/patience.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { failureOf, operation } from '../vendors/asking.ts';

function asking() {
  const clock = new FakeClock();
  const asked = { ...operation(), vendorTime: new VendorTime(clock) };
  return { clock, operation: asked, patience: new Patience('LIVECHAT', asked) };
}

it('is at an end when the vendor has had its share of the deadline, also for every later question', async () => {
  const { clock, operation, patience } = asking();
  const error = failureOf(patience.within(() => new Promise(() => undefined)));
  await clock.advance(operation.patienceMilliseconds);
  expect(await error).toMatchObject({ vendor: 'LIVECHAT', code: 'UPSTREAM_TIMEOUT' });
  expect(await failureOf(patience.within(async () => 'late'))).toBe(await error);
});

it('gives the answer that comes in time, and no timer is left', async () => {
  const { clock, patience } = asking();
  expect(await patience.within(async () => 'people')).toBe('people');
  expect(clock.waiting).toBe(0);
});
