import { Quota } from '../../../../src/upstream/rate-limit/quota.ts';
import { bulkhead } from '../../../../src/upstream/steps/bulkhead.ts';
import { rateLimit } from '../../../../src/upstream/steps/rate-limit.ts';
import { callOf, operationOf } from '../calling.ts';
import { FakeClock } from '../fake-clock.ts';
import { type Counting, simulatedVendor } from './simulated-vendor.ts';

/** Ten minutes in which far more is asked for than the vendor takes. */
export interface Overload {
  readonly limit: number;
  readonly counting: Counting;
  /** The longest time that half of an answer takes. */
  readonly slowestMilliseconds: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

const MINUTES = 10;
const CALLS_AN_OPERATION = 3;
const OPERATIONS_A_SLOT = 4;

/** What came of it: calls asked for, answered, refused by the vendor, and answered a minute. */
export async function tenMinutesOfOverload({ limit, counting, slowestMilliseconds, random }: Overload) {
  const clock = new FakeClock();
  const vendor = simulatedVendor(clock, limit, counting, () => random() * slowestMilliseconds);
  const quota = new Quota('ROCKET_CHAT', { callsPerMinute: limit, counted: 'by route' }, clock);
  const send = rateLimit(quota)(bulkhead('ROCKET_CHAT')(vendor.send));
  let asked = 0;
  const between = 60_000 / limit / OPERATIONS_A_SLOT;
  for (let passed = 0; passed < MINUTES * 60_000; passed += between) {
    const operation = operationOf(clock);
    for (let index = 0; index < CALLS_AN_OPERATION; index += 1) {
      asked += 1;
      send(callOf(operation, String(asked))).catch(() => undefined);
    }
    await clock.advance(between);
  }
  return { asked, served: vendor.served, refused: vendor.refused, servedAMinute: vendor.served / MINUTES };
}
