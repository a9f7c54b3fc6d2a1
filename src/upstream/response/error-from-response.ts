import { type UpstreamCode, UpstreamError } from '../../domain/errors.ts';
import type { Vendor } from '../../domain/vendor.ts';
import { untilRetry } from '../rate-limit/rate-limit-headers.ts';
import type { UpstreamAnswer } from '../request.ts';
import { reportsError } from './error-in-success.ts';

interface Meaning {
  readonly code: UpstreamCode;
  readonly sentence: string;
}

const MEANINGS: Readonly<Record<number, Meaning>> = {
  401: { code: 'UPSTREAM_UNAUTHENTICATED', sentence: 'the credential was not accepted' },
  403: { code: 'UPSTREAM_FORBIDDEN', sentence: 'the credential lacks a permission' },
  404: { code: 'UPSTREAM_UNSUPPORTED', sentence: 'this server does not have the endpoint' },
  408: { code: 'UPSTREAM_TIMEOUT', sentence: 'the vendor itself ran out of time' },
  429: { code: 'UPSTREAM_RATE_LIMITED', sentence: 'too many calls' },
};

/**
 * The error that an answer's status stands for; null for a success with a JSON body that reports no error. A vendor's own
 * words, where it has any, say more. A redirect is not followed: it could carry the credential to another host.
 */
export function errorFromStatus(vendor: Vendor, answer: UpstreamAnswer, route: string): UpstreamError | null {
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    if (body !== undefined && !reportsError(body)) return null;
    const what = body === undefined ? 'something that is no JSON' : 'a success that reports an error';
    return new UpstreamError(vendor, 'UPSTREAM_INVALID_RESPONSE', `${route} answered with ${what}.`);
  }
  const { code, sentence } = MEANINGS[status] ?? otherwise(status);
  const seconds = code === 'UPSTREAM_RATE_LIMITED' || status === 503 ? retryAfterSeconds(answer) : null;
  return new UpstreamError(vendor, code, `${sentence} (HTTP ${status} from ${route}).`, seconds);
}

function otherwise(status: number): Meaning {
  if (status >= 500) return { code: 'UPSTREAM_UNAVAILABLE', sentence: 'the vendor failed' };
  if (status >= 400) return { code: 'UPSTREAM_UNSUPPORTED', sentence: 'the vendor refused the request' };
  return { code: 'UPSTREAM_INVALID_RESPONSE', sentence: 'the vendor answered with an unexpected status' };
}

/** The wait that `Retry-After` announces; null where it is absent. */
export function retryAfterSeconds({ headers, receivedAt }: UpstreamAnswer): number | null {
  const milliseconds = untilRetry(headers, receivedAt);
  return milliseconds === null ? null : Math.ceil(milliseconds / 1000);
}
