import { UpstreamError } from '../../domain/errors.ts';
import type { UpstreamAnswer } from '../../upstream/message.ts';
import { refusalByStatus, retryAfterSeconds } from '../../upstream/refusal.ts';

/** The vendor's sentences on its limits. Which status they come with is not published, so the words tell. */
const LIMIT_REACHED = /exceeded the per-minute rate limit|Rate limit for this API has been reached/i;

/** What a refusal of Kore.ai means; null for a success. No error body is published, so its shape tells nothing. */
export function refusal(answer: UpstreamAnswer, route: string): UpstreamError | null {
  const refused = refusalByStatus('KORE_AI', answer, route);
  if (refused === null || refused.code === 'UPSTREAM_RATE_LIMITED') return refused;
  if (!LIMIT_REACHED.test(answer.text)) return refused;
  const sentence = `too many calls (HTTP ${answer.status} from ${route}).`;
  return new UpstreamError('KORE_AI', 'UPSTREAM_RATE_LIMITED', sentence, retryAfterSeconds(answer.headers));
}
