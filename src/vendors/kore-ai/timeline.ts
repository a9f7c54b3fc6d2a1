import { UpstreamError } from '../../domain/errors.ts';
import { compareSegments, overlaps, type StatusSegment } from '../../domain/segment.ts';
import type { TimeRange } from '../../domain/time-range.ts';

/** How far Kore.ai's clock may be ahead of ours before its segments lie in the future. */
const CLOCK_TOLERANCE = { minutes: 5 };

/** The segments of one agent, united from all rows of the agent: each once, in the order of `compareSegments`. */
export type Timeline = readonly StatusSegment[];

/** Unites an agent's segments. Of a segment that is open in one row and ended in another the end holds. */
export function unite(segments: readonly StatusSegment[]): Timeline {
  return withoutEnded(distinct(segments));
}

/** The segments that overlap the range; an error where one lies in the future or two share time. */
export function segmentsWithin(
  segments: Timeline,
  range: TimeRange,
  now: Temporal.Instant,
): StatusSegment[] | UpstreamError {
  const within = segments.filter((segment) => overlaps(segment, range));
  if (anyAhead(within, now)) return future();
  return anyOverlap(within) ? overlap() : within;
}

/**
 * The open segment, which is what the agent is doing now; null where all have ended. Of two the one that began later holds.
 * An error where a segment lies in the future, where another one began after the open one, or where two began together.
 */
export function openSegment(segments: Timeline, now: Temporal.Instant): StatusSegment | UpstreamError | null {
  if (anyAhead(segments, now)) return future();
  const open = segments.filter(isOpen);
  const [previous, present] = [open.at(-2), open.at(-1)];
  if (present === undefined) return null;
  const isOneOfTwo = previous?.startedAt.equals(present.startedAt);
  return isOneOfTwo || present !== segments.at(-1) ? overlap() : present;
}

function overlap(): UpstreamError {
  return invalid('segments of one agent overlap each other, though an agent has one status at a time.');
}

function future(): UpstreamError {
  return invalid('a segment of one agent begins or ends in the future.');
}

function invalid(sentence: string): UpstreamError {
  return new UpstreamError('KORE_AI', 'UPSTREAM_INVALID_RESPONSE', sentence);
}

/** Whether a segment begins or ends after the present, by more than clocks differ. None ends before it begins. */
function anyAhead(segments: readonly StatusSegment[], now: Temporal.Instant): boolean {
  const latest = now.add(CLOCK_TOLERANCE);
  return segments.some(
    ({ startedAt, endedAt }) => Temporal.Instant.compare(endedAt ?? startedAt, latest) > 0,
  );
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

/** Whether two of these ordered segments share time. */
function anyOverlap(ordered: readonly StatusSegment[]): boolean {
  return ordered.some(({ startedAt }, index) => {
    const previous = ordered[index - 1];
    if (previous === undefined) return false;
    return previous.endedAt === null || Temporal.Instant.compare(startedAt, previous.endedAt) < 0;
  });
}
