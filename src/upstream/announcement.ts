import type { UpstreamAnswer } from './message.ts';
import type { Announcement } from './sliding-window.ts';

type Headers = UpstreamAnswer['headers'];

/** What lies further ahead, or back, tells of a wrong clock and not of a wait. */
const LONGEST_WAIT = 86_400_000;
const ROUNDING = 2000;

/** What a vendor's `X-RateLimit-` headers say; `Reset` is in epoch milliseconds, as Rocket.Chat has it. */
export function announcementOf(headers: Headers, now: number): Announcement {
  const remaining = wholeNumber(headers['x-ratelimit-remaining']);
  const forMilliseconds = untilReset(headers, now);
  return {
    limit: wholeNumber(headers['x-ratelimit-limit']),
    left: remaining === null || forMilliseconds === null ? null : { calls: remaining, forMilliseconds },
  };
}

/**
 * In how many milliseconds the vendor's window ends, reckoned by the vendor's own clock where it tells the time, so that
 * no difference between the clocks matters.
 */
export function untilReset(headers: Headers, now: number): number | null {
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  if (reset === null || reset < 1e12) return null;
  return plausible(reset - (vendorsPresent(headers) ?? now));
}

/** In how many milliseconds the vendor wants to be asked again, by `Retry-After`: seconds, or an HTTP date. */
export function untilRetry(headers: Headers, now: number): number | null {
  const value = headers['retry-after'];
  const seconds = wholeNumber(value);
  if (seconds !== null) return plausible(seconds * 1000);
  const date = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : plausible(date - (vendorsPresent(headers) ?? now));
}

function vendorsPresent(headers: Headers): number | null {
  const date = typeof headers.date === 'string' ? Date.parse(headers.date) : Number.NaN;
  return Number.isNaN(date) ? null : date;
}

function wholeNumber(value: string | string[] | undefined): number | null {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

function plausible(milliseconds: number): number | null {
  return milliseconds > LONGEST_WAIT || milliseconds < -ROUNDING ? null : Math.max(0, milliseconds);
}
