import { z } from 'zod';
import { UpstreamError } from '../../domain/errors.ts';
import type { UpstreamAnswer } from '../../upstream/request.ts';
import { errorFromStatus, retryAfterSeconds } from '../../upstream/response/error-from-response.ts';

/** The vendor's sentences on its limits. Which status they come with is not published, so the words tell. */
const LIMIT_SENTENCE = /exceeded the per-minute rate limit|Rate limit for this API has been reached/i;

/** Words on a limit that an error may use; a success may have them as the name of a member. */
const LIMIT_WORDS = /rate[ _-]?limit|too[ _-]many[ _-]requests|limit[ _-]reached/i;

/** What a refusal of Kore.ai means; null for a success. No error body is published, so its shape says nothing. */
export function errorFromResponse(answer: UpstreamAnswer, route: string): UpstreamError | null {
  const refused = errorFromStatus('KORE_AI', answer, route);
  if (refused?.code === 'UPSTREAM_RATE_LIMITED') return refused;
  if (!statesLimit(answer, refused === null ? LIMIT_SENTENCE : LIMIT_WORDS)) return refused;
  const sentence = `too many calls (HTTP ${answer.status} from ${route}).`;
  return new UpstreamError('KORE_AI', 'UPSTREAM_RATE_LIMITED', sentence, retryAfterSeconds(answer));
}

/** Whether an answer has the words outside the rows of its agents, who may be called anything. */
function statesLimit({ text, body }: UpstreamAnswer, words: RegExp): boolean {
  if (!words.test(text)) return false;
  const { success, data: listing } = Listing.safeParse(body);
  if (!success) return true;
  const { data, ...rest } = listing;
  return words.test(JSON.stringify([rest, data.filter((row) => !AgentRow.safeParse(row).success)]));
}

const Listing = z.looseObject({ data: z.array(z.unknown()) });
const AgentRow = z.object({ userId: z.string() });
