import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UpstreamError } from '../../../../src/domain/errors.ts';
import { type StatusSegment, timeInStatus } from '../../../../src/domain/segment.ts';
import { openSegment, segmentsWithin, unite } from '../../../../src/vendors/kore-ai/timeline.ts';
import { rangeOf } from '../asking.ts';

const DAY = rangeOf('2026-03-02T00:00Z', '2026-03-03T00:00Z');
const NOW = Temporal.Instant.from('2026-03-02T18:00Z');

/** A segment of that day, written `BUSY 08:00-09:00`, or `BUSY 08:00-` while it lasts, with a reason after a slash. */
function segment(text: string): StatusSegment {
  const [words = '', times = ''] = text.split(' ');
  const [status = '', reportedReason = null] = words.split('/');
  const [from, to = ''] = times.split('-');
  const at = (time: string) => Temporal.Instant.from(`2026-03-02T${time}Z`);
  return {
    vendor: 'KORE_AI',
    status: status as StatusSegment['status'],
    ...{ reportedStatus: status, reportedReason },
    ...{ startedAt: at(from ?? ''), endedAt: to === '' ? null : at(to) },
  };
}

function textOf({ status, reportedReason, startedAt, endedAt }: StatusSegment): string {
  const time = (instant: Temporal.Instant) =>
    instant
      .toString()
      .slice(11)
      .replace(/(:00)?Z$/, '');
  const words = reportedReason === null ? status : `${status}/${reportedReason}`;
  return `${words} ${time(startedAt)}-${endedAt === null ? '' : time(endedAt)}`;
}

/** The segments as text, or the error in their place. */
const textsOf = (segments: readonly StatusSegment[] | UpstreamError) =>
  segments instanceof UpstreamError ? segments.message : segments.map(textOf);

const OVERLAP = 'segments of one agent overlap each other, though an agent has one status at a time.';
const FUTURE = 'a segment of one agent begins or ends in the future.';

const timelineOf = (rows: readonly (readonly string[])[]) => unite(rows.flat().map(segment));

