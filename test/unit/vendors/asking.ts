import { expect } from 'vitest';
import { CallBudget } from '../../../src/domain/call-budget.ts';
import { machineClock } from '../../../src/domain/clock.ts';
import { UpstreamError } from '../../../src/domain/errors.ts';
import type { Operation } from '../../../src/domain/operation.ts';
import type { AccountSegments } from '../../../src/domain/ports.ts';
import type { StatusSegment } from '../../../src/domain/segment.ts';
import type { TimeRange } from '../../../src/domain/time-range.ts';
import { UpstreamTrace } from '../../../src/domain/upstream-trace.ts';
import { VendorTime } from '../../../src/domain/vendor-time.ts';

/** An operation of its own, which nobody aborts. */
export function operation(): Operation {
  return operationUntil(new AbortController().signal);
}

/** An operation that is over when the signal aborts. No retry is waited for past its deadline. */
export function operationUntil(signal: AbortSignal): Operation {
  const deadline = machineClock.now() + 5000;
  return {
    signal,
    deadline,
    patienceMilliseconds: 5000,
    budget: new CallBudget(),
    trace: new UpstreamTrace(),
    vendorTime: new VendorTime(machineClock),
  };
}

/** A range by its two ends. */
export function rangeOf(from: string, to: string): TimeRange {
  return { from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) };
}

/** The fault with which something that was asked of a vendor ended. */
export async function failureOf(asked: Promise<unknown>): Promise<UpstreamError> {
  const fault = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  return fault instanceof UpstreamError ? fault : expect.fail(`No UpstreamError but ${fault}`);
}

/** The segments of one account in an answer that has them. */
export function segmentsIn(
  answer: ReadonlyMap<string, AccountSegments> | undefined,
  key: string,
): readonly StatusSegment[] {
  const segments = answer?.get(key);
  return segments instanceof UpstreamError || segments === undefined
    ? expect.fail(`No segments of ${key} but ${segments}`)
    : segments;
}
