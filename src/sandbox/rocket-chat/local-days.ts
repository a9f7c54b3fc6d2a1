/** One calendar day of a time zone: `from <= t < to`. */
export interface LocalDay {
  readonly from: number;
  readonly to: number;
}

/** The day of a zone on which an instant falls. */
export const localDateOf = (instant: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();

/** The instant at which a date begins in a zone. */
export const startOf = (date: Temporal.PlainDate, timeZone: string): number =>
  date.toZonedDateTime(timeZone).epochMilliseconds;

/** A zone's days from one date to another, both included; none where the first is the later one. */
export function localDays(first: Temporal.PlainDate, last: Temporal.PlainDate, timeZone: string): LocalDay[] {
  const days: LocalDay[] = [];
  let date = first;
  let from = startOf(date, timeZone);
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    date = date.add({ days: 1 });
    const to = startOf(date, timeZone);
    days.push({ from, to });
    from = to;
  }
  return days;
}
