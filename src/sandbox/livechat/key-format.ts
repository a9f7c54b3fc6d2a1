/** How finely a report is cut. */
export type Distribution = 'hour' | 'day' | 'day-hours' | 'month' | 'year';

/**
 * How each distribution's buckets are named. The vendor shows only `day`; the others are a guess, kept in
 * this one table so that a better guess is one line.
 */
export const KEY_FORMAT: Readonly<Record<Distribution, (start: Temporal.ZonedDateTime) => string>> = {
  hour: hourKey,
  day: dayKey,
  'day-hours': hourKey,
  month: (start) => dayKey(start).slice(0, 7),
  year: (start) => dayKey(start).slice(0, 4),
};

function dayKey(start: Temporal.ZonedDateTime): string {
  return start.toPlainDate().toString();
}

function hourKey(start: Temporal.ZonedDateTime): string {
  return `${dayKey(start)} ${String(start.hour).padStart(2, '0')}:00`;
}
