import type { SandboxAnswer } from '../vendor.ts';

/** An answer that ends the handling of a request wherever it is thrown. */
export class Refusal extends Error {
  readonly answer: SandboxAnswer;

  constructor(answer: SandboxAnswer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

const NO_STORE = { 'Cache-Control': 'no-store', Pragma: 'no-cache' } as const;

/** Every answer that is not an error carries `success: true` beside its fields. */
export const success = (fields: Readonly<Record<string, unknown>>): SandboxAnswer => ({
  status: 200,
  body: { ...fields, success: true },
  headers: NO_STORE,
});

/** A fault of the caller's; not every one has an `errorType`. */
export const badRequest = (error: string, errorType?: string): Refusal =>
  new Refusal({
    status: 400,
    body: { success: false, error, ...(errorType === undefined ? {} : { errorType }) },
    headers: NO_STORE,
  });

/** A parameter that the endpoint's schema refuses, as routes of the older or of the chained kind tell it. */
export const invalidParams = (complaint: string, chained: boolean): SandboxAnswer =>
  chained
    ? badRequest(complaint, 'error-invalid-params').answer
    : badRequest(`${complaint} [invalid-params]`, 'invalid-params').answer;

/** An endpoint that the server has no licence for. */
export const unlicensed: SandboxAnswer = badRequest(
  'This is an enterprise feature [error-action-not-allowed]',
  'error-action-not-allowed',
).answer;

const forbidden = (error: string): SandboxAnswer => ({
  status: 403,
  body: { success: false, error },
  headers: NO_STORE,
});

/** A caller without the permission that the server asks for before it enters an endpoint. */
export const unpermitted: SandboxAnswer = forbidden(
  'User does not have the permissions required for this action [error-unauthorized]',
);

/** A caller without a permission that an endpoint asks for by itself. */
export const unauthorized = (): Refusal => new Refusal(forbidden('unauthorized'));

/** What a caller is told who called too often. */
export const tooOften = (seconds: number): string =>
  `Error, too many requests. Please slow down. You must wait ${seconds} seconds before trying this endpoint again. [error-too-many-requests]`;

/** One call too many of a route; there is no `errorType` and no Retry-After. */
export const tooManyRequests = (seconds: number): SandboxAnswer => ({
  status: 429,
  body: { success: false, error: tooOften(seconds) },
  headers: NO_STORE,
});

const LOGGED_OUT = 'You must be logged in to do this.';

/** Neither token nor user id, or not the right ones; older servers leave out the fields of every other error. */
export const unauthenticated = (withSuccess: boolean): SandboxAnswer => ({
  status: 401,
  body: {
    ...(withSuccess ? { success: false, error: LOGGED_OUT } : {}),
    status: 'error',
    message: LOGGED_OUT,
  },
  headers: NO_STORE,
});

/** A path that the server does not know. */
export const unknownEndpoint: SandboxAnswer = {
  status: 404,
  body: { status: 'error', message: 'API endpoint does not exist' },
  headers: NO_STORE,
};
