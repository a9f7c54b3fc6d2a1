import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatusSegment } from '../../../../src/domain/segment.ts';
import { createRocketChat } from '../../../../src/vendors/rocket-chat/index.ts';
import { operation, segmentsIn } from '../asking.ts';
import { type StubAnswer, type StubRequest, startStubVendor } from '../stub-vendor.ts';
import { historyServer, type Stretch } from './history-server.ts';
import { AUTH_TOKEN, accountNamed, USER_ID } from './rocket-chat.ts';
import { type World, world } from './worlds.ts';

const { compare } = Temporal.Instant;

/**
 * A user's stretches as they must come out, oldest first: whole over the days that the range touches, cut where they go on
 * beyond those, and only those that share an instant with the range.
 */
function expected(stretches: readonly Stretch[], { timeZone, now, from, to }: World): string[] {
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate();
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant();
  const begin = startOf(dayOf(from));
  const lastDay = dayOf(to.subtract({ nanoseconds: 1 }));
  return stretches.flatMap(({ startedAt, stoppedAt }) => {
    // Of what lasts, only the days that are over have been told.
    const isUnderWay = stoppedAt === null && Temporal.PlainDate.compare(dayOf(now), lastDay) <= 0;
    const day = isUnderWay ? dayOf(now).subtract({ days: 1 }) : lastDay;
    const [end, lastSecond] = [startOf(day.add({ days: 1 })), day.toPlainDateTime('23:59:59')];
    const start = later(startedAt, begin);
    if (compare(start, end) >= 0 || (stoppedAt !== null && compare(stoppedAt, begin) < 0)) return [];
    // What began after the day's last second, as its clock tells it, is told as having taken no time.
    const cutAt = later(lastSecond.toZonedDateTime(timeZone).toInstant(), start);
    const stop = stoppedAt !== null && compare(stoppedAt, end) < 0 ? stoppedAt : cutAt;
    const overlaps = compare(start, to) < 0 && compare(stop, from) > 0;
    const beginsItself = start.equals(from) && stop.equals(from);
    return overlaps || beginsItself ? [`${start} ${stop}`] : [];
  });
}

const later = (a: Temporal.Instant, b: Temporal.Instant) => (compare(a, b) >= 0 ? a : b);
const AVAILABLE = {
  ...{ vendor: 'ROCKET_CHAT', status: 'AVAILABLE' },
  ...{ reportedStatus: null, reportedReason: null },
};
const spanOf = ({ startedAt, endedAt }: StatusSegment) => `${startedAt} ${endedAt}`;

test('whatever the server cut comes out whole, ordered and in UTC, and nothing is lost', async () => {
  let answer: (request: StubRequest) => StubAnswer = () => ({ status: 500, body: null });
  await using stub = await startStubVendor((request) => answer(request));
  await fc.assert(
    fc.asyncProperty(world, async (generated) => {
      const { timeZone, users, others, limit, now, from, to } = generated;
      answer = historyServer([...users, ...others], timeZone, limit);
      const token = { userId: USER_ID, authToken: AUTH_TOKEN };
      const zones = { timeZone, reportTimeZone: timeZone };
      const config = { url: stub.url, ...token, ...zones, callsPerMinute: Number.POSITIVE_INFINITY };
      const port = createRocketChat(config, () => now);
      const accounts = [...users.map(({ username }) => username), 'nobody'].map(accountNamed);
      const one = port.open(operation());
      const segments = await one.segments.of(accounts, { from, to });
      for (const { username, stretches } of users) {
        const wanted = expected(stretches, generated);
        const told = segmentsIn(segments, username);
        expect(told.map(spanOf)).toEqual(wanted);
        for (const segment of told) expect(segment).toMatchObject(AVAILABLE);
        for (const direction of ['forwards', 'backwards'] as const) {
          const start = { direction, from: null };
          const drawn = one.segments.drawn?.(accountNamed(username), { from, to }, start);
          const spans = (await Array.fromAsync(drawn ?? told)).map(spanOf);
          expect(direction === 'forwards' ? spans : spans.reverse()).toEqual(wanted);
        }
      }
      expect(segments.get('nobody') ?? []).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
