import { errorBody, TOO_OFTEN } from './kore-ai/answers.ts';
import { tooOften } from './rocket-chat/answers.ts';
import type { SandboxAnswer, SandboxVendorName } from './route.ts';

/** How long a vendor that takes no more calls asks to wait. */
const WAIT_SECONDS = 42;

/** What a vendor answers while it fails with a status: an error in its own shape. `now` is in epoch milliseconds. */
export function failureOf(vendor: SandboxVendorName, status: number, now: number): SandboxAnswer {
  // What answers 502 is no vendor's software but a proxy in front of it.
  if (status === 502) return { status, body: BAD_GATEWAY_PAGE };
  const body = BODIES[vendor](status);
  return vendor === 'ROCKET_CHAT' && status === 429
    ? { status, body, headers: spentHeaders(now) }
    : { status, body };
}

/** Rocket.Chat alone tells in headers how long to wait, and by none that other servers use. */
const spentHeaders = (now: number): NonNullable<SandboxAnswer['headers']> => ({
  'X-RateLimit-Limit': '10',
  'X-RateLimit-Remaining': '0',
  'X-RateLimit-Reset': String(now + WAIT_SECONDS * 1000),
});

const BAD_GATEWAY_PAGE =
  '<html>\n<head><title>502 Bad Gateway</title></head>\n<body><center><h1>502 Bad Gateway</h1></center></body>\n</html>\n';

const BODIES: Readonly<Record<SandboxVendorName, (status: number) => unknown>> = {
  ROCKET_CHAT: rocketChatBody,
  KORE_AI: koreAiBody,
  LIVECHAT: liveChatBody,
};

function rocketChatBody(status: number) {
  const error = ROCKET_CHAT_ERRORS[status] ?? 'Internal server error';
  return status === 401
    ? { success: false, error, status: 'error', message: error }
    : { success: false, error };
}

const ROCKET_CHAT_ERRORS: Readonly<Record<number, string>> = {
  400: 'This is an enterprise feature [error-action-not-allowed]',
  401: 'You must be logged in to do this.',
  403: 'User does not have the permissions required for this action [error-unauthorized]',
  429: tooOften(WAIT_SECONDS),
};

/** No error body of Kore.ai's is published, apart from the sentence about the limit. */
function koreAiBody(status: number) {
  return errorBody(status, status === 429 ? TOO_OFTEN : `The request failed with status ${status}`);
}

const LIVECHAT_ERRORS: Readonly<Record<number, readonly [type: string, message: string]>> = {
  400: ['validation', 'Wrong format of request'],
  401: ['authentication', 'Invalid access token'],
  403: ['authorization', 'User is not allowed to perform the action'],
  404: ['not_found', 'Not found'],
  429: ['too_many_requests', 'Too many requests'],
  503: ['service_unavailable', 'Service unavailable'],
  504: ['request_timeout', 'Request timeout'],
};

function liveChatBody(status: number) {
  const [type, message] = LIVECHAT_ERRORS[status] ?? ['internal', 'Internal server error'];
  return { error: { type, message } };
}
