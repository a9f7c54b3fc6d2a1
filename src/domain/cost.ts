import { TooManyCallsError } from './errors.ts';
import type { Vendor } from './vendor.ts';

/** What one operation has cost at one endpoint of a vendor. */
export interface RouteCost {
  readonly vendor: Vendor;
  readonly route: string;
  /** Calls sent for this operation, those that were tried again included. */
  calls: number;
  /** Answers that memory gave and that were still fresh. */
  fromMemory: number;
  /** Older answers that memory gave as the vendor failed. */
  stale: number;
  /** Answers of calls that another operation had under way. */
  shared: number;
  /** Those of the calls that were tried again after a failure. */
  retried: number;
  /** How long the calls waited for their turn before they were sent. */
  waitedMilliseconds: number;
  /** How long the vendor took over them. */
  tookMilliseconds: number;
}

/** A call that an operation waits for. */
interface CallUnderWay {
  /** How often it has gone out to the vendor. */
  readonly sent: number;
  /** Whether it waits for another call to show whether the vendor is back. That time is the vendor's. */
  readonly waitsForTrial: boolean;
}

/** The part of the calls left that one list may take. */
const LIST_SHARE = 3 / 4;

/** What one operation has cost so far, endpoint by endpoint, and how many calls it may need. */
export class CostSheet {
  readonly #maxCalls: number;
  readonly #routes = new Map<string, { readonly cost: RouteCost; needed: number }>();
  readonly #underWay = new Map<Vendor, Set<CallUnderWay>>();

  constructor(maxCalls = Number.POSITIVE_INFINITY) {
    this.#maxCalls = maxCalls;
  }

  /** The entry of one endpoint, to be added to. */
  of(vendor: Vendor, route: string): RouteCost {
    return this.#entry(vendor, route).cost;
  }

  /** Every endpoint that the operation had to do with, in the order in which it came to them. */
  list(): readonly RouteCost[] {
    return [...this.#routes.values()].map(({ cost }) => cost);
  }

  /** Notes that a call is on its way, for as long as the operation waits for it. */
  async during<Answer>(vendor: Vendor, call: CallUnderWay, wait: () => Promise<Answer>): Promise<Answer> {
    const calls = this.#underWay.get(vendor) ?? new Set();
    this.#underWay.set(vendor, calls.add(call));
    try {
      return await wait();
    } finally {
      calls.delete(call);
    }
  }

  /** Whether the operation waits for a call that has not gone out to the vendor yet: for its turn, not for an answer. */
  isInLine(vendor: Vendor): boolean {
    const calls = [...(this.#underWay.get(vendor) ?? [])];
    return calls.some(({ sent, waitsForTrial }) => sent === 0 && !waitsForTrial);
  }

  /** Notes that the operation needs one more call; false where that is more than it may need. */
  need(vendor: Vendor, route: string): boolean {
    this.#entry(vendor, route).needed += 1;
    return this.#needed() <= this.#maxCalls;
  }

  /** How many calls the reading of one whole list may take. The other fields of the operation need the rest. */
  get leftForOneList(): number {
    return Math.ceil(this.left * LIST_SHARE);
  }

  /** How many further calls the operation may need. */
  get left(): number {
    return Math.max(0, this.#maxCalls - this.#needed());
  }

  /** The error of a field for which no call is left. */
  tooManyCalls(): TooManyCallsError {
    return new TooManyCallsError(() => this.#needs());
  }

  #needs(): string {
    const needs = [...this.#routes.values()]
      .filter(({ needed }) => needed > 0)
      .map(({ cost, needed }) => `${needed} of ${cost.vendor} ${cost.route}`);
    return (
      `The operation needs ${this.#needed()} upstream calls or more (${needs.join(', ')}) and may make ${this.#maxCalls} ` +
      '(DESKGRAPH_MAX_CALLS): ask for fewer people, days or reports at once.'
    );
  }

  #needed(): number {
    return [...this.#routes.values()].reduce((sum, { needed }) => sum + needed, 0);
  }

  #entry(vendor: Vendor, route: string) {
    const key = `${vendor} ${route}`;
    const entry = this.#routes.get(key) ?? { cost: noCost(vendor, route), needed: 0 };
    this.#routes.set(key, entry);
    return entry;
  }
}

function noCost(vendor: Vendor, route: string): RouteCost {
  const counts = { calls: 0, fromMemory: 0, stale: 0, shared: 0, retried: 0 };
  return { vendor, route, ...counts, waitedMilliseconds: 0, tookMilliseconds: 0 };
}
