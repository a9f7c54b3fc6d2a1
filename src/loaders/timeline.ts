import type { Account } from '../domain/account.ts';
import { UpstreamError } from '../domain/errors.ts';
import type { OpenVendor, SegmentStart } from '../domain/ports.ts';
import { compareSegments, type StatusSegment } from '../domain/segment.ts';
import type { TimeRange } from '../domain/time-range.ts';

/** Segments of some accounts that overlap a range, oldest or newest first. A vendor that fails on the way is left out. */
export type Timeline = AsyncIterable<StatusSegment> & {
  /** Why vendors are left out, so far. */
  readonly problems: readonly UpstreamError[];
};

type Segments = (account: Account, range: TimeRange) => Promise<readonly StatusSegment[]>;

/**
 * The segments of one person's accounts as one line, of which the vendors are asked for no more than is drawn. `whole`
 * gives all segments of an account of a vendor that tells a whole range at the price of a part.
 */
export function timeline(
  vendors: readonly OpenVendor[],
  accounts: readonly Account[],
  range: TimeRange,
  start: SegmentStart,
  whole: Segments,
): Timeline {
  const problems: UpstreamError[] = [];
  const sources = accounts.flatMap((account) => {
    const { segments } = vendors.find(({ port }) => port.vendor === account.vendor)?.session ?? {};
    if (segments === undefined) return [];
    const { drawn } = segments;
    return drawn === undefined
      ? all(whole(account, range), start)
      : drawn(account, range, start)[Symbol.asyncIterator]();
  });
  return { problems, [Symbol.asyncIterator]: () => merged(sources, start, problems) };
}

async function* all(
  segments: Promise<readonly StatusSegment[]>,
  { direction }: SegmentStart,
): AsyncGenerator<StatusSegment> {
  const ordered = (await segments).toSorted(compareSegments);
  yield* direction === 'forwards' ? ordered : ordered.reverse();
}

/** Always draws next from the source whose segment comes first. */
async function* merged(
  sources: readonly AsyncIterator<StatusSegment>[],
  { direction }: SegmentStart,
  problems: UpstreamError[],
): AsyncGenerator<StatusSegment> {
  const sign = direction === 'forwards' ? 1 : -1;
  const next = async (source: AsyncIterator<StatusSegment>) => {
    try {
      const { done, value } = await source.next();
      return done === true ? [] : [{ source, segment: value }];
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      problems.push(error);
      return [];
    }
  };
  let heads = (await Promise.all(sources.map(next))).flat();
  while (heads.length > 0) {
    const first = heads.reduce((a, b) => (sign * compareSegments(a.segment, b.segment) <= 0 ? a : b));
    yield first.segment;
    const following = await next(first.source);
    heads = heads.flatMap((head) => (head === first ? following : [head]));
  }
}
