import type { SandboxAnswer } from '../vendor.ts';

/** An answer that ends the handling of a request wherever it is thrown. */
export class Refusal extends Error {
  readonly answer: SandboxAnswer;

  constructor(status: number, message: string) {
    super(message);
    this.answer = { status, body: errorBody(status, message) };
  }
}

/** What a caller is told who called too often. */
export const TOO_OFTEN =
  "You've exceeded the per-minute rate limit. Please wait for sometime before retrying";

/** No error body of this vendor's is published: this shape is the sandbox's own. */
export const errorBody = (status: number, message: string) => ({ errors: [{ code: status, msg: message }] });
