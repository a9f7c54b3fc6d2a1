import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SegmentStart } from '../../../../src/domain/ports.ts';
import type { StatusSegment } from '../../../../src/domain/segment.ts';
import type { History } from '../../../../src/vendors/rocket-chat/history.ts';
import type { Session } from '../../../../src/vendors/rocket-chat/sessions.ts';
import { createTimeline } from '../../../../src/vendors/rocket-chat/timeline.ts';
import { segmentsIn } from '../asking.ts';
import { accountNamed } from './rocket-chat.ts';

const ANA = accountNamed('ana');
const ZONES = ['UTC', 'Europe/Warsaw', 'Asia/Kathmandu', 'America/Santiago', 'Pacific/Chatham'];
/** Clocks change in Santiago, where a day of this range has no midnight. */
const FIRST = Temporal.Instant.from('2024-09-05T09:00:00Z');
const DAYS = 10;

/** What is stored of each day, by the day's date, and the days that were asked for. */
function historyOf(days: ReadonlyMap<string, readonly Session[]>) {
  const asked: string[] = [];
  const history: History = {
    rows: async () => [],
    async sessionsOf(day) {
      if (!asked.includes(String(day))) asked.push(String(day));
      return new Map([['ana', days.get(String(day)) ?? []]]);
    },
  };
  return { history, asked };
}

/** Stretches of availability, as hours and minutes from the beginning, cut at each midnight as the server cuts them. */
function stored(stretches: readonly (readonly [start: number, minutes: number])[], timeZone: string) {
  const days = new Map<string, Session[]>();
  for (const [start, minutes] of stretches) {
    let from = FIRST.add({ minutes: start });
    const end = from.add({ minutes });
    for (;;) {
      const day = from.toZonedDateTimeISO(timeZone).toPlainDate();
      const midnight = day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
      const isCut = Temporal.Instant.compare(end, midnight) >= 0;
      const stoppedAt = isCut ? midnight.subtract({ seconds: 1 }) : end;
      days.set(String(day), [...(days.get(String(day)) ?? []), { startedAt: from, stoppedAt }]);
      if (!isCut) break;
      from = midnight;
    }
  }
  return days;
}

const drawnFrom = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  stretches: fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: DAYS * 1440 }),
      fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 5000 })),
    ),
    { maxLength: 14 },
  ),
  from: fc.integer({ min: 0, max: DAYS * 1440 }),
  length: fc.integer({ min: 1, max: DAYS * 1440 }),
  direction: fc.constantFrom<SegmentStart['direction']>('forwards', 'backwards'),
});

const spanOf = ({ startedAt, endedAt }: StatusSegment) => `${startedAt} ${endedAt}`;

describe('segments that are drawn', () => {
  test('are those of the whole range, from any of them on, in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(
        drawnFrom,
        fc.nat(),
        async ({ timeZone, stretches, from, length, direction }, chosen) => {
          const { history } = historyOf(stored(stretches, timeZone));
          const timeline = createTimeline(history, timeZone);
          const range = { from: FIRST.add({ minutes: from }), to: FIRST.add({ minutes: from + length }) };
          const whole = segmentsIn(await timeline.of([ANA], range), 'ana');
          const start = whole[chosen % Math.max(1, whole.length)];
          for (const first of [null, start?.startedAt ?? null]) {
            const drawn: StatusSegment[] = [];
            const segments = timeline.drawn?.(ANA, range, { direction, from: first }) ?? [];
            for await (const segment of segments) drawn.push(segment);
            const order = direction === 'forwards' ? 1 : -1;
            const isBeyond = ({ startedAt }: StatusSegment) =>
              first === null || order * Temporal.Instant.compare(startedAt, first) >= 0;
            const expected = (direction === 'forwards' ? whole : whole.toReversed()).filter(isBeyond);
            // More may be drawn before the start: whoever draws passes over them.
            expect(drawn.filter(isBeyond).map(spanOf)).toEqual(expected.map(spanOf));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('do not begin anew at a midnight at which somebody’s other segment does', async () => {
    const { history } = historyOf(stored([[0, 2000]], 'UTC'));
    const midnight = FIRST.add({ hours: 15 });
    const range = { from: FIRST, to: FIRST.add({ hours: 72 }) };
    const start: SegmentStart = { direction: 'forwards', from: midnight };
    const drawn: StatusSegment[] = [];
    for await (const segment of createTimeline(history, 'UTC').drawn?.(ANA, range, start) ?? [])
      drawn.push(segment);
    expect(drawn.map(spanOf)).toEqual([`${FIRST} ${FIRST.add({ minutes: 2000 })}`]);
  });

  const office = (days: number) => Array.from({ length: days }, (_, day) => [day * 1440, 480] as const);
  const quarter = { from: FIRST, to: FIRST.add({ hours: 90 * 24 }) };

  test.each<
    readonly [string, SegmentStart['direction'], readonly (readonly [number, number])[], number, number]
  >([
    ['the days of five segments, one a day', 'forwards', office(90), 5, 5],
    ['those of the last five', 'backwards', office(90), 5, 6],
    [
      'a night more, which tells where a stretch ends that goes on past midnight',
      'forwards',
      [[0, 1440]],
      1,
      2,
    ],
    ['every day where nothing is found', 'forwards', [], 1, 91],
  ])('cost no more than %s', async (_, direction, stretches, count, days) => {
    const { history, asked } = historyOf(stored(stretches, 'UTC'));
    let drawn = 0;
    const segments = createTimeline(history, 'UTC').drawn?.(ANA, quarter, { direction, from: null });
    for await (const _segment of segments ?? []) {
      drawn += 1;
      if (drawn === count) break;
    }
    expect(asked).toHaveLength(days);
  });
});
