import { z } from 'zod';
import { type UpstreamCode, UpstreamError } from '../../domain/errors.ts';
import type { UpstreamAnswer } from '../../upstream/request.ts';
import { errorFromStatus, retryAfterSeconds } from '../../upstream/response/error-from-response.ts';

interface Meaning {
  readonly code: UpstreamCode;
  readonly sentence: string;
}

/** The body of a refusal: `{ error: { type, message, data? } }`. The message is never read: it is the vendor's text. */
const refusalBody = z.object({
  error: z.object({
    type: z.string(),
    data: z
      .object({
        region: z
          .string()
          .regex(/^[a-z]{2,8}$/)
          .nullable()
          .catch(null),
      })
      .nullable()
      .catch(null),
  }),
});

/** The account's data lies in another region than the one that was asked, and the answer names it. */
export class MisdirectedError extends UpstreamError {
  readonly region: string;

  constructor(sentence: string, region: string) {
    super('LIVECHAT', 'UPSTREAM_UNAVAILABLE', sentence);
    this.region = region;
  }

  override get isTransient(): boolean {
    return false;
  }
}

const WRONG_VERSION: Meaning = {
  code: 'UPSTREAM_UNSUPPORTED',
  sentence: 'this API version is not served; set LIVECHAT_API_VERSION to a version that is, such as 3.6',
};
const TOO_MANY: Meaning = { code: 'UPSTREAM_RATE_LIMITED', sentence: 'too many calls; ask again later' };
const FAILED: Meaning = { code: 'UPSTREAM_UNAVAILABLE', sentence: 'the vendor failed; ask again later' };

/** LiveChat's error types. The Reports page lists none; these are those of the sibling APIs. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  [
    'authentication',
    {
      code: 'UPSTREAM_UNAUTHENTICATED',
      sentence: 'the token was not accepted; it may have expired or been revoked',
    },
  ],
  ['too_many_requests', TOO_MANY],
  ['limit_reached', TOO_MANY],
  [
    'request_timeout',
    { code: 'UPSTREAM_TIMEOUT', sentence: 'the vendor itself ran out of time; ask for a shorter range' },
  ],
  ['internal', FAILED],
  ['service_unavailable', FAILED],
  [
    'misdirected_request',
    {
      code: 'UPSTREAM_UNAVAILABLE',
      sentence: "LIVECHAT_URL leads to a region that does not hold this account's data",
    },
  ],
  ['license_expired', { code: 'UPSTREAM_FORBIDDEN', sentence: "the account's LiveChat licence has expired" }],
  [
    'wrong_product_version',
    {
      code: 'UPSTREAM_UNSUPPORTED',
      sentence: "the account's LiveChat product does not take part in this API",
    },
  ],
  ['unsupported_version', WRONG_VERSION],
  [
    'not_found',
    {
      code: 'UPSTREAM_UNSUPPORTED',
      sentence: 'the endpoint is not there; check LIVECHAT_URL and LIVECHAT_API_VERSION',
    },
  ],
  [
    'validation',
    {
      code: 'UPSTREAM_UNSUPPORTED',
      sentence: 'the request was refused; a filter or its range may not be allowed',
    },
  ],
  [
    'entity_too_large',
    { code: 'UPSTREAM_UNSUPPORTED', sentence: 'the request is too large; give fewer filter values' },
  ],
]);

/** The error in an answer, or null for a success: by the type in the body where there is a known one, else by the status. */
export function errorFromResponse(answer: UpstreamAnswer, route: string): UpstreamError | null {
  const byStatus = errorFromStatus('LIVECHAT', answer, route);
  const body = refusalBody.safeParse(answer.body);
  const meaning = body.success ? meaningOf(body.data.error.type, route) : undefined;
  if (!body.success || meaning === undefined) return byStatus;
  const sentence = `${meaning.sentence} (HTTP ${answer.status} from ${route}).`;
  const wait = meaning.code === 'UPSTREAM_RATE_LIMITED' ? retryAfterSeconds(answer) : null;
  const error = new UpstreamError(
    'LIVECHAT',
    meaning.code,
    sentence,
    wait ?? byStatus?.retryAfterSeconds ?? null,
  );
  const { type, data } = body.data.error;
  const region = type === 'misdirected_request' ? data?.region : null;
  return region == null ? error : new MisdirectedError(sentence, region);
}

function meaningOf(type: string, route: string): Meaning | undefined {
  if (type !== 'authorization') return MEANINGS.get(type);
  return { code: 'UPSTREAM_FORBIDDEN', sentence: `the token lacks the scope ${scopeOf(route)}` };
}

/** The scope of a route's method. */
function scopeOf(route: string): string {
  return route.startsWith('reports/') ? 'reports_read' : 'agents--all:ro';
}
