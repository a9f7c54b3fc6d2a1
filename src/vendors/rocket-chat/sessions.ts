import { startOfDay } from '../../domain/time-range.ts';

/** A stretch of availability as Rocket.Chat records it. */
export interface Session {
  readonly startedAt: Temporal.Instant;
  readonly stoppedAt: Temporal.Instant;
}

/**
 * The sessions of one user over consecutive days as unbroken stretches, ordered. The server records two sessions at
 * once where a user closes two tabs: those are merged. At midnight it stops each session at 23:59:59 and starts it
 * again at 00:00:00: those are joined.
 */
export function unbroken(sessions: readonly Session[], timeZone: string): Session[] {
  const ordered = sessions.toSorted((a, b) => Temporal.Instant.compare(a.startedAt, b.startedAt));
  const stretches: Session[] = [];
  for (const next of ordered) {
    const current = stretches.at(-1);
    if (current !== undefined && (reaches(current, next) || isCutAtMidnight(current, next, timeZone))) {
      stretches[stretches.length - 1] = {
        startedAt: current.startedAt,
        stoppedAt: later(current.stoppedAt, next.stoppedAt),
      };
    } else {
      stretches.push(next);
    }
  }
  return stretches;
}

function reaches(current: Session, next: Session): boolean {
  return Temporal.Instant.compare(next.startedAt, current.stoppedAt) <= 0;
}

/** Whether the session lasts up to this end of a day, so that the next day may tell how it went on. */
export function touches({ stoppedAt }: Session, midnight: Temporal.Instant, timeZone: string): boolean {
  return (
    Temporal.Instant.compare(stoppedAt, lastSecond(midnight.subtract({ nanoseconds: 1 }), timeZone)) >= 0
  );
}

/**
 * When the server stops what lasts at the end of the day on which the instant lies: at 23:59:59 by its clock. Where clocks
 * go back over midnight they show that twice. The server takes the first, and so stops at an earlier instant what began
 * after it.
 */
export function lastSecond(instant: Temporal.Instant, timeZone: string): Temporal.Instant {
  return instant.toZonedDateTimeISO(timeZone).withPlainTime('23:59:59').toInstant();
}

function isCutAtMidnight(current: Session, next: Session, timeZone: string): boolean {
  const day = next.startedAt.toZonedDateTimeISO(timeZone).toPlainDate();
  return next.startedAt.equals(startOfDay(day, timeZone)) && touches(current, next.startedAt, timeZone);
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
