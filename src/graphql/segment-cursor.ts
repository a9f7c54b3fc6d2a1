import { z } from 'zod';
import type { UpstreamError } from '../domain/errors.ts';
import type { StatusSegment } from '../domain/segment.ts';
import { leftOutBy, leftOutError } from '../people/index.ts';
import type { Window } from './connection.ts';
import { leftOutIn, leftOutText } from './walk-cursor.ts';

/**
 * The order of `compareSegments` as values, the instants in microseconds; the last part tells segments apart that are equal
 * in everything.
 */
const PLACE = [z.int(), z.int(), z.string(), z.string(), z.string(), z.int()] as const;
const SEGMENT_PLACE = z.tuple(PLACE);

/** A place in a walk over a person's segments: the segment's, and each vendor that the walk leaves out, with its code. */
export const SEGMENT_CURSOR = z.tuple(
  PLACE,
  z.string().refine((text) => leftOutIn(text).length === 1),
);

export type SegmentPlace = z.infer<typeof SEGMENT_PLACE>;

type SegmentCursor = z.infer<typeof SEGMENT_CURSOR>;

/** A page of a walk over a person's segments. */
export interface SegmentWindow {
  readonly window: Window<SegmentPlace>;
  /** Why the walk leaves out vendors; null where it begins with this page. */
  readonly leftOut: readonly UpstreamError[] | null;
}

/** The window that cursors mean. Two cursors that leave out different vendors are refused. */
export function segmentWindow(given: Window<SegmentCursor>): SegmentWindow {
  const { after, before } = given;
  const cursors = [after, before].filter((cursor) => cursor !== null);
  const leftOut = leftOutBy(cursors.map(([, , , , , , ...texts]) => ({ leftOut: texts.flatMap(leftOutIn) })));
  return {
    window: { ...given, after: after && placeIn(after), before: before && placeIn(before) },
    leftOut: cursors.length === 0 ? null : leftOut.map(leftOutError),
  };
}

/** The cursor of a place in a walk that leaves out vendors for these errors. */
export function segmentCursor(place: SegmentPlace, leftOut: readonly UpstreamError[]): SegmentCursor {
  return [...place, ...leftOut.map(leftOutText).sort()];
}

/** The place of a segment. */
export function placeOf(segment: StatusSegment, equalBefore: number): SegmentPlace {
  const { startedAt, endedAt, vendor, reportedStatus, reportedReason } = segment;
  const end = endedAt === null ? Number.MAX_SAFE_INTEGER : microseconds(endedAt);
  return [microseconds(startedAt), end, vendor, reportedStatus ?? '', reportedReason ?? '', equalBefore];
}

/** The instant at which the segment of a place began. */
export function startOf([start]: SegmentPlace): Temporal.Instant {
  return Temporal.Instant.fromEpochNanoseconds(BigInt(start) * 1000n);
}

function placeIn([start, end, vendor, status, reason, equalBefore]: SegmentCursor): SegmentPlace {
  return [start, end, vendor, status, reason, equalBefore];
}

function microseconds(instant: Temporal.Instant): number {
  return Number(instant.epochNanoseconds / 1000n);
}
