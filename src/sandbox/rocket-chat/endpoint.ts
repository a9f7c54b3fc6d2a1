import type { SandboxAnswer, SandboxRequest } from '../vendor.ts';
import type { ParamsSchema } from './params.ts';
import type { RocketChatPermission } from './permissions.ts';

/** Answers a request, or refuses it. */
export type Handler = (request: SandboxRequest) => SandboxAnswer;

/** An endpoint as the vendor declares it: what the server checks before it is entered, and its answer. */
export interface Endpoint {
  readonly pattern: string;
  /** What the caller must be permitted; missing where the endpoint asks by itself. */
  readonly permission?: RocketChatPermission;
  /** Whether the server needs an enterprise licence for it. */
  readonly licensed?: boolean;
  /** Which parameters it takes; missing where nobody checks them. */
  readonly params?: ParamsSchema;
  readonly handle: Handler;
}
