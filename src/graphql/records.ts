import type { UpstreamError } from '../domain/errors.ts';
import type { Person, PersonReference } from '../domain/person.ts';
import type { StatusSegment } from '../domain/segment.ts';
import type { Connection } from './connection.ts';

/** What a resolver of the type `Agent` is given: a person, or one that a report names, whose rest is asked for on demand. */
export type AgentRecord = Person | PersonReference;

/** Why a vendor is missing from an answer, as callers see it. */
export type VendorProblem = Pick<UpstreamError, 'vendor' | 'code' | 'message' | 'retryAfterSeconds'>;

/** A page of people. */
export interface AgentConnectionRecord extends Connection<Person> {
  readonly unavailable: readonly VendorProblem[];
  /** Asked for only when selected. */
  readonly count: () => Promise<number | null>;
}

/** A page of segments. */
export interface StatusSegmentConnectionRecord extends Connection<StatusSegment> {
  readonly unavailable: readonly VendorProblem[];
}
