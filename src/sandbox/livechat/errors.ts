import type { SandboxAnswer } from '../vendor.ts';

const STATUS = {
  authentication: 401,
  authorization: 403,
  validation: 400,
  not_found: 404,
  unsupported_version: 400,
} as const;

/** The kinds of error that this imitation answers with. */
export type ErrorType = keyof typeof STATUS;

/** LiveChat's error body with the status that goes with it. */
export function errorAnswer(type: ErrorType, message: string): SandboxAnswer {
  return { status: STATUS[type], body: { error: { type, message } } };
}

const FAILURES: Readonly<Record<number, readonly [type: string, message: string]>> = {
  400: ['validation', 'Wrong format of request'],
  401: ['authentication', 'Invalid access token'],
  403: ['authorization', 'User is not allowed to perform the action'],
  404: ['not_found', 'Not found'],
  429: ['too_many_requests', 'Too many requests'],
  503: ['service_unavailable', 'Service unavailable'],
  504: ['request_timeout', 'Request timeout'],
};

/** What LiveChat answers while it fails with a status. */
export function failure(status: number): SandboxAnswer {
  const [type, message] = FAILURES[status] ?? ['internal', 'Internal server error'];
  return { status, body: { error: { type, message } } };
}

/** A request that is not right; its message becomes the answer's. */
export class ValidationError extends Error {}
