import type { AccountDirectory } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import { once } from '../../domain/once.ts';
import type { SegmentSource, VendorSession } from '../../domain/ports.ts';
import { type PresenceSource, presenceFrom } from '../../domain/presence.ts';
import { daysTouched, type TimeRange, wholeDays } from '../../domain/time-range.ts';
import { Pages } from '../../upstream/paging/index.ts';
import { rocketChatAccountByKey } from './account.ts';
import type { RocketChatClient } from './client.ts';
import type { RocketChatConfig } from './config.ts';
import { createDirectory, type ListPermission, toAccountPage } from './directory.ts';
import { figuresByUsername } from './figures.ts';
import { createHistory } from './history.ts';
import { PAGE_SIZE, userList } from './lists.ts';
import { toPresence } from './map.ts';
import { METRICS, metricValue } from './metrics.ts';
import { createTimeline } from './timeline.ts';
import { reportedUsernames } from './usernames.ts';

/** Rocket.Chat as one operation asks it. Equal questions share their answer. */
export interface RocketChatSession extends VendorSession {
  readonly segments: SegmentSource;
  readonly presence: PresenceSource;
  /** The whole days that each report on a range covers, as their first and last instant. */
  readonly covers: Readonly<Record<'availability' | 'overview', (range: TimeRange) => TimeRange>>;
  /**
   * Seconds available on those days, by username, or the error that costs this user alone. One call for every 100 users.
   */
  availability(range: TimeRange): Promise<ReadonlyMap<string, number | UpstreamError>>;
  /** One metric on those days, by username; a user without a figure is absent. One call. */
  overview(
    metric: OverviewMetric,
    range: TimeRange,
    departmentId: string | null,
  ): Promise<ReadonlyMap<string, number>>;
  /** The agents that a VoIP extension can be assigned to, as a list of people of its own. */
  availableForExtension(query: ExtensionQuery): AccountDirectory;
}

/** Which agents, of those that a VoIP extension can be assigned to. */
export interface ExtensionQuery {
  /** The extension whose present owner is listed too. */
  readonly extension: string | null;
  /** Only agents whose username or name contains this. */
  readonly text: string | null;
}

/** The seven metrics of Rocket.Chat's agent overview, by the schema's field names. */
export type OverviewMetric =
  | 'conversationsPercent'
  | 'messages'
  | 'averageChatDurationSeconds'
  | 'averageFirstResponseSeconds'
  | 'bestFirstResponseSeconds'
  | 'averageResponseSeconds'
  | 'averageReactionSeconds';

export function openSession(
  client: RocketChatClient,
  config: RocketChatConfig,
  now: () => Temporal.Instant,
  permission: ListPermission,
): RocketChatSession {
  const { timeZone, reportTimeZone } = config;
  const history = createHistory(client, timeZone);
  const shared = once();

  return {
    directory: createDirectory(client, reportedUsernames(client, config, now), permission),
    segments: createTimeline(history, timeZone),
    presence: presenceFrom(toPresence),

    async activeAccounts(range) {
      const rows = await history.rows(range);
      // Whoever is listed began a session on one of the days; 0 seconds tell that it has not ended.
      return [...new Set(rows.map(({ username }) => username))].map(rocketChatAccountByKey);
    },

    covers: {
      availability: (range) => wholeDays(daysTouched(range, timeZone), timeZone),
      overview: (range) => wholeDays(daysTouched(range, reportTimeZone), reportTimeZone),
    },

    availability: (range) =>
      shared(JSON.stringify(['availability', range]), async () => {
        const rows = await history.rows(range);
        const seconds = figuresByUsername(rows.map((row) => [row.username, row.availableTimeInSeconds]));
        return new Map(
          [...seconds].map(([username, figure]) => [username, figure < 0 ? negative() : figure]),
        );
      }),

    overview: (metric, range, departmentId) =>
      shared(JSON.stringify(['overview', metric, range, departmentId]), async () => {
        const { first, end } = daysTouched(range, reportTimeZone);
        const query = { metric, first, last: end.subtract({ days: 1 }), departmentId };
        const rows = await client.agentOverview(query);
        return figuresByUsername(rows.map(({ name, value }, row) => [name, figure(metric, value, row)]));
      }),

    availableForExtension({ extension, text }) {
      const list = userList(client, (asked, part) =>
        asked.availableAgents({ text, includeExtension: extension, ...part }),
      );
      const pages = new Pages(list, PAGE_SIZE);
      return {
        vendor: 'ROCKET_CHAT',
        pageSize: PAGE_SIZE,
        ordered: true,
        page: async (index) => toAccountPage(await pages.page(index)),
      };
    },
  };
}

/** The server counts so where it has stopped a session before it began, as in an hour that clocks show twice. */
function negative(): UpstreamError {
  const sentence = 'the server counts fewer than 0 seconds of availability.';
  return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
}

function figure(metric: OverviewMetric, value: string | number, row: number): number {
  const number = metricValue(metric, value);
  if (number !== null) return number;
  const sentence = `data.${row}.value is not written as the values of ${METRICS[metric].name} are.`;
  throw new UpstreamError('ROCKET_CHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
}
