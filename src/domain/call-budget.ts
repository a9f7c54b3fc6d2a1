import { TooManyCallsError } from './errors.ts';
import type { Vendor } from './vendor.ts';

/** The part of the calls left that one list may take. */
const LIST_SHARE = 3 / 4;

/** How many upstream calls one operation may need, and how many it has needed. Calls that were refused count, too. */
export class CallBudget {
  readonly #maxCalls: number;
  /** By vendor and route, as messages name them. */
  readonly #needed = new Map<string, number>();

  constructor(maxCalls = Number.POSITIVE_INFINITY) {
    this.#maxCalls = maxCalls;
  }

  /** Counts one more call; false where that is more than the operation may need. */
  need(vendor: Vendor, route: string): boolean {
    const name = `${vendor} ${route}`;
    this.#needed.set(name, (this.#needed.get(name) ?? 0) + 1);
    return this.#total <= this.#maxCalls;
  }

  /** How many further calls the operation may need. */
  get left(): number {
    return Math.max(0, this.#maxCalls - this.#total);
  }

  /** How many calls the reading of one whole list may take. The other fields of the operation need the rest. */
  get leftForOneList(): number {
    return Math.ceil(this.left * LIST_SHARE);
  }

  /** The error of a field for which no call is left. */
  tooManyCalls(): TooManyCallsError {
    return new TooManyCallsError(() => {
      const needs = [...this.#needed].map(([name, calls]) => `${calls} of ${name}`);
      return (
        `The operation needs ${this.#total} upstream calls or more (${needs.join(', ')}) and may make ${this.#maxCalls} ` +
        '(DESKGRAPH_MAX_CALLS): ask for fewer people, days or reports at once.'
      );
    });
  }

  get #total(): number {
    return [...this.#needed.values()].reduce((sum, calls) => sum + calls, 0);
  }
}
