import type { SandboxAnswer } from '../vendor.ts';
import { tooOften } from './answers.ts';

/** How long a server that takes no more calls asks to wait. */
const WAIT_SECONDS = 42;

const ERRORS: Readonly<Record<number, string>> = {
  400: 'This is an enterprise feature [error-action-not-allowed]',
  401: 'You must be logged in to do this.',
  403: 'User does not have the permissions required for this action [error-unauthorized]',
  429: tooOften(WAIT_SECONDS),
};

/** What the server answers while it fails with a status. How long to wait stands in headers that no other server uses. */
export function failure(status: number, now: number): SandboxAnswer {
  const error = ERRORS[status] ?? 'Internal server error';
  if (status === 401) return { status, body: { success: false, error, status: 'error', message: error } };
  const body = { success: false, error };
  return status === 429 ? { status, body, headers: spentHeaders(now) } : { status, body };
}

const spentHeaders = (now: number): NonNullable<SandboxAnswer['headers']> => ({
  'X-RateLimit-Limit': '10',
  'X-RateLimit-Remaining': '0',
  'X-RateLimit-Reset': String(now + WAIT_SECONDS * 1000),
});
