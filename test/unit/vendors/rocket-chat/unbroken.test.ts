import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Session, unbroken } from '../../../../src/vendors/rocket-chat/sessions.ts';

/** Zones with and without changes of clocks, one of whose days has no midnight, within the time that is tried. */
const ZONES = ['UTC', 'Europe/Warsaw', 'Asia/Kathmandu', 'America/Santiago', 'Pacific/Chatham'];
const FIRST = Temporal.Instant.from('2024-09-06T00:00:00Z');
const SECONDS = 4 * 86_400;

const at = (seconds: number) => FIRST.add({ seconds });
const anySession = fc
  .tuple(fc.integer({ min: 0, max: SECONDS }), fc.integer({ min: 0, max: 90_000 }))
  .map(([start, length]): Session => ({ startedAt: at(start), stoppedAt: at(start + length) }));

/** A session as the server stores it: cut at each midnight of its zone. */
function cut({ startedAt, stoppedAt }: Session, timeZone: string): Session[] {
  const midnight = startedAt.toZonedDateTimeISO(timeZone).add({ days: 1 }).startOfDay().toInstant();
  if (Temporal.Instant.compare(stoppedAt, midnight) < 0) return [{ startedAt, stoppedAt }];
  const lastSecond = midnight.subtract({ seconds: 1 });
  const end = Temporal.Instant.compare(lastSecond, startedAt) < 0 ? startedAt : lastSecond;
  return [{ startedAt, stoppedAt: end }, ...cut({ startedAt: midnight, stoppedAt }, timeZone)];
}

const zonedSessions = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  sessions: fc.array(anySession, { maxLength: 12 }),
});

const stored = zonedSessions.chain(({ timeZone, sessions }) =>
  fc
    .shuffledSubarray(
      sessions.flatMap((session) => cut(session, timeZone)),
      { minLength: 0 },
    )
    .map((pieces) => ({ timeZone, sessions: pieces })),
);

const covers = (sessions: readonly Session[], startedAt: Temporal.Instant, stoppedAt: Temporal.Instant) =>
  sessions.some(
    (session) =>
      Temporal.Instant.compare(session.startedAt, startedAt) <= 0 &&
      Temporal.Instant.compare(session.stoppedAt, stoppedAt) >= 0,
  );

test('stretches are in order and apart from each other', () => {
  fc.assert(
    fc.property(stored, ({ timeZone, sessions }) => {
      const stretches = unbroken(sessions, timeZone);
      for (const [index, next] of stretches.entries()) {
        expect(Temporal.Instant.compare(next.startedAt, next.stoppedAt)).toBeLessThanOrEqual(0);
        const before = stretches[index - 1];
        if (before) expect(Temporal.Instant.compare(before.stoppedAt, next.startedAt)).toBe(-1);
      }
    }),
  );
});

test('stretches cover the sessions, and beside them only the last second of a day', () => {
  fc.assert(
    fc.property(stored, ({ timeZone, sessions }) => {
      const stretches = unbroken(sessions, timeZone);
      for (const { startedAt, stoppedAt } of sessions)
        expect(covers(stretches, startedAt, stoppedAt)).toBe(true);
      const instants = sessions
        .flatMap(({ startedAt, stoppedAt }) => [startedAt, stoppedAt])
        .sort(Temporal.Instant.compare);
      for (const [index, from] of instants.entries()) {
        const to = instants[index + 1] ?? from;
        if (!covers(stretches, from, to) || covers(sessions, from, to)) continue;
        const midnight = to.toZonedDateTimeISO(timeZone).startOfDay().toInstant();
        expect(to).toEqual(midnight);
        expect(from.until(to).total('seconds')).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('what midnights cut is whole again, wherever the server is', () => {
  fc.assert(
    fc.property(zonedSessions, ({ timeZone, sessions }) => {
      const pieces = sessions.flatMap((session) => cut(session, timeZone));
      expect(unbroken(pieces, timeZone)).toEqual(unbroken(sessions, timeZone));
    }),
  );
});

test('stretches are the same in whatever order the sessions are told, and once they are unbroken', () => {
  fc.assert(
    fc.property(stored, ({ timeZone, sessions }) => {
      const stretches = unbroken(sessions, timeZone);
      expect(unbroken(sessions.toReversed(), timeZone)).toEqual(stretches);
      expect(unbroken(stretches, timeZone)).toEqual(stretches);
    }),
  );
});
