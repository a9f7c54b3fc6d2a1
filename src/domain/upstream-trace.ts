import type { Vendor } from './vendor.ts';

/** What one operation has cost at one endpoint of a vendor. */
export interface RouteCost {
  readonly vendor: Vendor;
  readonly route: string;
  /** Calls sent for this operation, retries included. */
  calls: number;
  /** Fresh answers from the response cache. */
  fromMemory: number;
  /** Older answers from the response cache, given because the vendor failed. */
  stale: number;
  /** Answers of calls that another operation had under way. */
  shared: number;
  /** How many of the calls repeat one that failed. */
  retried: number;
  /** Time in which calls waited on this side: for the quota, a place, a trial of the vendor, or a retry. */
  waitedMilliseconds: number;
  /** Time in which the vendor had the calls. */
  tookMilliseconds: number;
}

/** What one operation has cost so far, by endpoint. */
export class UpstreamTrace {
  readonly #costs = new Map<string, RouteCost>();

  /** The entry of one endpoint, to be added to. */
  of(vendor: Vendor, route: string): RouteCost {
    const key = `${vendor} ${route}`;
    const cost = this.#costs.get(key) ?? noCost(vendor, route);
    this.#costs.set(key, cost);
    return cost;
  }

  /** Every endpoint that the operation used, in the order of first use. */
  list(): readonly RouteCost[] {
    return [...this.#costs.values()];
  }
}

function noCost(vendor: Vendor, route: string): RouteCost {
  const counts = { calls: 0, fromMemory: 0, stale: 0, shared: 0, retried: 0 };
  return { vendor, route, ...counts, waitedMilliseconds: 0, tookMilliseconds: 0 };
}
