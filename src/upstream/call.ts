import type { Operation } from '../domain/operation.ts';
import type { UpstreamAnswer, UpstreamRequest } from './message.ts';

/** A request on its way through the pipeline. Instants are in epoch milliseconds by the pipeline's clock. */
export interface Call {
  readonly request: UpstreamRequest;
  /** Equal for requests that a vendor answers equally. Holds no credential. */
  readonly key: string;
  /** Whose turn it takes in queues, and on whose sheet its cost is put. */
  readonly operation: Operation;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Until when somebody waits for it. */
  readonly deadline: number;
  /** How often it has been sent: what fails and leaves this as it was never reached the vendor. */
  sent: number;
  /** When it was last sent. */
  sentAt: number;
  /** Since when it waits to be sent. */
  waitingSince: number;
  /** Whether it waits for another call to show whether the vendor is back. */
  waitsForTrial: boolean;
}

/** A vendor's success. */
export interface Answer {
  readonly headers: UpstreamAnswer['headers'];
  /** The body as it came. */
  readonly text: string;
  /** What the request's reader made of it. */
  readonly value: unknown;
}

/** Brings a call one step nearer to the vendor and its answer back; everything but a success is an error. */
export type Send = (call: Call) => Promise<Answer>;

/** One step of the pipeline, put before the next. */
export type Layer = (next: Send) => Send;
