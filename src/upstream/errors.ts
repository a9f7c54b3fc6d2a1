import { UpstreamError } from '../domain/errors.ts';
import type { Vendor } from '../domain/vendor.ts';

const NO_ANSWER = 'no answer before the deadline of the operation.';

/** deskgraph did not send the call, so its failure says nothing about the vendor. */
export class NotSentError extends UpstreamError {}

/** Every caller left, or ran out of time, while the vendor had the call. */
export class AbandonedError extends UpstreamError {
  /** How long the vendor had the call. */
  readonly tookMilliseconds: number;

  constructor(vendor: Vendor, tookMilliseconds: number) {
    super(vendor, 'UPSTREAM_TIMEOUT', NO_ANSWER);
    this.tookMilliseconds = tookMilliseconds;
  }
}

/** No connection to the vendor could be made: a failure of its host and of no route. */
export class NoConnectionError extends UpstreamError {
  constructor(vendor: Vendor, systemCode: string) {
    super(vendor, 'UPSTREAM_UNAVAILABLE', `no connection (${systemCode}).`);
  }
}

/** The request was sent on a connection that had been closed while it idled. The vendor may never have seen it. */
export class DeadConnectionError extends UpstreamError {
  constructor(vendor: Vendor) {
    super(vendor, 'UPSTREAM_UNAVAILABLE', 'the connection had been closed while it idled.');
  }
}

/** The caller left, or ran out of time, and nothing is sent on its behalf any more. */
export function outOfTime(vendor: Vendor): NotSentError {
  return new NotSentError(vendor, 'UPSTREAM_TIMEOUT', NO_ANSWER);
}
