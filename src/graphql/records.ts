import type { Person, PersonReference } from '../domain/person.ts';
import type { StatusSegment } from '../domain/segment.ts';
import type { TimeRange } from '../domain/time-range.ts';
import type { VendorProblem } from '../generated/schema.ts';
import type { Connection } from './connection.ts';

/** What a resolver of the type `Agent` is given: a person, or whom a report names, whose rest is asked for on demand. */
export type AgentRecord = Person | PersonReference;

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

/** Whose overview, of which days; each figure is asked for when selected. */
export interface RocketChatOverviewRecord {
  readonly username: string;
  readonly range: TimeRange;
  readonly departmentId: string | null;
}
