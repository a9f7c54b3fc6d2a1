import type { UpstreamCode } from './errors.ts';

/** Whether calls are sent: CLOSED sends them, OPEN refuses them, HALF_OPEN tries one and lets the others wait for its outcome. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** Whether calls are sent to one endpoint of a vendor. */
export interface RouteBreaker {
  readonly route: string;
  readonly breaker: BreakerState;
}

/** How much of a vendor's quota this process has left. */
export interface QuotaStatus {
  /** The endpoint; null where all endpoints share the quota. */
  readonly route: string | null;
  /** Calls a minute; null where no limit is known, and the vendor has refused a call for its limit. */
  readonly limit: number | null;
  /** Calls that could go out now. */
  readonly remaining: number;
  /** When the whole limit is there again if nothing is called until then; null where it is, or while calls are open. */
  readonly resetsAt: Temporal.Instant | null;
}

/** How one vendor stands, told without a call. */
export interface VendorHealth {
  /** Every quota that has been drawn on; one without a limit only while the vendor's refusal closes it. */
  readonly quota: readonly QuotaStatus[];
  /** The vendor as a whole. */
  readonly breaker: BreakerState;
  /** The endpoints whose breaker is not CLOSED. */
  readonly brokenRoutes: readonly RouteBreaker[];
  /** The last call that failed, also where a later one succeeded; null where none has. */
  readonly lastFailure: { readonly code: UpstreamCode; readonly at: Temporal.Instant } | null;
}
