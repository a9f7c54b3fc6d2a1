import type { Operation } from '../../domain/operation.ts';
import { daysTouched, type TimeRange, wholeDays } from '../../domain/time-range.ts';
import { readAll } from '../../upstream/paging/index.ts';
import { perOperation } from '../../upstream/per-operation.ts';
import type { RocketChatClient } from './client.ts';
import { type HistoryRow, historyList } from './lists.ts';
import type { Session } from './sessions.ts';

/** Who was available when, over whole days of the server. */
export interface History {
  /** A row for everybody with a session on one of the days that the range touches. One call for every 100 users. */
  rows(range: TimeRange, operation: Operation): Promise<readonly HistoryRow[]>;
  /** Everybody's sessions of one day, by username. One call for every 100 users, once an operation. */
  sessionsOf(day: Temporal.PlainDate, operation: Operation): Promise<ReadonlyMap<string, readonly Session[]>>;
}

/** The server's history; days are those of `timeZone`. */
export function createHistory(client: RocketChatClient, timeZone: string): History {
  const rowsOf = perOperation<Promise<readonly HistoryRow[]>>();
  const sessionsOf = perOperation<Promise<ReadonlyMap<string, readonly Session[]>>>();

  /** One call covers the sessions of one day only, whatever range it is asked for. */
  async function readDay(day: Temporal.PlainDate, operation: Operation) {
    const days = wholeDays({ first: day, end: day.add({ days: 1 }) }, timeZone);
    const rows = await readAll(historyList(client, { days, fullReport: true }), operation);
    const byUsername = Map.groupBy(rows, ({ username }) => username);
    return new Map(
      [...byUsername].map(([username, of]) => [username, of.flatMap((row) => row.serviceHistory)]),
    );
  }

  return {
    rows(range, operation) {
      const days = wholeDays(daysTouched(range, timeZone), timeZone);
      const read = () => readAll(historyList(client, { days, fullReport: false }), operation);
      return rowsOf(operation, `${days.from} ${days.to}`, read);
    },
    sessionsOf: (day, operation) => sessionsOf(operation, String(day), () => readDay(day, operation)),
  };
}
