import type { StubAnswer, StubRequest } from '../stub-vendor.ts';
import type { SentFilter } from './kore-ai.ts';

/** A stretch of an agent's time, to the second, in epoch milliseconds. */
export interface Told {
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
  readonly primaryStatus: string;
  readonly secondaryStatus: string;
}

/** An agent of the server. */
export interface Agent {
  readonly userId: string;
  /** Absent where the agent has none. */
  readonly email?: string;
  readonly status: readonly Told[];
}

/** What a server is made of. */
export interface StatusServer {
  readonly agents: readonly Agent[];
  /** The most agents that it lists in one call. */
  readonly most: number;
  /** At which calls somebody new comes first in the list, so that what follows moves on by one. */
  readonly newcomers: readonly number[];
  /** Whether it also tells what only touches the time that it is asked for. */
  readonly tellsTouching: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * `agentstatusdetails`: days and times are read and written local to the offset that the request names, in minutes from
 * local time to UTC. Days are whole; the end of date-times is no part of what is asked for, or just touches it.
 */
export function statusServer({
  agents,
  most,
  newcomers,
  tellsTouching,
}: StatusServer): (request: StubRequest) => StubAnswer {
  let calls = 0;
  return ({ query, body }) => {
    const { agents: emails, dateFilter } = (body as { filter: SentFilter }).filter;
    const { startDate, endDate, timeZoneOffSet } = dateFilter;
    const offset = timeZoneOffSet * MINUTE;
    const instant = (local: string) => Date.parse(local.includes('T') ? `${local}Z` : local) + offset;
    const [from, to] = [instant(startDate), instant(endDate) + (endDate.includes('T') ? 0 : DAY)];
    const local = (time: number | null) =>
      time === null ? '-' : new Date(time - offset).toISOString().slice(0, 19);
    const row = ({ status, ...agent }: Agent) => {
      const within = status.filter(
        (told) =>
          (tellsTouching ? told.from <= to : told.from < to) &&
          (told.to === null || told.from >= from || (tellsTouching ? told.to >= from : told.to > from)),
      );
      const segments = within.map(({ from: start, to: end, ...words }) => ({
        ...words,
        ...{ startTime: local(start), endTime: local(end), duration: clockTime(start, end) },
      }));
      return { ...agent, firstName: '', ...(segments.length > 0 && { status: segments }) };
    };

    calls += 1;
    const arrived = newcomers.filter((call) => call < calls).map((_, index) => newcomer(index));
    const list = [...arrived, ...agents].filter(({ email = '' }) => emails?.includes(email) ?? true);
    const [first, limit] = [Number(query.get('offset')), Math.min(Number(query.get('limit')), most)];
    const data = list.slice(first, first + limit).map(row);
    return { body: { hasMore: first + limit < list.length, limit, offset: first, data } };
  };
}

const newcomer = (index: number): Agent => ({ userId: `u-new-${index}`, status: [] });

/** Hours go on beyond 24. */
function clockTime(from: number, to: number | null): string {
  if (to === null) return '-';
  const seconds = (to - from) / 1000;
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
