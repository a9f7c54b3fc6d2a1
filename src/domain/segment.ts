import { compareText } from './text.ts';
import type { TimeRange } from './time-range.ts';
import type { Vendor } from './vendor.ts';

/** The schema's enum `AgentStatus`. */
export type AgentStatus = 'AVAILABLE' | 'BUSY' | 'AWAY' | 'OFFLINE' | 'OTHER';

/** An unbroken stretch of time in one status, as one vendor reports it. */
export interface StatusSegment {
  readonly vendor: Vendor;
  readonly status: AgentStatus;
  /** The vendor's primary word; null where it has none. */
  readonly reportedStatus: string | null;
  /** The status name that the person chose; null where there is none. */
  readonly reportedReason: string | null;
  readonly startedAt: Temporal.Instant;
  /** Null while it lasts. */
  readonly endedAt: Temporal.Instant | null;
}

/** Seconds that a person spent in one status, by one vendor's account of it. */
export interface TimeInStatus {
  readonly vendor: Vendor;
  readonly status: AgentStatus;
  readonly seconds: number;
}

/**
 * Whether a segment shares an instant with the range. One that only touches it does not; one that took no time does
 * where its instant belongs to the range.
 */
export function overlaps(segment: StatusSegment, range: TimeRange): boolean {
  const { startedAt, endedAt } = segment;
  if (Temporal.Instant.compare(startedAt, range.to) >= 0) return false;
  if (endedAt === null || Temporal.Instant.compare(endedAt, range.from) > 0) return true;
  return endedAt.equals(startedAt) && startedAt.equals(range.from);
}

/** Oldest first; of those that begin together the one that ends first; then by vendor. A total order over one person's. */
export function compareSegments(a: StatusSegment, b: StatusSegment): number {
  return (
    Temporal.Instant.compare(a.startedAt, b.startedAt) ||
    compareEnds(a.endedAt, b.endedAt) ||
    compareText(a.vendor, b.vendor) ||
    compareText(a.reportedStatus ?? '', b.reportedStatus ?? '') ||
    compareText(a.reportedReason ?? '', b.reportedReason ?? '')
  );
}

/** Seconds in each status within the range, in the order of first appearance; an open segment ends at `now`. */
export function timeInStatus(
  segments: readonly StatusSegment[],
  range: TimeRange,
  now: Temporal.Instant,
): TimeInStatus[] {
  const rows = new Map<string, { vendor: Vendor; status: AgentStatus; milliseconds: number }>();
  for (const segment of segments) {
    const { vendor, status } = segment;
    const from = Math.max(segment.startedAt.epochMilliseconds, range.from.epochMilliseconds);
    const to = Math.min((segment.endedAt ?? now).epochMilliseconds, range.to.epochMilliseconds);
    const row = rows.get(`${vendor} ${status}`) ?? { vendor, status, milliseconds: 0 };
    row.milliseconds += Math.max(0, to - from);
    rows.set(`${vendor} ${status}`, row);
  }
  return [...rows.values()].map(({ vendor, status, milliseconds }) => ({
    vendor,
    status,
    seconds: Math.floor(milliseconds / 1000),
  }));
}

function compareEnds(a: Temporal.Instant | null, b: Temporal.Instant | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return Temporal.Instant.compare(a, b);
}
