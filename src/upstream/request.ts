import type { UpstreamError } from '../domain/errors.ts';
import type { Vendor } from '../domain/vendor.ts';

/** One request to a vendor. Everything that deskgraph sends is a read, also where the vendor wants it as a POST. */
export interface UpstreamRequest<Value = unknown> {
  readonly method: 'GET' | 'POST';
  /** The endpoint, for messages: never with a caller's input in it. */
  readonly route: string;
  /** Below the vendor's base address, beginning with `/`. */
  readonly path: string;
  /** Parameters of the query, in order; a value that is undefined is left out. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Beside those of the credential. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * What is wanted of a success's JSON; throws an UpstreamError where it is not there. Such an answer counts as a failure
   * and is not cached.
   */
  readonly read: (body: unknown) => Value;
}

/** What a vendor answered. */
export interface UpstreamAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The parsed JSON; undefined where the body is none. */
  readonly body: unknown;
  /** The body as it came, for words that a vendor may send in any form. Never to be shown. */
  readonly text: string;
  /** In epoch milliseconds, by the clock that calls are made by. */
  readonly receivedAt: number;
}

/** How often a vendor may be called with one credential. */
export interface QuotaRule {
  /** Infinity where there is no known limit. */
  readonly callsPerMinute: number;
  /** Whether each endpoint is counted by itself or all together. */
  readonly counted: 'by route' | 'together';
}

/** What a vendor's client says of itself. */
export interface UpstreamOptions {
  readonly vendor: Vendor;
  /** `https://host[:port][/path]` without a slash at the end. */
  readonly baseUrl: string;
  /** How often the vendor may be called. */
  readonly quota: QuotaRule;
  /** The credential's headers, worked out once and sent with each request. */
  readonly headers: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Sees every answer, for what its headers say beside the matter. */
  readonly observe?: (answer: UpstreamAnswer) => void;
  /** The error that an answer reports; null for a success. */
  readonly errorFromResponse: (answer: UpstreamAnswer, route: string) => UpstreamError | null;
}
