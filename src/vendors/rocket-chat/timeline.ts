import { UpstreamError } from '../../domain/errors.ts';
import { mapInBatches } from '../../domain/map-in-batches.ts';
import type { AccountSegments, SegmentSource } from '../../domain/ports.ts';
import { overlaps } from '../../domain/segment.ts';
import { type DaySpan, daysTouched, eachDay, startOfDay } from '../../domain/time-range.ts';
import type { History } from './history.ts';
import { toSegment } from './map.ts';
import { type Session, touches, unbroken } from './sessions.ts';

/** With more days asked for at once, a page would pay for days that it does not show. */
const MOST_DAYS_AHEAD = 8;

/** What people were doing, by the history of their availability: read day by day, as a call reports one day's sessions. */
export function createTimeline(history: History, timeZone: string): SegmentSource {
  return {
    async of(accounts, range) {
      const days = await mapInBatches(eachDay(daysTouched(range, timeZone)), history.sessionsOf);
      const segments = (username: string): AccountSegments => {
        const sessions: Session[] = [];
        for (const day of days) {
          const ofDay = day.get(username) ?? [];
          if (ofDay instanceof UpstreamError) return ofDay;
          sessions.push(...ofDay);
        }
        return unbroken(sessions, timeZone)
          .map(toSegment)
          .filter((segment) => overlaps(segment, range));
      };
      return new Map(accounts.map(({ key }) => [key, segments(key)]));
    },

    async *drawn({ key }, range, { direction, from }) {
      const reader = new DayReader(history, key, daysTouched(range, timeZone), timeZone);
      const stretches =
        direction === 'forwards'
          ? forwards(reader, from === null ? 0 : reader.firstFrom(from))
          : backwards(reader, from === null ? reader.count - 1 : reader.indexOf(from));
      for await (const stretch of stretches) {
        const segment = toSegment(stretch);
        if (overlaps(segment, range)) yield segment;
      }
    },
  };
}

/** One user's sessions, day by day; days are counted from the first of the span. */
class DayReader {
  readonly count: number;
  readonly timeZone: string;
  readonly #history: History;
  readonly #username: string;
  readonly #span: DaySpan;
  #emptyDays = 0;

  constructor(history: History, username: string, span: DaySpan, timeZone: string) {
    this.timeZone = timeZone;
    this.count = daysBetween(span.first, span.end);
    this.#history = history;
    this.#username = username;
    this.#span = span;
  }

  beginningOf(index: number): Temporal.Instant {
    return startOfDay(this.#span.first.add({ days: index }), this.timeZone);
  }

  endOf(index: number): Temporal.Instant {
    return this.beginningOf(index + 1);
  }

  /** The day on which an instant lies; the first or the last where it lies before or after them. */
  indexOf(instant: Temporal.Instant): number {
    const day = instant.toZonedDateTimeISO(this.timeZone).toPlainDate();
    return Math.min(this.count - 1, Math.max(0, daysBetween(this.#span.first, day)));
  }

  /**
   * The day from which on every stretch that begins at an instant or later is read with its own beginning. At the very
   * beginning of a day the rest of an earlier stretch looks like one that begins then.
   */
  firstFrom(instant: Temporal.Instant): number {
    const index = this.indexOf(instant);
    return index > 0 && instant.equals(this.beginningOf(index)) ? index - 1 : index;
  }

  async sessionsOf(index: number): Promise<readonly Session[]> {
    const day = await this.#history.sessionsOf(this.#span.first.add({ days: index }));
    const sessions = day.get(this.#username) ?? [];
    if (sessions instanceof UpstreamError) throw sessions;
    return sessions;
  }

  /**
   * The days from `first` on, one after the other. After some without a session as many are asked for at once, so that a
   * long leave does not take as many round trips as it has days.
   */
  async *from(first: number, step: 1 | -1): AsyncGenerator<[index: number, sessions: readonly Session[]]> {
    for (let index = first; index >= 0 && index < this.count; ) {
      const ahead = Math.min(MOST_DAYS_AHEAD, Math.max(1, this.#emptyDays));
      const indices = Array.from({ length: ahead }, (_, place) => index + step * place);
      const asked = indices.filter((each) => each >= 0 && each < this.count);
      const days = await Promise.all(asked.map((each) => this.sessionsOf(each)));
      for (const [place, sessions] of days.entries()) {
        this.#emptyDays = sessions.length === 0 ? this.#emptyDays + 1 : 0;
        yield [index + step * place, sessions];
      }
      index += step * asked.length;
    }
  }
}

/** Unbroken stretches that begin on the day `first` or later, oldest first; the rest of an earlier one begins with that day. */
async function* forwards(reader: DayReader, first: number): AsyncGenerator<Session> {
  let open: readonly Session[] = [];
  for await (const [index, sessions] of reader.from(first, 1)) {
    const stretches = unbroken([...open, ...sessions], reader.timeZone);
    const isLast = index === reader.count - 1;
    open = isLast
      ? []
      : stretches.filter((stretch) => touches(stretch, reader.endOf(index), reader.timeZone));
    yield* stretches.filter((stretch) => !open.includes(stretch));
  }
}

/** Unbroken stretches that begin on the day `last` or earlier, newest first. */
async function* backwards(reader: DayReader, last: number): AsyncGenerator<Session> {
  let open: readonly Session[] = [];
  for await (const [index, sessions] of reader.from(last, -1)) {
    if (index === last) open = await rest(reader, last, sessions);
    const stretches = unbroken([...sessions, ...open], reader.timeZone).reverse();
    const midnight = reader.beginningOf(index);
    // What begins with this day may be the rest of a stretch of the day before.
    open = index === 0 ? [] : stretches.filter(({ startedAt }) => startedAt.equals(midnight));
    yield* stretches.filter((stretch) => !open.includes(stretch));
  }
}

/** What follows after the day `last` of a stretch that goes on past its midnight. */
async function rest(
  reader: DayReader,
  last: number,
  sessions: readonly Session[],
): Promise<readonly Session[]> {
  const following: Session[] = [];
  let stretch = unbroken(sessions, reader.timeZone).findLast((each) =>
    touches(each, reader.endOf(last), reader.timeZone),
  );
  for (let index = last + 1; stretch !== undefined && index < reader.count; index += 1) {
    const [next] = unbroken([stretch, ...(await reader.sessionsOf(index))], reader.timeZone);
    if (next === undefined || next.stoppedAt.equals(stretch.stoppedAt)) break;
    following.push(next);
    stretch = touches(next, reader.endOf(index), reader.timeZone) ? next : undefined;
  }
  return following;
}

function daysBetween(first: Temporal.PlainDate, end: Temporal.PlainDate): number {
  return first.until(end, { largestUnit: 'days' }).days;
}
