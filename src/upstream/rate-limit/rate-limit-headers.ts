import type { UpstreamAnswer } from '../request.ts';
import type { VendorCount } from './sliding-window.ts';

type Headers = UpstreamAnswer['headers'];

/** In ms. A time further ahead comes from a wrong clock. */
const LONGEST_WAIT = 86_400_000;

/** In ms. A time further back comes from a wrong clock: headers give whole seconds. */
const ROUNDING = 2000;

/** What a vendor's `X-RateLimit-` headers say; `Reset` is in epoch milliseconds. */
export function vendorCountOf(headers: Headers, now: number): VendorCount {
  const remaining = wholeNumber(headers['x-ratelimit-remaining']);
  const forMilliseconds = untilReset(headers, now);
  return {
    limit: wholeNumber(headers['x-ratelimit-limit']),
    left: remaining === null || forMilliseconds === null ? null : { calls: remaining, forMilliseconds },
  };
}

/**
 * In how many milliseconds the vendor's window ends. By the vendor's own clock where the answer has a `Date`, as the two
 * clocks may differ.
 */
export function untilReset(headers: Headers, now: number): number | null {
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  if (reset === null || reset < 1e12) return null;
  return plausible(reset - (vendorsNow(headers) ?? now));
}

/** In how many milliseconds the vendor wants to be asked again, by `Retry-After`: seconds, or an HTTP date. */
export function untilRetry(headers: Headers, now: number): number | null {
  const value = headers['retry-after'];
  const seconds = wholeNumber(value);
  if (seconds !== null) return plausible(seconds * 1000);
  const date = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : plausible(date - (vendorsNow(headers) ?? now));
}

function vendorsNow(headers: Headers): number | null {
  const date = typeof headers.date === 'string' ? Date.parse(headers.date) : Number.NaN;
  return Number.isNaN(date) ? null : date;
}

function wholeNumber(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

function plausible(milliseconds: number): number | null {
  return milliseconds > LONGEST_WAIT || milliseconds < -ROUNDING ? null : Math.max(0, milliseconds);
}
