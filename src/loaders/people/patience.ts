import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import type { Vendor } from '../../domain/vendor.ts';

/** Into how many parts the patience is divided, to tell what of it was spent on the vendor. */
const PARTS = 10;

/**
 * The answer of a vendor who keeps the others waiting, which is given up before the operation's deadline. Time that a
 * call stands in our own line for the vendor's quota is not the vendor's, and does not count.
 */
export function withPatience<Answer>(
  answer: Promise<Answer>,
  vendor: Vendor,
  { patienceMilliseconds, costs }: Operation,
): Promise<Answer> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  let left = PARTS;
  const timer = setInterval(() => {
    if (!costs.isInLine(vendor)) left -= 1;
    if (left === 0) {
      reject(new UpstreamError(vendor, 'UPSTREAM_TIMEOUT', 'did not say in time who its people are.'));
    }
  }, patienceMilliseconds / PARTS);
  return Promise.race([answer, tooLate]).finally(() => clearInterval(timer));
}
