import { expect, it } from 'vitest';
import { VendorTime } from '../../src/domain/vendor-time.ts';
import { withPatience } from '../../src/loaders/people/patience.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { failureOf, operation } from '../vendors/asking.ts';

function asking() {
  const clock = new FakeClock();
  return { clock, operation: { ...operation(), vendorTime: new VendorTime(clock) } };
}

it('is at an end when the vendor has had its share of the deadline', async () => {
  const { clock, operation } = asking();
  const error = failureOf(withPatience(new Promise(() => undefined), 'LIVECHAT', operation));
  await clock.advance(operation.patienceMilliseconds);
  expect(await error).toMatchObject({ vendor: 'LIVECHAT', code: 'UPSTREAM_TIMEOUT' });
});

it('gives the answer that comes in time, and no timer is left', async () => {
  const { clock, operation } = asking();
  expect(await withPatience(Promise.resolve('people'), 'LIVECHAT', operation)).toBe('people');
  expect(clock.waiting).toBe(0);
});
