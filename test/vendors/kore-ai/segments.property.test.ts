import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KoreAiAccount } from '../../../src/domain/account.ts';
import type { StatusSegment } from '../../../src/domain/segment.ts';
import { operation, rangeOf } from '../asking.ts';
import type { StubAnswer, StubRequest } from '../stub-vendor.ts';
import { stubbedKoreAi } from './kore-ai.ts';
import { type Agent, statusServer, type Told } from './status-server.ts';
import { MEANING, type World, world } from './worlds.ts';

function accountOf({ userId, email }: Agent): KoreAiAccount {
  const unknown = { name: null, firstName: null, lastName: null, customId: null, openSegment: null };
  return { vendor: 'KORE_AI', key: userId, emails: email === undefined ? [] : [email], ...unknown };
}

/** Whether some instant of the range, its end aside, belongs to the segment. One that takes no time is an instant itself. */
const isWithin =
  ({ from, to }: World) =>
  (told: Told) =>
    told.from < to && (told.to === null || told.to > from || (told.to === told.from && told.from >= from));

const LASTS = 'lasts';
const time = (milliseconds: number) => new Date(milliseconds).toISOString().replace('.000Z', 'Z');

/** What is told of a segment, in one line; lines of two segments are in their order, but for the words. */
const wantedLine = ({ from, to, primaryStatus, secondaryStatus }: Told) =>
  [
    `${time(from)} ${to === null ? LASTS : time(to)}`,
    `${MEANING[primaryStatus]} ${primaryStatus || null} ${secondaryStatus || null}`,
  ].join(' ');
const toldLine = ({ startedAt, endedAt, status, reportedStatus, reportedReason }: StatusSegment) =>
  `${startedAt} ${endedAt ?? LASTS} ${status} ${reportedStatus} ${reportedReason}`;
const spanOf = (line: string) => line.split(' ').slice(0, 2).join(' ');

test.each(['1', '2', '3'] as const)(
  'version %s: what overlaps the range comes out whole, ordered and in UTC, and nothing else',
  async (apiVersion) => {
    let answer: (request: StubRequest) => StubAnswer = () => ({ status: 500, body: null });
    await using kore = await stubbedKoreAi((request) => answer(request), { apiVersion });
    await fc.assert(
      fc.asyncProperty(world, async (generated) => {
        answer = statusServer(generated);
        const { asked, from, to } = generated;
        const range = rangeOf(time(from), time(to));
        const segments = await kore.port.segments.of(asked.map(accountOf), range, operation());
        for (const { userId, status } of asked) {
          const told = (segments.get(userId) ?? []).map(toldLine);
          const wanted = status.filter(isWithin(generated)).map(wantedLine);
          expect(told.toSorted()).toEqual(wanted.toSorted());
          expect(told.map(spanOf)).toEqual(wanted.map(spanOf).sort());
        }
      }),
      { numRuns: 300 },
    );
  },
  60_000,
);
