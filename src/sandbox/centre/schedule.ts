import type { Status, StatusSpan } from './model.ts';
import { hashOf, type Random, randomFor } from './random.ts';

/** One second, in milliseconds like all lengths of time here. */
export const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** One UTC day. */
export const DAY = 24 * HOUR;

/** The number of the UTC day, counted from 1970-01-01, in which an instant lies. */
export const dayOf = (instant: number) => Math.floor(instant / DAY);

/** The UTC days that `from <= t < to` touches. */
export function daysBetween(from: number, to: number): number[] {
  const first = dayOf(from);
  return Array.from({ length: Math.max(0, dayOf(to - 1) - first + 1) }, (_, at) => first + at);
}

/** After the day on which it begins, a shift lasts into at most so many further days. */
export const LONGEST_SHIFT_DAYS = 2;

/** One span of a shift as it will have been: always with an end. */
export interface PlannedSpan {
  readonly member: number;
  readonly status: Status;
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

/** A member's whole shift, in spans without gaps. */
export interface Shift {
  readonly member: number;
  readonly spans: readonly PlannedSpan[];
}

/** When a member works, week after week. */
interface WorkPattern {
  /** Minutes after UTC midnight at which the shift usually begins. */
  readonly startMinute: number;
  /** Days of the week without a shift; 0 is a Thursday, as 1970-01-01 was. */
  readonly daysOff: readonly [number, number];
}

/** What a member chooses in place of a plain "Busy": every one of type BUSY. */
const BUSY_REASONS = ['BUSY', 'BUSY', 'NBK', 'Training', 'Team meeting'] as const;

/** What a member chooses in place of a plain "Away", apart from lunch: every one of type AWAY. */
const AWAY_REASONS = ['AWAY', 'AWAY', 'Short break', 'Coffee'] as const;

const SATURDAY_AND_SUNDAY = [2, 3] as const;

/** Early, late and night shifts of about eight and a half hours overlap, so that somebody is always there. */
const SHIFT_STARTS = [
  { upToShare: 0.4, from: 5 * 60, to: 8 * 60 },
  { upToShare: 0.7, from: 12 * 60, to: 15 * 60 },
  { upToShare: 1, from: 20 * 60, to: 22 * 60 + 30 },
] as const;

function workPatternOf(seed: number, member: number): WorkPattern {
  const random = randomFor(seed, 'pattern', member);
  const kind = random.fraction();
  const starts = SHIFT_STARTS.find(({ upToShare }) => kind < upToShare) ?? SHIFT_STARTS[0];
  const startMinute = random.whole(starts.from, starts.to);
  const dayOff = random.whole(0, 6);
  return {
    startMinute,
    daysOff: random.chance(0.3) ? SATURDAY_AND_SUNDAY : [dayOff, (dayOff + 1) % 7],
  };
}

/** The shift that a member begins on a UTC day; null on a day off, on holiday or in sickness. */
export function shiftOf(seed: number, member: number, day: number): Shift | null {
  const pattern = workPatternOf(seed, member);
  const random = randomFor(seed, 'shift', member, day);
  if (pattern.daysOff.includes(day % 7) || random.chance(0.04)) return null;
  const lateBy = random.whole(-12 * 60, 12 * 60) * SECOND;
  // Every boundary of a shift has the same fraction of a second: instants look real, and all lengths are whole seconds.
  const from = day * DAY + pattern.startMinute * MINUTE + lateBy + random.whole(0, 999);
  const to = from + random.whole(8 * 3600, 9 * 3600) * SECOND;
  const staysLoggedOn = beforeDaysOff(pattern, day) && hashOf(seed, 'forgot', member, day) % 8 === 0;
  return { member, spans: spansOf(random, member, from, to, staysLoggedOn) };
}

/** Only before two days off can somebody forget to log off without being in the next shift's way. */
const beforeDaysOff = (pattern: WorkPattern, day: number) => (day + 1) % 7 === pattern.daysOff[0];

interface Stretch {
  readonly status: Status;
  readonly reason: string;
  readonly seconds: number;
}

function spansOf(
  random: Random,
  member: number,
  from: number,
  to: number,
  staysLoggedOn: boolean,
): PlannedSpan[] {
  const spans: PlannedSpan[] = [];
  const lunchAt = from + random.whole(3 * 3600, 5 * 3600) * SECOND;
  let hadLunch = false;
  let at = from;
  while (at < to) {
    const atWork = spans.length % 2 === 0;
    const lunch: boolean = !atWork && !hadLunch && at >= lunchAt;
    hadLunch ||= lunch;
    const { status, reason, seconds } = atWork
      ? work(random)
      : lunch
        ? lunchBreak(random)
        : interruption(random);
    const end = Math.min(to, at + seconds * SECOND);
    spans.push({ member, status, reason, from: at, to: end });
    at = end;
  }
  if (staysLoggedOn) {
    const end = to + random.whole(25 * 3600, 31 * 3600) * SECOND;
    spans.push({ member, status: 'AWAY', reason: 'AWAY', from: to, to: end });
  }
  return spans;
}

const work = (random: Random): Stretch => ({
  status: 'AVAILABLE',
  reason: 'AVAILABLE',
  seconds: random.whole(20 * 60, 100 * 60),
});

const lunchBreak = (random: Random): Stretch => ({
  status: 'AWAY',
  reason: 'Lunch',
  seconds: random.whole(25 * 60, 50 * 60),
});

/** What comes between two stretches of work; sometimes it is work again, reported as a span of its own. */
function interruption(random: Random): Stretch {
  const kind = random.fraction();
  if (kind < 0.12) return work(random);
  return kind < 0.6
    ? { status: 'BUSY', reason: random.pick(BUSY_REASONS), seconds: random.whole(3 * 60, 35 * 60) }
    : { status: 'AWAY', reason: random.pick(AWAY_REASONS), seconds: random.whole(4 * 60, 18 * 60) };
}

/** A span as it is known at an instant: open where it goes on, null where it has not begun. */
export function spanAsOf(span: PlannedSpan, now: number): StatusSpan | null {
  if (span.from > now) return null;
  return span.to <= now ? span : { ...span, to: null };
}
