import fc from 'fast-check';
import { cut, type Document, type Stretch } from './history-server.ts';

/** Where the server may be: offsets of all kinds; clocks that skip midnight, have it twice or have the hour before it twice. */
const ZONES = [
  ...['UTC', 'Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Eucla'],
  ...['Pacific/Chatham', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Apia'],
  ...['America/Santiago', 'Africa/Cairo', 'Asia/Beirut', 'America/Sao_Paulo', 'Asia/Tehran'],
  ...['America/Havana', 'Atlantic/Azores'],
];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Place {
  readonly timeZone: string;
  /** Around which everything happens. */
  readonly middle: Temporal.Instant;
}

/** Anywhere, mostly when the clocks change there. */
const place: fc.Arbitrary<Place> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    // The time zone database may still change its mind about what lies ahead.
    some: fc.integer({ min: Date.parse('2015-01-01T00:00Z'), max: Date.parse('2024-12-01T00:00Z') }),
    atChange: fc.integer({ min: 0, max: 4 }).map((number) => number > 0),
  })
  .map(({ timeZone, some, atChange }) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(some);
    const change = atChange ? instant.toZonedDateTimeISO(timeZone).getTimeZoneTransition('next') : null;
    return { timeZone, middle: change?.toInstant() ?? instant };
  });

/** An instant by its distance from the middle or, where `day` is given, from the beginning of that day after the middle's. */
interface Moment {
  readonly day: number | null;
  readonly milliseconds: number;
}
const near = fc.oneof(
  fc.constantFrom(-2000, -1001, -1000, -999, -400, -1, 0, 1, 1000),
  fc.integer({ min: -2 * HOUR, max: 2 * HOUR }),
);
const moment: fc.Arbitrary<Moment> = fc.oneof(
  fc.record({ day: fc.constant(null), milliseconds: fc.integer({ min: -3 * DAY, max: 3 * DAY }) }),
  fc.record({ day: fc.integer({ min: -3, max: 3 }), milliseconds: near }),
  fc.record({ day: fc.constant(null), milliseconds: near }),
);

function instantOf({ day, milliseconds }: Moment, { timeZone, middle }: Place): Temporal.Instant {
  if (day === null) return middle.round('millisecond').add({ milliseconds });
  const date = middle.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: day });
  return date.toZonedDateTime(timeZone).toInstant().add({ milliseconds });
}

/** A user: when that one was available, in order and with time between, and what the server keeps of it. */
interface User {
  readonly username: string;
  readonly stretches: readonly Stretch[];
  readonly documents: readonly Document[];
}

/** A server with its users, and a range to ask it for. */
export interface World {
  readonly timeZone: string;
  readonly users: readonly User[];
  /** Users of whom nothing matters but that they are listed, too. */
  readonly others: readonly User[];
  /** The most rows that the server lists in one call. */
  readonly limit: number;
  readonly now: Temporal.Instant;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

const drawn = fc.record({
  place,
  users: fc.array(
    fc.record({
      moments: fc.array(moment, { maxLength: 10 }),
      /** Whether the last moment begins a stretch that lasts; else one that takes no time. */
      lasts: fc.boolean(),
      /** How far into each session a second tab was closed, in percent; null for none. */
      tabs: fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 5 }),
      /** A day's sessions are in no order: here they are in one or in its reverse. */
      isReversed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  /** Each end of the range is a moment of its own, or one of the users'. */
  ends: fc.tuple(moment, moment),
  borrowed: fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())),
  others: fc.constantFrom(0, 0, 0, 60, 130),
  limit: fc.constantFrom(100, 50),
  /** How long after the last moment the server is asked. */
  later: fc.integer({ min: 0, max: 2 * DAY }),
});

/** Any world. */
export const world: fc.Arbitrary<World> = drawn.map(
  ({ place: here, users, ends, borrowed, others, limit, later }) => {
    const { timeZone, middle } = here;
    const moments = users.flatMap((user) => user.moments);
    const now = (inOrder(moments, here).at(-1) ?? middle).add({ milliseconds: later });
    const [one, other] = ends.map((end, index) => {
      const at = borrowed[index] ?? null;
      const chosen = at === null ? undefined : moments[at % Math.max(1, moments.length)];
      return instantOf(chosen ?? end, here);
    }) as [Temporal.Instant, Temporal.Instant];
    const [from, to] = [one, other].sort(Temporal.Instant.compare) as [Temporal.Instant, Temporal.Instant];
    const noon = middle.toZonedDateTimeISO(timeZone).withPlainTime('12:00').toInstant();
    const lunch = { startedAt: noon, stoppedAt: noon.add({ minutes: 1 }) };
    const ofLunch = cut(lunch, timeZone, now);
    return {
      ...{ timeZone, limit, now, from, to: to.equals(from) ? to.add({ milliseconds: 1 }) : to },
      users: users.map(({ moments: own, lasts, tabs, isReversed }, index) => {
        const stretches = stretchesOf(inOrder(own, here), lasts, timeZone);
        const days = stretches.flatMap((stretch) => cut(stretch, timeZone, now));
        return { username: `user-${index}`, stretches, documents: kept(days, tabs, isReversed) };
      }),
      others: Array.from({ length: others }, (_, index) => ({
        ...{ username: `another-${index}`, stretches: [lunch], documents: ofLunch },
      })),
    };
  },
);

function inOrder(moments: readonly Moment[], here: Place): Temporal.Instant[] {
  const instants = new Set(moments.map((each) => instantOf(each, here).epochMilliseconds));
  return [...instants].sort((a, b) => a - b).map((each) => Temporal.Instant.fromEpochMilliseconds(each));
}

/** Stretches with time between them. None begins at midnight itself: what does is what the server cut. */
function stretchesOf(instants: readonly Temporal.Instant[], lasts: boolean, timeZone: string): Stretch[] {
  const [startedAt, stoppedAt] = instants;
  if (startedAt === undefined) return [];
  const midnight = startedAt.toZonedDateTimeISO(timeZone).startOfDay().toInstant();
  if (startedAt.equals(midnight)) return stretchesOf(instants.slice(1), lasts, timeZone);
  if (stoppedAt === undefined) return [{ startedAt, stoppedAt: lasts ? null : startedAt }];
  return [{ startedAt, stoppedAt }, ...stretchesOf(instants.slice(2), lasts, timeZone)];
}

/** The documents of all stretches, one a day, in which second tabs leave sessions of their own. */
function kept(cuts: readonly Document[], tabs: readonly (number | null)[], isReversed: boolean): Document[] {
  const days = Map.groupBy(cuts, ({ day }) => String(day));
  return [...days.values()].map((documents) => {
    const [{ day }] = documents as [Document];
    const sessions = documents.flatMap((document) => document.sessions);
    const told = sessions.flatMap((session, index) => withTab(session, tabs[index % tabs.length] ?? null));
    return { day, sessions: isReversed ? told.reverse() : told };
  });
}

/** A session and, where a second tab was closed in it, a stop of that since the same start. */
function withTab(session: Stretch, percent: number | null): Stretch[] {
  const { startedAt, stoppedAt } = session;
  const length = stoppedAt === null ? 0 : startedAt.until(stoppedAt).total('milliseconds');
  if (percent === null || length <= 0) return [session];
  return [
    session,
    { startedAt, stoppedAt: startedAt.add({ milliseconds: Math.floor((length * percent) / 100) }) },
  ];
}
