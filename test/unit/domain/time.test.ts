import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSegments, overlaps, type StatusSegment, timeInStatus } from '../../../src/domain/segment.ts';
import { daysTouched, eachDay, type TimeRange, wholeDays } from '../../../src/domain/time-range.ts';

/** Zones with summer time, with 45 minutes, with clocks that change at midnight, and at both ends of the day. */
const ZONES = [
  'UTC',
  'Europe/Warsaw',
  'America/New_York',
  'Asia/Kathmandu',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Apia',
];

const instant = fc
  .integer({ min: 1_700_000_000, max: 1_800_000_000 })
  .map((s) => Temporal.Instant.fromEpochMilliseconds(s * 1000));
const range: fc.Arbitrary<TimeRange> = fc
  .tuple(instant, fc.integer({ min: 1, max: 20 * 86_400 }))
  .map(([from, seconds]) => ({ from, to: from.add({ seconds }) }));

describe('the days that a range touches', () => {
  it('cover the range, and none of them could be left out', () => {
    fc.assert(
      fc.property(range, fc.constantFrom(...ZONES), (asked, zone) => {
        const span = daysTouched(asked, zone);
        const covered = wholeDays(span, zone);
        expect(Temporal.Instant.compare(covered.from, asked.from)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(covered.to, asked.to)).toBeGreaterThanOrEqual(0);
        const days = [...eachDay(span)];
        const inner = wholeDays(
          { first: span.first.add({ days: 1 }), end: span.end.subtract({ days: 1 }) },
          zone,
        );
        if (days.length > 2) {
          expect(Temporal.Instant.compare(inner.from, asked.from)).toBeGreaterThan(0);
          expect(Temporal.Instant.compare(inner.to, asked.to)).toBeLessThan(0);
        }
      }),
    );
  });

  it.each([
    ['a day exactly', '2026-03-17T00:00:00Z', '2026-03-18T00:00:00Z', 'UTC', ['2026-03-17']],
    [
      'a nanosecond more',
      '2026-03-17T00:00:00Z',
      '2026-03-18T00:00:00.000000001Z',
      'UTC',
      ['2026-03-17', '2026-03-18'],
    ],
    ['a minute', '2026-12-31T23:59:00Z', '2027-01-01T00:00:00Z', 'UTC', ['2026-12-31']],
    [
      'the same minute elsewhere',
      '2026-12-31T23:59:00Z',
      '2027-01-01T00:00:00Z',
      'Asia/Kathmandu',
      ['2027-01-01'],
    ],
    ['a day of 23 hours', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 'Europe/Warsaw', ['2026-03-29']],
  ])('are right for %s', (_, from, to, zone, days) => {
    const span = daysTouched({ from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) }, zone);
    expect([...eachDay(span)].map(String)).toEqual(days);
  });
});

describe('segments', () => {
  const segment: fc.Arbitrary<StatusSegment> = fc
    .record({
      startedAt: instant,
      seconds: fc.option(fc.nat({ max: 100_000 })),
      vendor: fc.constantFrom('ROCKET_CHAT' as const, 'KORE_AI' as const),
      status: fc.constantFrom('AVAILABLE' as const, 'BUSY' as const, 'AWAY' as const),
    })
    .map(({ startedAt, seconds, vendor, status }) => ({
      vendor,
      status,
      reportedStatus: status,
      reportedReason: null,
      startedAt,
      endedAt: seconds === null ? null : startedAt.add({ seconds }),
    }));

  it('add up to the seconds of each second by second count', () => {
    const from = Temporal.Instant.from('2026-03-17T00:00:00Z');
    const short = fc.array(
      fc.tuple(
        fc.integer({ min: -20, max: 50 }),
        fc.option(fc.nat({ max: 40 })),
        fc.constantFrom('AVAILABLE' as const, 'BUSY' as const),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        short,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: -5, max: 40 }),
        (list, length, nowAt) => {
          const segments = list.map(([start, seconds, status]) => ({
            vendor: 'KORE_AI' as const,
            status,
            reportedStatus: null,
            reportedReason: null,
            startedAt: from.add({ seconds: start }),
            endedAt: seconds === null ? null : from.add({ seconds: start + seconds }),
          }));
          const totals = timeInStatus(
            segments,
            { from, to: from.add({ seconds: length }) },
            from.add({ seconds: nowAt }),
          );
          for (const status of ['AVAILABLE', 'BUSY'] as const) {
            let counted = 0;
            for (let second = 0; second < length; second += 1) {
              counted += list.filter(([start, seconds, own]) => {
                const end = seconds === null ? nowAt : start + seconds;
                return own === status && start <= second && second < end;
              }).length;
            }
            expect(totals.find((row) => row.status === status)?.seconds ?? 0).toBe(counted);
          }
        },
      ),
    );
  });

  it('are in a range only where they share an instant with it', () => {
    const at = (time: string) => Temporal.Instant.from(`2026-03-17T${time}Z`);
    const asked = { from: at('10:00:00'), to: at('11:00:00') };
    const inRange = (startedAt: string, endedAt: string | null) =>
      overlaps(
        {
          vendor: 'KORE_AI',
          status: 'BUSY',
          reportedStatus: null,
          reportedReason: null,
          startedAt: at(startedAt),
          endedAt: endedAt === null ? null : at(endedAt),
        },
        asked,
      );
    expect(inRange('09:00:00', '10:00:00')).toBe(false);
    expect(inRange('09:00:00', '10:00:01')).toBe(true);
    expect(inRange('11:00:00', '12:00:00')).toBe(false);
    expect(inRange('10:59:59', null)).toBe(true);
    expect(inRange('11:00:00', null)).toBe(false);
    expect(inRange('08:00:00', '12:00:00')).toBe(true);
    expect(inRange('10:00:00', '10:00:00')).toBe(true);
    expect(inRange('11:00:00', '11:00:00')).toBe(false);
  });

  it('have one order, whatever the order they came in', () => {
    fc.assert(
      fc.property(fc.array(segment), (list) => {
        const sorted = list.toSorted(compareSegments);
        expect(list.toReversed().sort(compareSegments)).toEqual(sorted);
        for (const [index, next] of sorted.entries()) {
          const previous = sorted[index - 1];
          if (previous)
            expect(Temporal.Instant.compare(previous.startedAt, next.startedAt)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
