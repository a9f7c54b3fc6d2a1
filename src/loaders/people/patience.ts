import { UpstreamError } from '../../domain/errors.ts';
import type { Vendor } from '../../domain/vendor.ts';

/** The answer of a vendor who keeps the others waiting, which is given up before the operation's deadline. */
export function withPatience<Answer>(
  answer: Promise<Answer>,
  vendor: Vendor,
  milliseconds: number,
): Promise<Answer> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new UpstreamError(vendor, 'UPSTREAM_TIMEOUT', 'did not say in time who its people are.')),
    milliseconds,
  );
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}
