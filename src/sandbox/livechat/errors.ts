import type { SandboxAnswer } from '../route.ts';

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

/** A request that is not right; its message becomes the answer's. */
export class ValidationError extends Error {}
