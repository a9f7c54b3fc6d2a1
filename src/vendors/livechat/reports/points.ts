import { compareText } from '../../../domain/text.ts';
import { startOfDay } from '../../../domain/time-range.ts';
import type { Distribution, ReportPoint } from '../../../generated/schema.ts';
import type { ReportRequest } from './report.ts';

/** What of a request decides where its points lie. */
type Division = Pick<ReportRequest, 'timeZone' | 'distribution'>;

type Part = Pick<ReportPoint, 'startsAt' | 'endsAt'>;

const UNKNOWN: Part = { startsAt: null, endsAt: null };

/** Labels by the unit they name. Vendors' hours may come with minutes; other minutes than 0 begin no hour. */
const YEAR = /^(\d{4})$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DAY = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const HOUR = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[ T]([01]\d|2[0-3])(?::00(?::00)?)?$/;

/** A label that names another unit than was asked for fixes nothing: its part may be longer than the label says. */
const LABELS: Readonly<Record<Distribution, RegExp>> = {
  HOUR,
  DAY,
  DAY_HOURS: HOUR,
  MONTH,
  YEAR,
};

/** Records as points, in the order of their labels: JavaScript moves keys such as `2026` to the front. */
export function points<Item, Figures extends object>(
  records: ReadonlyMap<string, Item>,
  division: Division,
  figures: (record: Item) => Figures,
): (ReportPoint & Figures)[] {
  return [...records]
    .sort(([a], [b]) => compareText(a, b))
    .map(([label, record]) => ({ label, ...partOf(label, division), ...figures(record) }));
}

/** The part that a label names. The samples in LiveChat's Reports API, "Chats" and "Agents", have labels of days only. */
export function partOf(label: string, { timeZone, distribution }: Division): Part {
  const match = LABELS[distribution].exec(label);
  if (match === null) return UNKNOWN;
  const [year = 0, month = 1, day = 1, hour] = match.slice(1).map(Number);
  const first = Temporal.PlainDate.from({ year, month, day });
  if (first.day !== day) return UNKNOWN;
  return hour === undefined
    ? daysFrom(first, first.add(LENGTHS[distribution]), timeZone)
    : hourFrom(first.toPlainDateTime({ hour }), timeZone);
}

const LENGTHS: Readonly<Record<Distribution, Temporal.DurationLike>> = {
  HOUR: { hours: 1 },
  DAY: { days: 1 },
  DAY_HOURS: { hours: 1 },
  MONTH: { months: 1 },
  YEAR: { years: 1 },
};

function daysFrom(first: Temporal.PlainDate, end: Temporal.PlainDate, timeZone: string): Part {
  const [startsAt, endsAt] = [startOfDay(first, timeZone), startOfDay(end, timeZone)];
  return startsAt.equals(endsAt) ? UNKNOWN : { startsAt, endsAt };
}

/** The label does not fix an hour that clocks show twice or not in full. */
function hourFrom(start: Temporal.PlainDateTime, timeZone: string): Part {
  const startsAt = onlyInstant(start, timeZone);
  const last = onlyInstant(start.add({ hours: 1 }).subtract({ nanoseconds: 1 }), timeZone);
  return startsAt === null || last === null ? UNKNOWN : { startsAt, endsAt: last.add({ nanoseconds: 1 }) };
}

function onlyInstant(time: Temporal.PlainDateTime, timeZone: string): Temporal.Instant | null {
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    time.toZonedDateTime(timeZone, { disambiguation }).toInstant(),
  );
  return earlier !== undefined && later !== undefined && earlier.equals(later) ? earlier : null;
}
