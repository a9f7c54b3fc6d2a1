import { startOfDay } from '../../domain/time-range.ts';

/** A stretch of availability as Rocket.Chat records it. */
export interface Session {
  readonly startedAt: Temporal.Instant;
  readonly stoppedAt: Temporal.Instant;
}

/**
 * The sessions of one user over consecutive days as unbroken stretches, ordered. The server records two sessions at
 * once where a user closes two tabs: those are merged. At midnight it stops each session at 23:59:59 and starts it
 * anew at 00:00:00: those are joined.
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

function isCutAtMidnight(current: Session, next: Session, timeZone: string): boolean {
  const day = next.startedAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const midnight = startOfDay(day, timeZone);
  // A session that began in the day's last second is not stopped before it began, so some less is missing then.
  const missing = current.stoppedAt.until(midnight).total('seconds');
  return next.startedAt.equals(midnight) && missing <= 1;
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
