import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import type { Vendor } from '../../domain/vendor.ts';

/** The answer of a vendor that keeps the others waiting. It is given up when the vendor has had its share of the deadline. */
export function withPatience<Answer>(
  answer: Promise<Answer>,
  vendor: Vendor,
  { patienceMilliseconds, vendorTime }: Operation,
): Promise<Answer> {
  const answered = new AbortController();
  const tooLate = vendorTime.spent(vendor, patienceMilliseconds, answered.signal).then(() => {
    throw new UpstreamError(vendor, 'UPSTREAM_TIMEOUT', 'did not say in time who its people are.');
  });
  return Promise.race([answer, tooLate]).finally(() => answered.abort());
}
