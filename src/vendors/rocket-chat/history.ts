import { UpstreamError } from '../../domain/errors.ts';
import { daysTouched, type TimeRange, wholeDays } from '../../domain/time-range.ts';
import { readAll } from '../../upstream/paging/index.ts';
import type { RocketChatClient } from './client.ts';
import { type HistoryRow, historyList } from './lists.ts';
import type { Session } from './sessions.ts';

/** A user's sessions of one day, or the error that costs this user alone. */
export type DaySessions = readonly Session[] | UpstreamError;

/** When users were available, over whole days of the server, as one operation asks it. */
export interface History {
  /** A row for each user with a session on one of the days that the range touches. One call for every 100 users. */
  rows(range: TimeRange): Promise<readonly HistoryRow[]>;
  /** All users' sessions of one day, by username. One call for every 100 users, once an operation. */
  sessionsOf(day: Temporal.PlainDate): Promise<ReadonlyMap<string, DaySessions>>;
}

/** The server's history; days are those of `timeZone`. */
export function createHistory(client: RocketChatClient, timeZone: string): History {
  const rowsOf = new Map<string, Promise<readonly HistoryRow[]>>();
  const sessionsOf = new Map<string, Promise<ReadonlyMap<string, DaySessions>>>();

  /** One call covers the sessions of one day only, whatever range it is asked for. */
  async function readDay(day: Temporal.PlainDate) {
    const days = wholeDays({ first: day, end: day.add({ days: 1 }) }, timeZone);
    const rows = await readAll(historyList(client, { days, fullReport: true }));
    const byUsername = Map.groupBy(rows, ({ username }) => username);
    return new Map([...byUsername].map(([username, of]) => [username, sessionsOn(days, of)]));
  }

  return {
    rows(range) {
      const days = wholeDays(daysTouched(range, timeZone), timeZone);
      const read = () => readAll(historyList(client, { days, fullReport: false }));
      return rowsOf.getOrInsertComputed(`${days.from} ${days.to}`, read);
    },
    sessionsOf: (day) => sessionsOf.getOrInsertComputed(String(day), () => readDay(day)),
  };
}

/** The sessions that the rows of one user tell of a day. Each begins on it: one that lasts longer is cut at midnight. */
function sessionsOn(day: TimeRange, rows: readonly HistoryRow[]): DaySessions {
  if (rows.some((row) => row.availableTimeInSeconds !== 0 && row.serviceHistory.length === 0)) {
    return invalid('the server counts seconds of a user on a day of which it lists no session of that user.');
  }
  const sessions = rows.flatMap((row) => row.serviceHistory);
  const begins = ({ startedAt }: Session) =>
    Temporal.Instant.compare(startedAt, day.from) >= 0 && Temporal.Instant.compare(startedAt, day.to) < 0;
  if (sessions.every(begins)) return sessions;
  return invalid(
    'the server lists a session of another day. Check that ROCKETCHAT_TIME_ZONE is its time zone.',
  );
}

function invalid(sentence: string): UpstreamError {
  return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
}
