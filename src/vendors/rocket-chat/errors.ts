import { z } from 'zod';
import { UpstreamError } from '../../domain/errors.ts';
import { untilReset } from '../../upstream/rate-limit/rate-limit-headers.ts';
import type { UpstreamAnswer } from '../../upstream/request.ts';
import { errorFromStatus } from '../../upstream/response/error-from-response.ts';
import { reportsError } from '../../upstream/response/error-in-success.ts';

const ErrorBody = z.object({ error: z.string().catch(''), errorType: z.string().catch('') });

/** The server's version does not know a parameter that was sent. */
export class UnknownParameterError extends UpstreamError {}

/** The server finds fault with what a parameter says. */
export class RefusedRequestError extends UpstreamError {}

/**
 * What a refusal of Rocket.Chat means; null for a success. Its 401 comes in two shapes and its 403 in two wordings: there
 * the status alone decides. Of a 400 the error type decides, which stands either in `errorType` or in brackets at the end of
 * `error`; likewise of a success that reports an error.
 */
export function errorFromResponse(answer: UpstreamAnswer, route: string): UpstreamError | null {
  const { error = '', errorType = '' } = ErrorBody.safeParse(answer.body).data ?? {};
  const isTyped = answer.status === 400 || (answer.status < 300 && reportsError(answer.body));
  const type = isTyped ? errorType || /\[([\w-]+)\]$/.exec(error)?.[1] : undefined;
  if (answer.status === 429 || type === 'error-too-many-requests') {
    const wait = secondsUntilReset(answer) ?? secondsInWords(error);
    return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_RATE_LIMITED', `too many calls of ${route}.`, wait);
  }
  if (type === 'error-action-not-allowed') {
    const sentence = `${route} needs a licence with the module livechat-enterprise.`;
    return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_UNSUPPORTED', sentence);
  }
  if (type === 'totp-required') {
    const sentence = 'the token needs a second factor; make a personal access token that ignores it.';
    return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_UNAUTHENTICATED', sentence);
  }
  if (type === 'error-unauthorized') {
    const sentence = `the credential lacks a permission (HTTP ${answer.status} from ${route}).`;
    return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_FORBIDDEN', sentence);
  }
  if (isTyped && error.startsWith('must NOT have additional properties')) {
    const sentence = `this server does not know a parameter of ${route} that newer ones do.`;
    return new UnknownParameterError('ROCKET_CHAT', 'UPSTREAM_UNSUPPORTED', sentence);
  }
  if (answer.status === 404 && route === 'omnichannel/agents/available') {
    const sentence = `this server does not have ${route}, which Rocket.Chat removed in 8.0.`;
    return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_UNSUPPORTED', sentence);
  }
  if (answer.status === 400) {
    const sentence = `the vendor refused the request (HTTP 400 from ${route}).`;
    return new RefusedRequestError('ROCKET_CHAT', 'UPSTREAM_UNSUPPORTED', sentence);
  }
  return errorFromStatus('ROCKET_CHAT', answer, route);
}

/** Rocket.Chat sends no Retry-After but `X-RateLimit-Reset`. */
function secondsUntilReset({ headers, receivedAt }: UpstreamAnswer): number | null {
  const milliseconds = untilReset(headers, receivedAt);
  return milliseconds === null ? null : Math.ceil(milliseconds / 1000);
}

function secondsInWords(error: string): number | null {
  const seconds = /wait (\d{1,6}) seconds/.exec(error)?.[1];
  return seconds === undefined ? null : Number(seconds);
}
