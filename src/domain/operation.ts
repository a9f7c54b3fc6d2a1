import type { CallBudget } from './call-budget.ts';
import type { UpstreamTrace } from './upstream-trace.ts';
import type { VendorTime } from './vendor-time.ts';

/**
 * One GraphQL operation, as the layers below the loaders see it. Its identity matters as much as its fields: the same
 * request made twice for one operation is sent once, and vendors' queues are served by operations in turn.
 */
export interface Operation {
  /** Aborts when the operation's deadline has passed or its client has gone. */
  readonly signal: AbortSignal;
  /** When the operation's upstream time is over, by the clock that its calls are made by; in epoch milliseconds. */
  readonly deadline: number;
  /**
   * How long one vendor may take to list or find people, in ms. It is a part of the deadline: while that question is open
   * the other vendors cannot be asked about the people either, and would run out of time for no fault of theirs.
   */
  readonly patienceMilliseconds: number;
  /** How many upstream calls it may need. */
  readonly budget: CallBudget;
  /** What it has cost so far. */
  readonly trace: UpstreamTrace;
  /** How much of its time each vendor has had. */
  readonly vendorTime: VendorTime;
  /** Whether answers of earlier operations are not used. */
  readonly bypassesCache?: boolean;
}
