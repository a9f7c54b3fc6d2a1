import type { GraphQLResolveInfo } from 'graphql';
import { UpstreamError } from '../../domain/errors.ts';
import { type Person, personKeyText } from '../../domain/person.ts';
import { compareSegments, type StatusSegment as Segment } from '../../domain/segment.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type * as schema from '../../generated/schema.ts';
import type { VendorProblem } from '../../generated/schema.ts';
import { type PageArguments, pageOf, readWindow } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import type { Position } from '../cursor.ts';
import type { AgentRecord, StatusSegmentConnectionRecord } from '../records.ts';
import { reportAll } from './reporting.ts';

interface Segments {
  readonly segments: readonly Segment[];
  /** The vendors whose segments are missing. */
  readonly unavailable: readonly VendorProblem[];
}

/** A person's segments over the vendors, oldest first. A vendor that fails is reported and left out. */
export async function segmentsOf(
  { accounts, unavailable }: Person,
  range: TimeRange,
  vendors: readonly Vendor[] | null,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<Segments> {
  const sources = context.ports.flatMap(({ vendor, segments }) => (segments === undefined ? [] : vendor));
  const isAsked = ({ vendor }: { readonly vendor: Vendor }) =>
    sources.includes(vendor) && (vendors === null || vendors.includes(vendor));
  const problems = unavailable.filter(isAsked);
  const segments = await Promise.all(
    accounts.filter(isAsked).map(async (account) => {
      try {
        return await context.loaders.segments(account, range);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        problems.push(error);
        return [];
      }
    }),
  );
  return { segments: segments.flat().sort(compareSegments), unavailable: reportAll(context, info, problems) };
}

/** Checks the paging arguments, and gives what makes a page of the segments once they are there. */
export function segmentConnection(
  { key }: AgentRecord,
  range: TimeRange,
  vendors: readonly Vendor[] | null,
  args: PageArguments,
): (segments: Segments) => StatusSegmentConnectionRecord {
  const list = `statusSegments ${JSON.stringify([personKeyText(key), range, vendors])}`;
  const window = readWindow(list, args);
  return ({ segments, unavailable }) => ({
    ...pageOf(list, window, segments, (segment, index) => positionOf(segment, ordinal(segments, index))),
    unavailable,
  });
}

/** The order of `compareSegments` as values; the ordinal tells segments apart that are equal in everything. */
function positionOf(segment: Segment, equalBefore: number): Position {
  const { startedAt, endedAt, vendor, reportedStatus, reportedReason } = segment;
  const end = endedAt === null ? Number.MAX_SAFE_INTEGER : microseconds(endedAt);
  return [microseconds(startedAt), end, vendor, reportedStatus ?? '', reportedReason ?? '', equalBefore];
}

function microseconds(instant: Temporal.Instant): number {
  return Number(instant.epochNanoseconds / 1000n);
}

function ordinal(segments: readonly Segment[], index: number): number {
  let equalBefore = 0;
  for (let previous = index - 1; previous >= 0; previous -= 1) {
    const [a, b] = [segments[previous], segments[index]];
    if (a === undefined || b === undefined || compareSegments(a, b) !== 0) break;
    equalBefore += 1;
  }
  return equalBefore;
}

export const StatusSegmentConnection: schema.StatusSegmentConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
};

export const StatusSegment: schema.StatusSegmentResolvers = {
  durationSeconds: ({ startedAt, endedAt }) =>
    endedAt === null ? null : Math.floor((endedAt.epochMilliseconds - startedAt.epochMilliseconds) / 1000),
};
