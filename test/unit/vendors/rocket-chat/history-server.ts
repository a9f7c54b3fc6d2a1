import type { StubAnswer, StubRequest } from '../stub-vendor.ts';

/** A stretch in which a user was available; null where it lasts. */
export interface Stretch {
  readonly startedAt: Temporal.Instant;
  readonly stoppedAt: Temporal.Instant | null;
}

/** What the server keeps of one user and one of its days. */
export interface Document {
  readonly day: Temporal.PlainDate;
  readonly sessions: readonly Stretch[];
}

/**
 * A stretch as the server's monitor keeps it. At each midnight up to `now` it stops what lasts at 23:59:59 of the day on
 * which it began and starts it anew at 00:00:00, both by its own clock: where that shows 23:59:59 twice it takes the
 * first, and where it shows no 00:00:00 what comes instead.
 */
export function cut(stretch: Stretch, timeZone: string, now: Temporal.Instant): Document[] {
  const { startedAt, stoppedAt } = stretch;
  const day = startedAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const midnight = day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  if (Temporal.Instant.compare(stoppedAt ?? now, midnight) < 0) return [{ day, sessions: [stretch] }];
  const lastSecond = day.toZonedDateTime({ timeZone, plainTime: '23:59:59' }).toInstant();
  const stopped = { day, sessions: [{ startedAt, stoppedAt: lastSecond }] };
  return [stopped, ...cut({ startedAt: midnight, stoppedAt }, timeZone, now)];
}

/**
 * `available-for-service-history` of a server in `timeZone`: one page of those who have a document on the days asked for,
 * with the seconds of all those days and the sessions of the first.
 */
export function historyServer(
  users: readonly { readonly username: string; readonly documents: readonly Document[] }[],
  timeZone: string,
  limit: number,
): (request: StubRequest) => StubAnswer {
  return ({ query }) => {
    const [first, last] = ['start', 'end'].map((name) =>
      Temporal.Instant.from(query.get(name) ?? '')
        .toZonedDateTimeISO(timeZone)
        .toPlainDate(),
    ) as [Temporal.PlainDate, Temporal.PlainDate];
    const isAsked = ({ day }: Document) =>
      Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, last) <= 0;
    const rows = users
      .map(({ username, documents }) => ({ username, documents: documents.filter(isAsked) }))
      .filter(({ documents }) => documents.length > 0)
      .sort((a, b) => (a.username < b.username ? -1 : 1));
    const offset = Number(query.get('offset'));
    const page = rows.slice(offset, offset + Math.min(limit, Number(query.get('count'))));
    const agents = page.map(({ username, documents }) => ({
      username,
      availableTimeInSeconds: documents.flatMap(({ sessions }) => sessions.map(secondsOf)).reduce(sum, 0),
      serviceHistory: documents[0]?.sessions.some(hasStopped)
        ? documents[0].sessions.filter(hasStopped).map(({ startedAt, stoppedAt }) => ({
            startedAt: startedAt.toString({ fractionalSecondDigits: 3 }),
            stoppedAt: stoppedAt?.toString({ fractionalSecondDigits: 3 }),
          }))
        : null,
    }));
    return { body: { agents, count: agents.length, offset, total: rows.length, success: true } };
  };
}

/** The server cuts off what is less than a second; what lasts is no time yet. */
function secondsOf({ startedAt, stoppedAt }: Stretch): number {
  return stoppedAt === null ? 0 : Math.trunc(startedAt.until(stoppedAt).total('seconds'));
}

const hasStopped = ({ stoppedAt }: Stretch) => stoppedAt !== null;
const sum = (a: number, b: number) => a + b;
