import type { Operation } from '../domain/operation.ts';
import type { UpstreamAnswer, UpstreamRequest } from './request.ts';
import type { Waits } from './waits.ts';

/** A request on its way through the steps. No step changes it. */
export interface Call {
  readonly request: UpstreamRequest;
  /** Equal for requests that a vendor answers equally. Holds no credential. */
  readonly key: string;
  /** Queues serve operations in turn, and the cost is entered in this one's trace. */
  readonly operation: Operation;
  /** Aborts when no caller waits for the answer any more. Below the step singleFlight its reason is a NotSentError. */
  readonly signal: AbortSignal;
  /** When the last caller stops waiting, in epoch milliseconds by the clock of the steps. */
  readonly deadline: number;
  readonly waits: Waits;
}

/** A vendor's success. */
export interface Answer {
  readonly headers: UpstreamAnswer['headers'];
  /** The body as it came. */
  readonly text: string;
  /** What the request's reader made of it. */
  readonly value: unknown;
  /** How long the vendor took; 0 where the answer comes from the response cache. */
  readonly tookMilliseconds: number;
}

/** Brings a call one step nearer to the vendor and its answer back; everything but a success is an error. */
export type Send = (call: Call) => Promise<Answer>;

/** One step, put before the next. It says what happened by what it returns or throws. */
export type Step = (next: Send) => Send;
