import fc from 'fast-check';
import type { TimeRange } from '../../src/domain/time-range.ts';

/** A span of time in epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span in one status, which Kore.ai tells by two words; open where it has no end. */
export interface StatusSpan {
  readonly from: number;
  readonly to: number | null;
  readonly primary: string;
  readonly secondary: string;
}

/** What one person truly did, by each of the person's accounts. */
export interface Work {
  /** The zone of Rocket.Chat's server. */
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** When each Rocket.Chat account was available; the spans of two tabs or devices overlap. */
  readonly available: readonly (readonly Span[])[];
  /** What each Kore.ai account was set to. */
  readonly statuses: readonly (readonly StatusSpan[])[];
  /** What is asked about. */
  readonly range: TimeRange;
}

/** Zones, each with the evening on which these days begin: before clocks change, in Santiago at midnight. */
const EVENINGS = {
  UTC: '2024-09-05T18:00:00Z',
  'America/Santiago': '2024-09-05T18:00:00Z',
  'Europe/Warsaw': '2024-10-24T18:00:00Z',
  'Asia/Kathmandu': '2024-09-05T18:00:00Z',
};

const DAYS = 4;
const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** A moment of these days: any, or at a midnight or near one, where all the difficulties are. */
function anyMoment(zone: string, evening: Temporal.Instant): fc.Arbitrary<number> {
  const midnight = (day: number) =>
    evening.toZonedDateTimeISO(zone).add({ days: day }).startOfDay().epochMilliseconds;
  const anyMidnight = fc.integer({ min: 1, max: DAYS }).map(midnight);
  const nearly = fc.constantFrom(-2, -1, 0, 0, 0, 1);
  return fc.oneof(
    fc.nat(DAYS * 24 * 60).map((minute) => evening.epochMilliseconds + minute * 60 * SECOND),
    fc.tuple(anyMidnight, nearly).map(([instant, seconds]) => instant + seconds * SECOND),
  );
}

/** Up to two accounts at each vendor, which may tell the very same. */
function anyWorkIn(zone: string, evening: Temporal.Instant): fc.Arbitrary<Work> {
  const moment = anyMoment(zone, evening);
  const span = fc.oneof(
    fc.tuple(moment, moment).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
    fc.tuple(moment, fc.nat(4 * 3600)).map(([from, seconds]) => ({ from, to: from + seconds * SECOND })),
  );
  const change = fc.record({
    at: moment,
    // Nothing is told of who has signed out.
    primary: fc.constantFrom('AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE', 'Login Prep', null),
    secondary: fc.constantFrom('', 'NBK', 'Lunch'),
  });
  const statuses = fc
    .record({
      changes: fc.array(change, { maxLength: 10 }),
      lasts: fc.boolean(),
      fraction: fc.constantFrom(0, 250),
    })
    .map(statusSpans);
  // An end of the range: a moment, the beginning or the end of something, or of all these days.
  const allDays = [0, DAYS * 24 * HOUR].map((time) => evening.epochMilliseconds + time);
  const end = fc.oneof(moment, fc.constantFrom(...allDays), fc.record({ edge: fc.nat() }));

  return fc
    .record({
      zone: fc.constant(zone),
      now: moment.map(instant),
      available: upToTwo(fc.array(span, { maxLength: 8 })),
      statuses: upToTwo(statuses),
      ends: fc.tuple(end, end),
    })
    .map(({ ends, ...drawn }) => {
      const work = { ...drawn, now: afterAll(drawn) };
      return { ...work, range: rangeOf(ends, work) };
    });
}

/** The present, once everything that Kore.ai reports has begun and ended: it reports nothing of the future. */
function afterAll({ statuses, now }: Pick<Work, 'statuses' | 'now'>): Temporal.Instant {
  const edges = statuses.flat().map(({ from, to }) => to ?? from);
  return instant(Math.max(now.epochMilliseconds, ...edges));
}

/** What one person did, and a range of which the ends are likely to cut it. */
export const anyWork: fc.Arbitrary<Work> = fc.oneof(
  ...Object.entries(EVENINGS).map(([zone, evening]) => anyWorkIn(zone, Temporal.Instant.from(evening))),
);

function upToTwo<Of>(any: fc.Arbitrary<Of>): fc.Arbitrary<Of[]> {
  return fc.oneof(
    fc.array(any, { maxLength: 2 }),
    any.map((same) => [same, same]),
  );
}

interface Statuses {
  readonly changes: readonly {
    readonly at: number;
    readonly primary: string | null;
    readonly secondary: string;
  }[];
  readonly lasts: boolean;
  /** What the vendor's clock has beyond whole seconds. */
  readonly fraction: number;
}

/** One status after the other, each until the next change; the last one lasts or ends an hour later. */
function statusSpans({ changes, lasts, fraction }: Statuses): StatusSpan[] {
  const ordered = changes.toSorted((a, b) => a.at - b.at);
  const spans = ordered.flatMap(({ at, primary, secondary }, index) => {
    const next = ordered[index + 1]?.at ?? (lasts ? null : at + HOUR);
    if (primary === null) return [];
    return { from: at + fraction, to: next === null ? null : next + fraction, primary, secondary };
  });
  // Equal segments of one agent are one.
  return [...new Map(spans.map((span) => [JSON.stringify(span), span])).values()];
}

type End = number | { readonly edge: number };

function rangeOf(ends: readonly End[], { available, statuses, now }: Omit<Work, 'range'>): TimeRange {
  const edges = [...available.flat(), ...statuses.flat()].flatMap(({ from, to }) =>
    to === null ? from : [from, to],
  );
  const instants = ends.map((end) =>
    typeof end === 'number' ? end : (edges[end.edge % Math.max(1, edges.length)] ?? now.epochMilliseconds),
  );
  const from = Math.min(...instants);
  return { from: instant(from), to: instant(Math.max(from + SECOND, ...instants)) };
}

function instant(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
