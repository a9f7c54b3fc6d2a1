/** Every instant `t` with `from <= t < to`; `from` lies before `to`. */
export interface TimeRange {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** The days of a zone that a range touches: the first, and the one after the last. */
export interface DaySpan {
  readonly first: Temporal.PlainDate;
  readonly end: Temporal.PlainDate;
}

const NANOSECOND = Temporal.Duration.from({ nanoseconds: 1 });

/** The days of `timeZone` that `range` touches. */
export function daysTouched(range: TimeRange, timeZone: string): DaySpan {
  const last = range.to.subtract(NANOSECOND).toZonedDateTimeISO(timeZone).toPlainDate();
  return { first: range.from.toZonedDateTimeISO(timeZone).toPlainDate(), end: last.add({ days: 1 }) };
}

/** The days of a span, each once, in order. */
export function* eachDay({ first, end }: DaySpan): Generator<Temporal.PlainDate> {
  for (let day = first; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 })) yield day;
}

/** The instants from the first day's beginning to the last day's end in `timeZone`. */
export function wholeDays({ first, end }: DaySpan, timeZone: string): TimeRange {
  return { from: startOfDay(first, timeZone), to: startOfDay(end, timeZone) };
}

/** The instant at which a day begins in `timeZone`. It is not midnight where clocks change at midnight. */
export function startOfDay(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.toZonedDateTime(timeZone).toInstant();
}
