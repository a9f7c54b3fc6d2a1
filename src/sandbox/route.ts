/**
 * What a vendor's imitation is made of: routes that answer a parsed request with a status and a JSON body.
 * The HTTP server around them (`http.ts`) reads bodies, counts calls and injects failures.
 */

/** The vendors that the sandbox imitates. */
export type SandboxVendorName = 'ROCKET_CHAT' | 'KORE_AI' | 'LIVECHAT';

export interface SandboxRequest {
  readonly method: string;
  /** The path below the vendor's base address, for example `/api/v1/livechat/users/agent`. */
  readonly path: string;
  /** Values of the `:name` parts of the route's pattern. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case header names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The parsed JSON body; undefined where there was none. `malformed` tells a body that is no JSON. */
  readonly body: unknown;
  readonly malformed: boolean;
}

export interface SandboxAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** A path with `:name` parts, matched whole. It is also the name under which calls are counted. */
  readonly pattern: string;
  handle(request: SandboxRequest): SandboxAnswer;
}

/** One vendor's imitation. */
export interface SandboxVendor {
  readonly routes: readonly Route[];
  /** What the vendor answers to a path that it does not know. */
  readonly notFound: SandboxAnswer;
}
