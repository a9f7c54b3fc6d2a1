import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { UpstreamError } from '../../domain/errors.ts';
import { type Person, personKeyText } from '../../domain/person.ts';
import { compareSegments, type StatusSegment as Segment } from '../../domain/segment.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type * as schema from '../../generated/schema.ts';
import { type PageArguments, readWindow } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import { Cursors } from '../cursor.ts';
import { drawPage } from '../drawn-page.ts';
import type { AgentRecord, StatusSegmentConnectionRecord } from '../records.ts';
import { reportAll } from '../reporting.ts';
import type { Sealer } from '../seal.ts';

/** Whose segments, when, and by which vendors' account; null for all of them. */
export interface SegmentQuery {
  readonly range: TimeRange;
  readonly vendors: readonly Vendor[] | null;
}

/** A person's segments over the vendors, all of them. A vendor that fails is reported and left out. */
export async function segmentsOf(
  person: Person,
  query: SegmentQuery,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<readonly Segment[]> {
  const { accounts, problems } = sourcesOf(person, query, context);
  const segments = await Promise.all(
    accounts.map(async (account) => {
      try {
        return await context.loaders.segments(account, query.range);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        problems.push(error);
        return [];
      }
    }),
  );
  reportAll(context, info, problems);
  return segments.flat().sort(compareSegments);
}

/** Checks the paging arguments, and gives what draws the page once the person is there. */
export function segmentPage(
  sealer: Sealer,
  { key }: AgentRecord,
  query: SegmentQuery,
  args: PageArguments,
): (
  person: Person,
  context: GatewayContext,
  info: GraphQLResolveInfo,
) => Promise<StatusSegmentConnectionRecord> {
  const list = `statusSegments ${JSON.stringify([personKeyText(key), query.range, query.vendors])}`;
  const cursors = new Cursors(sealer, list, SEGMENT_PLACE);
  const window = readWindow(cursors, args);
  const { direction, after, before } = window;
  const cursor = direction === 'forwards' ? after : before;
  const from = cursor === null ? null : startOf(cursor);
  return async (person, context, info) => {
    const { accounts, problems } = sourcesOf(person, query, context);
    const nodes = context.loaders.timeline(accounts, query.range, { direction, from });
    const isEqual = (a: Segment, b: Segment) => compareSegments(a, b) === 0;
    const page = await drawPage(cursors, window, { nodes, isEqual, positionOf });
    return { ...page, unavailable: reportAll(context, info, [...problems, ...nodes.problems]) };
  };
}

/** The accounts that are to be asked, and why some of the person's may be missing. */
function sourcesOf(
  { accounts, unavailable }: Person,
  { vendors }: SegmentQuery,
  { sessions }: GatewayContext,
) {
  const isAsked = ({ vendor }: { readonly vendor: Vendor }) =>
    sessions.get(vendor)?.segments !== undefined && (vendors === null || vendors.includes(vendor));
  return { accounts: accounts.filter(isAsked), problems: unavailable.filter(isAsked) };
}

/**
 * The order of `compareSegments` as values, the instants in microseconds; the last part tells segments apart that are equal
 * in everything.
 */
const SEGMENT_PLACE = z.tuple([z.int(), z.int(), z.string(), z.string(), z.string(), z.int()]);

type SegmentPlace = z.infer<typeof SEGMENT_PLACE>;

function positionOf(segment: Segment, equalBefore: number): SegmentPlace {
  const { startedAt, endedAt, vendor, reportedStatus, reportedReason } = segment;
  const end = endedAt === null ? Number.MAX_SAFE_INTEGER : microseconds(endedAt);
  return [microseconds(startedAt), end, vendor, reportedStatus ?? '', reportedReason ?? '', equalBefore];
}

/** The instant at which the segment of a position began. */
function startOf([start]: SegmentPlace): Temporal.Instant {
  return Temporal.Instant.fromEpochNanoseconds(BigInt(start) * 1000n);
}

function microseconds(instant: Temporal.Instant): number {
  return Number(instant.epochNanoseconds / 1000n);
}

export const StatusSegment: schema.StatusSegmentResolvers = {
  durationSeconds: ({ startedAt, endedAt }) =>
    endedAt === null ? null : Math.floor((endedAt.epochMilliseconds - startedAt.epochMilliseconds) / 1000),
};
