import type { z } from 'zod';
import type { Operation } from '../../domain/operation.ts';
import { daysTouched, type TimeRange, wholeDays } from '../../domain/time-range.ts';
import type { RocketChatClient } from './client.ts';
import { readAll } from './paging.ts';
import type { Session } from './sessions.ts';
import type { serviceHistory } from './wire.ts';

type HistoryRow = z.output<ReturnType<typeof serviceHistory>>['agents'][number];

/** Who was available when, over whole days of the server. */
export interface History {
  /** A row for everybody with a session on one of the days that the range touches. One call for every 100 users. */
  rows(range: TimeRange, operation: Operation): Promise<readonly HistoryRow[]>;
  /** Everybody's sessions of one day, by username. One call for every 100 users, once an operation. */
  sessionsOf(day: Temporal.PlainDate, operation: Operation): Promise<ReadonlyMap<string, readonly Session[]>>;
}

/** The server's history; days are those of `timeZone`. */
export function createHistory(client: RocketChatClient, timeZone: string): History {
  const daysOf = new WeakMap<Operation, Map<string, Promise<ReadonlyMap<string, readonly Session[]>>>>();

  function read(range: TimeRange, fullReport: boolean, operation: Operation) {
    const days = wholeDays(daysTouched(range, timeZone), timeZone);
    return readAll((offset, count) => client.serviceHistory({ days, fullReport, offset, count }, operation));
  }

  /** One call covers the sessions of one day only, whatever range it is asked for. */
  async function readDay(day: Temporal.PlainDate, operation: Operation) {
    const rows = await read(wholeDays({ first: day, end: day.add({ days: 1 }) }, timeZone), true, operation);
    const byUsername = new Map<string, Session[]>();
    for (const { username, serviceHistory } of rows) {
      const sessions = byUsername.get(username);
      if (sessions === undefined) byUsername.set(username, serviceHistory);
      else sessions.push(...serviceHistory);
    }
    return byUsername;
  }

  return {
    rows: (range, operation) => read(range, false, operation),
    sessionsOf(day, operation) {
      const days = daysOf.get(operation) ?? new Map();
      daysOf.set(operation, days);
      const sessions = days.get(String(day)) ?? readDay(day, operation);
      days.set(String(day), sessions);
      return sessions;
    },
  };
}
