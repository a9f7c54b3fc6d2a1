import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UpstreamError } from '../../../../src/domain/errors.ts';
import type { StatusSegment } from '../../../../src/domain/segment.ts';
import { operation, rangeOf } from '../asking.ts';
import type { StubAnswer, StubRequest } from '../stub-vendor.ts';
import { accountOf, segmentsIn, stubbedKoreAi } from './kore-ai.ts';
import { statusServer, type Told } from './status-server.ts';
import { MEANING, shareTime, type World, world } from './worlds.ts';

/** Whether some instant of the range, its end aside, belongs to the segment. One that takes no time is an instant itself. */
const isWithin =
  ({ from, to }: World) =>
  (told: Told) =>
    told.from < to && (told.to === null || told.to > from || (told.to === told.from && told.from >= from));

/** After every time of the worlds, as nothing that is told lies in the future. */
const AFTER_ALL = Temporal.Instant.from('2031-01-01T00:00:00Z');
const LASTS = 'lasts';
const time = (milliseconds: number) => new Date(milliseconds).toISOString().replace('.000Z', 'Z');

/** What is told of a segment, in one line; lines of two segments are in their order, but for the words. */
const wantedLine = ({ from, to, primaryStatus, secondaryStatus }: Told) =>
  [
    `${time(from)} ${to === null ? LASTS : time(to)}`,
    `${MEANING[primaryStatus]} ${primaryStatus} ${secondaryStatus || null}`,
  ].join(' ');
const toldLine = ({ startedAt, endedAt, status, reportedStatus, reportedReason }: StatusSegment) =>
  `${startedAt} ${endedAt ?? LASTS} ${status} ${reportedStatus} ${reportedReason}`;
const isContradictory = (status: readonly Told[]) =>
  status.some((one, index) => status.slice(index + 1).some((other) => shareTime(one, other)));
const spanOf = (line: string) => line.split(' ').slice(0, 2).join(' ');

test.each(['1', '2', '3'] as const)(
  'version %s: what overlaps the range comes out whole, ordered and in UTC, and nothing else',
  async (apiVersion) => {
    let answer: (request: StubRequest) => StubAnswer = () => ({ status: 500, body: null });
    await using kore = await stubbedKoreAi((request) => answer(request), { apiVersion }, AFTER_ALL);
    await fc.assert(
      fc.asyncProperty(world, async (generated) => {
        answer = statusServer(generated);
        const { asked, from, to } = generated;
        const range = rangeOf(time(from), time(to));
        const accounts = asked.map(({ userId, email }) => accountOf(userId, ...(email ? [email] : [])));
        const segments = await kore.port.open(operation()).segments.of(accounts, range);
        for (const { userId, status } of asked) {
          const within = status.filter(isWithin(generated));
          if (isContradictory(within)) {
            expect(segments.get(userId)).toBeInstanceOf(UpstreamError);
            continue;
          }
          const wanted = within.map(wantedLine);
          const told = segmentsIn(segments, userId).map(toldLine);
          expect(told.toSorted()).toEqual(wanted.toSorted());
          expect(told.map(spanOf)).toEqual(wanted.map(spanOf).sort());
        }
      }),
      { numRuns: 150 },
    );
  },
  60_000,
);
