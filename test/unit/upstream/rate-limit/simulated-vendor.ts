import type { Clock } from '../../../../src/domain/clock.ts';
import { UpstreamError } from '../../../../src/domain/errors.ts';
import type { Answer, Call, Send } from '../../../../src/upstream/call.ts';
import { answerOf, vendorOf } from '../calling.ts';

const MINUTE = 60_000;

/** How a vendor counts the calls of a minute. */
export type Counting = 'from the first call' | 'by the clock' | 'the last minute';

/** A vendor that counts: each call somewhere between its sending and its answer. */
export interface SimulatedVendor {
  readonly send: Send;
  readonly served: number;
  readonly refused: number;
}

/** A vendor that takes so many calls a minute of each endpoint, and whose answers take a random time. */
export function simulatedVendor(
  clock: Clock,
  limit: number,
  counting: Counting,
  latency: () => number,
): SimulatedVendor {
  const counted: number[] = [];
  let windowFrom = Number.NEGATIVE_INFINITY;
  let served = 0;
  let refused = 0;

  function windowAt(now: number): number {
    if (counting === 'the last minute') return now - MINUTE;
    if (counting === 'by the clock') return Math.floor(now / MINUTE) * MINUTE - 1;
    if (now >= windowFrom + MINUTE) windowFrom = now;
    return windowFrom - 1;
  }

  async function answer({ signal }: Call): Promise<Answer> {
    await clock.after(latency(), signal);
    const now = clock.now();
    const from = windowAt(now);
    const isTooMany = counted.filter((at) => at > from).length >= limit;
    if (isTooMany) refused += 1;
    else counted.push(now);
    if (counted.length > limit) counted.shift();
    await clock.after(latency(), signal);
    if (isTooMany) throw new UpstreamError('ROCKET_CHAT', 'UPSTREAM_RATE_LIMITED', 'too many calls.', null);
    served += 1;
    return answerOf();
  }

  return {
    send: vendorOf(answer, clock),
    get served() {
      return served;
    },
    get refused() {
      return refused;
    },
  };
}
