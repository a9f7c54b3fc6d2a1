import type { EnvironmentReader } from '../environment.ts';
import type { Centre } from './centre/model.ts';
import type { Streams } from './centre/random.ts';
import type { Quotas } from './quotas.ts';

/**
 * A vendor that the sandbox imitates: everything that the sandbox knows of it. `Options` are what may differ from one
 * imitation to another, each of them optional and with the vendor's name in its own. This module is loaded with the
 * configuration, so it loads the imitation itself only when it is created.
 */
export interface SandboxVendor<Options extends object> {
  /** The name in SANDBOX_FAULTS, in the log of calls, and of the vendor's random streams. */
  readonly id: string;
  /** The path below which the vendor is served, such as `/chat`. */
  readonly prefix: string;
  /** Reads the vendor's own SANDBOX_ variables. */
  readonly readOptions: (reader: EnvironmentReader) => Options;
  /** The variables that point a gateway at the imitation under this address. */
  readonly environment: (url: string, options: Options) => Readonly<Record<string, string>>;
  /** The gateway's variable for how often it calls the vendor; null where the imitation has no quota. */
  readonly quotaVariable: string | null;
  /** What the vendor answers while it fails with a status; `now` is in epoch milliseconds. */
  readonly failure: (status: number, now: number) => SandboxAnswer;
  readonly create: (surroundings: Surroundings, options: Options) => Promise<Imitation>;
}

/** What a vendor's imitation is made in. */
export interface Surroundings {
  readonly centre: Centre;
  /** Random streams of this vendor alone: how many other vendors there are changes nothing in them. */
  readonly random: Streams;
  readonly quotas: Quotas;
}

/** A vendor's API. The HTTP server around it (`http.ts`) reads bodies, counts calls and injects faults. */
export interface Imitation {
  readonly routes: readonly Route[];
  /** What the vendor answers to a path that it does not know. */
  readonly notFound: SandboxAnswer;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** A path with `:name` parts, matched whole. It is also the name under which calls are counted. */
  readonly pattern: string;
  handle(request: SandboxRequest): SandboxAnswer;
}

export interface SandboxRequest {
  readonly method: string;
  /** The path below the vendor's base address, for example `/api/v1/agents`. */
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
