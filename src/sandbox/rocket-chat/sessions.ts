import type { StatusSpan } from '../centre/model.ts';
import type { LocalDay } from './local-days.ts';

/** A stretch in which an agent was available, as the server remembers it once it has ended. */
export interface Interval {
  readonly startedAt: number;
  readonly stoppedAt: number;
}

/** What the server stores of one agent and one local day. */
export interface DayDocument {
  readonly availableSeconds: number;
  /** Missing until something has stopped on that day. */
  readonly history: readonly Interval[] | null;
}

interface Session {
  readonly from: number;
  readonly to: number | null;
}

/** An agent's documents, oldest first; a day without a session has none. */
export function dayDocuments(
  spans: readonly StatusSpan[],
  days: readonly LocalDay[],
  now: number,
  twoTabs: boolean,
): DayDocument[] {
  const sessions = sessionsOf(spans);
  return days.flatMap((day) => {
    const ofDay = sessions.filter(({ from, to }) => from < day.to && (to ?? now) >= day.from);
    if (ofDay.length === 0) return [];
    const stopped = ofDay.map((session) => intervalOn(day, session, now)).filter((each) => each !== null);
    const history = twoTabs ? closedTwice(stopped) : stopped;
    return [{ availableSeconds: secondsOf(history), history: history.length === 0 ? null : history }];
  });
}

/** Availability is one session for as long as nothing interrupts it, however many spans it was reported in. */
function sessionsOf(spans: readonly StatusSpan[]): Session[] {
  const sessions: Session[] = [];
  for (const { status, from, to } of spans) {
    if (status !== 'AVAILABLE') continue;
    const last = sessions.at(-1);
    if (last?.to === from) sessions[sessions.length - 1] = { from: last.from, to };
    else sessions.push({ from, to });
  }
  return sessions;
}

/**
 * The part of a session that a day's document holds; null while it lasts. At midnight the server closes every open
 * session as of a second earlier and begins a new one.
 */
function intervalOn(day: LocalDay, session: Session, now: number): Interval | null {
  const startedAt = Math.max(session.from, day.from);
  if (session.to !== null && session.to < day.to) return { startedAt, stoppedAt: session.to };
  if (now < day.to) return null;
  return { startedAt, stoppedAt: Math.max(startedAt, day.to - 1000) };
}

const SHORTEST_CLOSED_TWICE = 10 * 60 * 1000;

/** An agent with two tabs open closes one and later the other: both stops count from the same start. */
function closedTwice(intervals: readonly Interval[]): Interval[] {
  const at = intervals.findIndex(
    ({ startedAt, stoppedAt }) => stoppedAt - startedAt >= SHORTEST_CLOSED_TWICE,
  );
  return intervals.flatMap((interval, index) => {
    const { startedAt, stoppedAt } = interval;
    return index === at
      ? [{ startedAt, stoppedAt: Math.floor((startedAt + stoppedAt) / 2) }, interval]
      : [interval];
  });
}

/** Whole seconds, cut off at every stop. */
const secondsOf = (intervals: readonly Interval[]) =>
  intervals.reduce((sum, { startedAt, stoppedAt }) => sum + Math.floor((stoppedAt - startedAt) / 1000), 0);
