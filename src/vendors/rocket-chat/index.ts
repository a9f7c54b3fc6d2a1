import { rocketChatAccountByKey } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import type { OverviewMetric, RocketChatPort } from '../../domain/ports.ts';
import { overlaps } from '../../domain/segment.ts';
import { someAtATime } from '../../domain/some-at-a-time.ts';
import { type DaySpan, daysTouched, eachDay, type TimeRange, wholeDays } from '../../domain/time-range.ts';
import { createRocketChatClient } from './client.ts';
import type { RocketChatConfig } from './config.ts';
import { createDirectory, toAccountPage } from './directory.ts';
import { toSegment } from './map.ts';
import { METRICS, metricValue } from './metrics.ts';
import { PAGE_SIZE, readAll, readPage } from './paging.ts';
import { type Session, unbroken } from './sessions.ts';
import { reportedUsernames } from './usernames.ts';

export { type RocketChatConfig, readRocketChatConfig } from './config.ts';

/** Rocket.Chat omnichannel as deskgraph sees it. */
export function createRocketChat(config: RocketChatConfig, now: () => Temporal.Instant): RocketChatPort {
  const client = createRocketChatClient(config);
  const directory = createDirectory(client, reportedUsernames(client, config, now));
  const { timeZone, reportTimeZone } = config;

  const history = (span: DaySpan, fullReport: boolean, operation: Operation) => {
    const days = wholeDays(span, timeZone);
    return readAll((offset, count) => client.serviceHistory({ days, fullReport, offset, count }, operation));
  };

  /** One call covers the sessions of one day only, whatever range it is asked for, so each day is asked for alone. */
  async function sessions(range: TimeRange, operation: Operation): Promise<Map<string, Session[]>> {
    const reports = await someAtATime(eachDay(daysTouched(range, timeZone)), (first) =>
      history({ first, end: first.add({ days: 1 }) }, true, operation),
    );
    const byUsername = new Map<string, Session[]>();
    for (const { username, serviceHistory } of reports.flat()) {
      const sessions = byUsername.get(username);
      if (sessions === undefined) byUsername.set(username, [...serviceHistory]);
      else sessions.push(...serviceHistory);
    }
    return byUsername;
  }

  return {
    vendor: 'ROCKET_CHAT',
    apiVersion: null,
    directory,
    warnings: directory.warnings,

    segments: {
      async of(accounts, range, operation) {
        const byUsername = await sessions(range, operation);
        const segments = (username: string) =>
          unbroken(byUsername.get(username) ?? [], timeZone)
            .map(toSegment)
            .filter((segment) => overlaps(segment, range));
        return new Map(accounts.map(({ key }) => [key, segments(key)]));
      },
    },

    async activeAccounts(range, operation) {
      const rows = await history(daysTouched(range, timeZone), false, operation);
      // Whoever is listed began a session on one of the days; 0 seconds tell that it has not ended.
      return rows.map(({ username }) => rocketChatAccountByKey(username));
    },

    covers: {
      availability: (range) => wholeDays(daysTouched(range, timeZone), timeZone),
      overview: (range) => wholeDays(daysTouched(range, reportTimeZone), reportTimeZone),
    },

    async availability(range, operation) {
      const rows = await history(daysTouched(range, timeZone), false, operation);
      return new Map(rows.map(({ username, availableTimeInSeconds }) => [username, availableTimeInSeconds]));
    },

    async overview(metric, range, departmentId, operation) {
      const { first, end } = daysTouched(range, reportTimeZone);
      const query = { name: METRICS[metric].name, first, last: end.subtract({ days: 1 }), departmentId };
      const rows = await client.agentOverview(query, operation);
      return new Map(rows.map(({ name, value }) => [name, figure(metric, value)]));
    },

    availableForExtension: ({ extension, text }) => ({
      vendor: 'ROCKET_CHAT',
      pageSize: PAGE_SIZE,
      ordered: true,
      async page(index, operation) {
        const read = (offset: number, count: number) =>
          client.availableAgents({ text, includeExtension: extension, offset, count }, operation);
        return toAccountPage(await readPage(read, index), index);
      },
    }),
  };
}

function figure(metric: OverviewMetric, value: string | number): number {
  const number = metricValue(metric, value);
  if (number !== null) return number;
  const sentence = `a value of ${METRICS[metric].name} is not written as that metric's values are.`;
  throw new UpstreamError('ROCKET_CHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
}
