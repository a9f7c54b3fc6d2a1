import { describe, expect, it } from 'vitest';
import { VendorTime } from '../../../src/domain/vendor-time.ts';
import { FakeClock } from '../upstream/fake-clock.ts';

/** A vendor's share of 3 s, which begins while a call waits that may be queued. */
function shareOf(call: { isQueued: boolean }) {
  const clock = new FakeClock();
  const vendorTime = new VendorTime(clock);
  const over = new AbortController();
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const state = { isSpent: false, rejected: null as unknown };
  void vendorTime.during('LIVECHAT', call, () => answered);
  vendorTime.spent('LIVECHAT', 3000, over.signal).then(
    () => (state.isSpent = true),
    (reason: unknown) => (state.rejected = reason),
  );
  return { clock, state, over, answer };
}

describe('a vendor’s share of an operation’s time', () => {
  it('ends when the vendor has had a call for so long', async () => {
    const { clock, state } = shareOf({ isQueued: false });
    await clock.advance(2999);
    expect(state.isSpent).toBe(false);
    await clock.advance(1);
    expect(state.isSpent).toBe(true);
  });

  it('does not pass while the call waits in a queue of deskgraph', async () => {
    const call = { isQueued: true };
    const { clock, state } = shareOf(call);
    await clock.advance(15_000);
    call.isQueued = false;
    await clock.advance(2700);
    expect(state.isSpent).toBe(false);
    await clock.advance(300);
    expect(state.isSpent).toBe(true);
  });

  it('passes when the operation no longer waits for the queued call', async () => {
    const { clock, state, answer } = shareOf({ isQueued: true });
    answer();
    await clock.advance(3000);
    expect(state.isSpent).toBe(true);
  });

  it('is measured no longer when its signal aborts', async () => {
    const { clock, state, over } = shareOf({ isQueued: true });
    over.abort(new Error('answered'));
    await clock.advance(0);
    expect(state.rejected).toEqual(new Error('answered'));
    expect(clock.waiting).toBe(0);
  });
});
