import type { GraphQLResolveInfo } from 'graphql';
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
import {
  placeOf,
  SEGMENT_CURSOR,
  type SegmentPlace,
  segmentCursor,
  segmentWindow,
  startOf,
} from '../segment-cursor.ts';

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
  const { accounts, problems } = askedOf(person, sourcesOf(query, context));
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

/**
 * Checks the paging arguments, and gives what draws the page once the person is there. A vendor that fails on the first
 * page of a walk is left out to its end. A vendor that fails on a later page rejects it: the walk would lose segments.
 */
export function segmentPage(
  context: GatewayContext,
  { key }: AgentRecord,
  query: SegmentQuery,
  args: PageArguments,
): (person: Person, info: GraphQLResolveInfo) => Promise<StatusSegmentConnectionRecord> {
  const { sealer, loaders } = context;
  const sources = sourcesOf(query, context);
  const list = `statusSegments ${JSON.stringify([personKeyText(key), query.range, sources])}`;
  const cursors = new Cursors(sealer, list, SEGMENT_CURSOR);
  const { window, leftOut } = segmentWindow(readWindow(cursors, args));
  const { direction, after, before } = window;
  const place = direction === 'forwards' ? after : before;
  const start = { direction, from: place === null ? null : startOf(place) };

  return async (person, info) => {
    const { accounts, problems } = askedOf(person, sources);
    const failed = [...(leftOut ?? [])];
    const isRead = (one: { readonly vendor: Vendor }) => failed.every(({ vendor }) => vendor !== one.vendor);
    const leaveOut = (error: UpstreamError) => {
      if (leftOut !== null) throw error;
      failed.push(error);
    };
    for (const problem of problems) if (isRead(problem) && lacksAccounts(problem, person)) leaveOut(problem);
    for (;;) {
      const nodes = loaders.timeline(accounts.filter(isRead), query.range, start);
      const encode = (segment: SegmentPlace) => cursors.encode(segmentCursor(segment, failed));
      try {
        const page = await drawPage({ encode }, window, { nodes, isEqual, positionOf: placeOf });
        return { ...page, unavailable: reportAll(context, info, [...failed, ...problems.filter(isRead)]) };
      } catch (error) {
        if (!(error instanceof UpstreamError && isRead(error))) throw error;
        leaveOut(error);
      }
    }
  };
}

/** The vendors that are to be asked. */
function sourcesOf({ vendors: wanted }: SegmentQuery, { sessions }: GatewayContext): readonly Vendor[] {
  const sources = [...sessions].flatMap(([vendor, { segments }]) => (segments === undefined ? [] : vendor));
  return sources.filter((vendor) => wanted === null || wanted.includes(vendor));
}

/** The person's accounts at these vendors, and why some may be missing. */
function askedOf({ accounts, unavailable }: Person, sources: readonly Vendor[]) {
  const isAsked = ({ vendor }: { readonly vendor: Vendor }) => sources.includes(vendor);
  return { accounts: accounts.filter(isAsked), problems: unavailable.filter(isAsked) };
}

/**
 * Whether the vendor has not given the person's accounts for this problem, or not all of them. A problem that lasts, beside
 * an account that was found, is no failure: a credential with few permissions finds the same accounts on every page.
 */
function lacksAccounts({ vendor, isTransient }: UpstreamError, { accounts }: Person): boolean {
  return isTransient || accounts.every((account) => account.vendor !== vendor);
}

function isEqual(a: Segment, b: Segment): boolean {
  return compareSegments(a, b) === 0;
}

export const StatusSegment: schema.StatusSegmentResolvers = {
  durationSeconds: ({ startedAt, endedAt }) =>
    endedAt === null ? null : Math.floor((endedAt.epochMilliseconds - startedAt.epochMilliseconds) / 1000),
};
