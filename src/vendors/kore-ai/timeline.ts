import { compareSegments, overlaps, type StatusSegment } from '../../domain/segment.ts';
import type { TimeRange } from '../../domain/time-range.ts';

/** The segments of one agent, united from all rows of the agent. */
export interface Timeline {
  /** Each once, in the order of `compareSegments`. */
  readonly segments: readonly StatusSegment[];
  /** Whether one row has them all. Overlaps within one row are what the vendor reports; between rows they are a fault. */
  readonly fromOneRow: boolean;
}

/** Unites the segments of an agent's rows. Of a segment that is open in one row and ended in another the end holds. */
export function unite(rows: readonly (readonly StatusSegment[])[]): Timeline {
  const segments = withoutEnded(distinct(rows.flat()));
  const fromOneRow = rows.length === 1 || rows.some((row) => distinct(row).length === segments.length);
  return { segments, fromOneRow };
}

/** The segments that overlap the range; null where they contradict each other, as an agent has one status at a time. */
export function segmentsWithin({ segments, fromOneRow }: Timeline, range: TimeRange): StatusSegment[] | null {
  const within = segments.filter((segment) => overlaps(segment, range));
  const lastsBeforeOther = within.slice(0, -1).some(isOpen);
  return lastsBeforeOther || (!fromOneRow && anyOverlap(within)) ? null : within;
}

/** The segment that began last, where it is open. Of two that are open and began together neither is the present. */
export function openSegment({ segments }: Timeline): StatusSegment | null {
  const [previous, last] = [segments.at(-2), segments.at(-1)];
  if (last === undefined || !isOpen(last)) return null;
  const isOneOfTwo = previous !== undefined && isOpen(previous) && previous.startedAt.equals(last.startedAt);
  return isOneOfTwo ? null : last;
}

function distinct(segments: readonly StatusSegment[]): StatusSegment[] {
  const ordered = segments.toSorted(compareSegments);
  return ordered.filter((segment, index) => {
    const previous = ordered[index - 1];
    return previous === undefined || compareSegments(previous, segment) !== 0;
  });
}

function withoutEnded(segments: StatusSegment[]): StatusSegment[] {
  if (!segments.some(isOpen)) return segments;
  const ended = new Set(segments.filter(tookTime).map(beginning));
  return segments.filter((segment) => !(isOpen(segment) && ended.has(beginning(segment))));
}

function isOpen({ endedAt }: StatusSegment): boolean {
  return endedAt === null;
}

/** A segment that took no time can be another one, in the same status and the same second as the open one after it. */
function tookTime({ startedAt, endedAt }: StatusSegment): boolean {
  return endedAt !== null && !endedAt.equals(startedAt);
}

/** What an open segment and the same segment once ended have in common. */
function beginning({ reportedStatus, reportedReason, startedAt }: StatusSegment): string {
  return JSON.stringify([reportedStatus, reportedReason, `${startedAt.epochNanoseconds}`]);
}

/** Whether two of these ordered segments share time. Only the last one may be open. */
function anyOverlap(ordered: readonly StatusSegment[]): boolean {
  let latestEnd: Temporal.Instant | null = null;
  for (const { startedAt, endedAt } of ordered) {
    if (latestEnd !== null && Temporal.Instant.compare(startedAt, latestEnd) < 0) return true;
    if (endedAt !== null && (latestEnd === null || Temporal.Instant.compare(endedAt, latestEnd) > 0)) {
      latestEnd = endedAt;
    }
  }
  return false;
}
