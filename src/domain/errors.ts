import type { Vendor } from './vendor.ts';

/** How a vendor can fail, in the contract's words. */
export const UPSTREAM_CODES = [
  'UPSTREAM_UNAUTHENTICATED',
  'UPSTREAM_FORBIDDEN',
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_INVALID_RESPONSE',
  'UPSTREAM_UNSUPPORTED',
] as const;

export type UpstreamCode = (typeof UPSTREAM_CODES)[number];

const TRANSIENT: ReadonlySet<UpstreamCode> = new Set([
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_INVALID_RESPONSE',
]);

/**
 * A vendor did not give what it was asked for. The message is shown to callers behind the vendor's name: it is our own
 * sentence and never holds a credential or text from the vendor's answer.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly code: UpstreamCode;
  readonly vendor: Vendor;
  /** After how many seconds asking again can succeed; null where that is not known. */
  readonly retryAfterSeconds: number | null;

  constructor(vendor: Vendor, code: UpstreamCode, sentence: string, retryAfterSeconds: number | null = null) {
    super(sentence);
    this.vendor = vendor;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether the vendor may answer the same request later. A refusal that holds until something is changed is not transient. */
  get isTransient(): boolean {
    return TRANSIENT.has(this.code);
  }
}

/** The caller asked for something that cannot be; the message names the input field and says what would be right. */
export class BadUserInputError extends Error {
  override readonly name: string = 'BadUserInputError';
}

/** An operation needs more upstream calls than it may make. Each field that lacks a call has one: its message is short. */
export class TooManyCallsError extends BadUserInputError {
  override readonly name = 'TooManyCallsError';
  /** What the whole operation needs. It grows until the operation has ended, so it is read then. */
  readonly inFull: () => string;

  constructor(inFull: () => string) {
    super('This needs more upstream calls than DESKGRAPH_MAX_CALLS leaves.');
    this.inFull = inFull;
  }
}