describe('the segments of one agent', () => {
  test.each<readonly [string, string[][], string[]]>([
    ['none in any row are none', [[], []], []],
    [
      'those of two rows are united',
      [['BUSY 10:00-11:00'], ['AWAY 08:00-09:00']],
      ['AWAY 08:00-09:00', 'BUSY 10:00-11:00'],
    ],
    ['equal ones of two rows are one', [['AWAY 08:00-09:00'], ['AWAY 08:00-09:00']], ['AWAY 08:00-09:00']],
    ['equal ones of one row are one', [['AWAY 08:00-09:00', 'AWAY 08:00-09:00']], ['AWAY 08:00-09:00']],
    ['an open one of two rows is one', [['BUSY 08:00-'], ['BUSY 08:00-']], ['BUSY 08:00-']],
    [
      'one that ended between two rows has ended',
      [['BUSY 08:00-'], ['BUSY 08:00-09:00', 'AWAY 09:00-']],
      ['BUSY 08:00-09:00', 'AWAY 09:00-'],
    ],
    [
      'the order of the rows does not matter',
      [['BUSY 08:00-09:00', 'AWAY 09:00-'], ['BUSY 08:00-']],
      ['BUSY 08:00-09:00', 'AWAY 09:00-'],
    ],
    [
      'one that follows another without a gap',
      [['BUSY 08:00-09:00'], ['AWAY 09:00-10:00']],
      ['BUSY 08:00-09:00', 'AWAY 09:00-10:00'],
    ],
    [
      'one that took no time is not the open one',
      [['BUSY 08:00-08:00'], ['BUSY 08:00-']],
      ['BUSY 08:00-08:00', 'BUSY 08:00-'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(textsOf(segmentsWithin(timelineOf(rows), DAY, NOW))).toEqual(expected);
  });

  test.each<readonly [string, string[][]]>([
    ['two are open in one row', [['AVAILABLE 08:00-', 'BUSY 09:00-']]],
    ['two are open in two rows', [['AVAILABLE 08:00-'], ['BUSY 09:00-']]],
    ['two that began together are open', [['AVAILABLE 08:00-', 'BUSY 08:00-']]],
    ['two of one status with two reasons are open', [['BUSY/NBK 08:00-', 'BUSY/Lunch 08:00-']]],
    ['one is open and another began later', [['AVAILABLE 08:00-', 'BUSY 09:00-10:00']]],
    ['one is open and another row has a later one', [['AVAILABLE 08:00-'], ['BUSY 09:00-10:00']]],
    ['two of one row overlap', [['BUSY 08:00-10:00', 'AWAY 09:00-11:00']]],
    [
      'one row has a segment within a longer one',
      [['BUSY 08:00-12:00', 'AWAY 09:00-10:00', 'AWAY 12:00-13:00']],
    ],
    [
      'two rows report the same overlap',
      [
        ['BUSY 08:00-10:00', 'AWAY 09:00-11:00'],
        ['AWAY 09:00-11:00', 'BUSY 08:00-10:00'],
      ],
    ],
    ['rows overlap', [['BUSY 08:00-10:00'], ['AWAY 09:00-11:00']]],
    ['rows end one segment at two times', [['BUSY 08:00-10:00'], ['BUSY 08:00-11:00']]],
    [
      'a row has a segment within a longer one',
      [['BUSY 08:00-12:00', 'AWAY 13:00-14:00'], ['AWAY 09:00-10:00']],
    ],
    ['a row has an open segment within an ended one', [['BUSY 08:00-12:00'], ['AWAY 09:00-']]],
  ])('contradict each other where %s', (_, rows) => {
    expect(textsOf(segmentsWithin(timelineOf(rows), DAY, NOW))).toBe(OVERLAP);
    expect(textsOf(segmentsWithin(timelineOf(rows.toReversed()), DAY, NOW))).toBe(OVERLAP);
  });

  test('that contradict each other outside the range are right within it', () => {
    const morning = rangeOf('2026-03-02T05:00Z', '2026-03-02T08:00Z');
    const timeline = timelineOf([['AVAILABLE 06:00-07:00', 'BUSY 09:00-'], ['AWAY 10:00-']]);
    expect(textsOf(segmentsWithin(timeline, morning, NOW))).toEqual(['AVAILABLE 06:00-07:00']);
  });
});

describe('the present of one agent', () => {
  test.each<readonly [string, string[][], string | null]>([
    ['is nothing without segments', [[]], null],
    ['is nothing where all have ended', [['BUSY 08:00-09:00']], null],
    ['is the open segment', [['BUSY 08:00-09:00', 'AWAY 09:00-']], 'AWAY 09:00-'],
    ['is the open segment that began last', [['AVAILABLE 08:00-'], ['BUSY 09:00-']], 'BUSY 09:00-'],
    ['is not a segment that ended meanwhile', [['BUSY 08:00-'], ['BUSY 08:00-09:00']], null],
    ['is an error where another segment followed', [['AVAILABLE 08:00-', 'BUSY 09:00-10:00']], OVERLAP],
    ['is an error where two began together', [['AVAILABLE 08:00-', 'BUSY 08:00-']], OVERLAP],
    ['is an error where it begins in the future', [['BUSY 08:00-09:00', 'AWAY 18:05:01-']], FUTURE],
    ['is an error where a later one has ended', [['BUSY 08:00-', 'AWAY 19:00-20:00']], FUTURE],
    ['is an error where one ends in the future', [['BUSY 08:00-20:00']], FUTURE],
    ['is a segment that began as far ahead as clocks differ', [['AWAY 18:05-']], 'AWAY 18:05-'],
    ['is the open one after one that took no time', [['BUSY 08:00-08:00', 'BUSY 08:00-']], 'BUSY 08:00-'],
  ])('%s', (_, rows, expected) => {
    const open = openSegment(timelineOf(rows), NOW);
    expect(open instanceof UpstreamError ? open.message : open && textOf(open)).toBe(expected);
  });
});

test('an agent never has more seconds than the day, whatever share of the true segments each row has', () => {
  const truth = fc
    .record({
      changes: fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 8 }),
      lasts: fc.boolean(),
    })
    .map(({ changes, lasts }) => {
      const minutes = changes.toSorted((a, b) => a - b);
      const start = DAY.from;
      return minutes.map((minute, index): StatusSegment => {
        const next = minutes[index + 1] ?? (lasts ? null : minute + 1);
        return {
          ...segment(index % 2 === 0 ? 'BUSY 00:00-' : 'AWAY 00:00-'),
          startedAt: start.add({ minutes: minute }),
          endedAt: next === null ? null : start.add({ minutes: next }),
        };
      });
    });
  // A row that was read earlier has fewer segments, of which the last is open still.
  const rows = truth.chain((segments) =>
    fc.array(
      fc
        .nat(segments.length)
        .map((count) =>
          segments
            .slice(0, count)
            .map((each, index, { length }) => (index === length - 1 ? { ...each, endedAt: null } : each)),
        ),
      { minLength: 1, maxLength: 4 },
    ),
  );
  fc.assert(
    fc.property(rows, (own) => {
      const longest = own.reduce((one, other) => (one.length >= other.length ? one : other));
      const segments = segmentsWithin(unite(own.flat()), DAY, DAY.to);
      expect(segments).toEqual(longest);
      const seconds = timeInStatus(segments instanceof UpstreamError ? [] : segments, DAY, DAY.to).map(
        (row) => row.seconds,
      );
      expect(seconds.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(86_400);
    }),
  );
});
