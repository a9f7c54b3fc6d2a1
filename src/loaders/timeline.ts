import type { Account } from '../domain/account.ts';
import type { OpenVendor, SegmentStart } from '../domain/ports.ts';
import { compareSegments, type StatusSegment } from '../domain/segment.ts';
import type { TimeRange } from '../domain/time-range.ts';

type Segments = (account: Account, range: TimeRange) => Promise<readonly StatusSegment[]>;

/**
 * The segments of one person's accounts as one line, of which the vendors are asked for no more than is drawn. `whole`
 * gives all segments of an account of a vendor that tells a whole range at the price of a part. A vendor that fails on the
 * way ends the line with its error.
 */
export function timeline(
  vendors: readonly OpenVendor[],
  accounts: readonly Account[],
  range: TimeRange,
  start: SegmentStart,
  whole: Segments,
): AsyncIterable<StatusSegment> {
  const sources = accounts.flatMap((account) => {
    const { segments } = vendors.find(({ port }) => port.vendor === account.vendor)?.session ?? {};
    if (segments === undefined) return [];
    const { drawn } = segments;
    return drawn === undefined
      ? all(whole(account, range), start)
      : drawn(account, range, start)[Symbol.asyncIterator]();
  });
  return merged(sources, start);
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
): AsyncGenerator<StatusSegment> {
  const sign = direction === 'forwards' ? 1 : -1;
  const next = async (source: AsyncIterator<StatusSegment>) => {
    const { done, value } = await source.next();
    return done === true ? [] : [{ source, segment: value }];
  };
  let heads = (await Promise.all(sources.map(next))).flat();
  while (heads.length > 0) {
    const first = heads.reduce((a, b) => (sign * compareSegments(a.segment, b.segment) <= 0 ? a : b));
    yield first.segment;
    const following = await next(first.source);
    heads = heads.flatMap((head) => (head === first ? following : [head]));
  }
}
