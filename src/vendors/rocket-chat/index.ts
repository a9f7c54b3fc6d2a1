import { rocketChatAccountByKey } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { OverviewMetric, RocketChatPort, VendorCapability } from '../../domain/ports.ts';
import { presenceFrom } from '../../domain/presence.ts';
import { daysTouched, wholeDays } from '../../domain/time-range.ts';
import { Pages } from '../../upstream/paging/index.ts';
import { perOperation } from '../../upstream/per-operation.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import { createRocketChatClient } from './client.ts';
import type { RocketChatConfig } from './config.ts';
import { createDirectory, ROCKET_CHAT_TRAITS, toAccountPage } from './directory.ts';
import { figuresByUsername } from './figures.ts';
import { createHistory } from './history.ts';
import { PAGE_SIZE, type UserRow, userList } from './lists.ts';
import { toPresence } from './map.ts';
import { METRICS, metricValue } from './metrics.ts';
import { createTimeline } from './timeline.ts';
import { reportedUsernames } from './usernames.ts';

export { type RocketChatConfig, readRocketChatConfig } from './config.ts';

/** What Rocket.Chat can tell beside who its agents are. */
export const ROCKET_CHAT_CAPABILITIES: readonly VendorCapability[] = [
  'PRESENCE',
  'SEGMENTS',
  'AVAILABILITY',
  'OVERVIEW',
  'EXTENSIONS',
];

/** Rocket.Chat omnichannel as deskgraph sees it. */
export function createRocketChat(
  config: RocketChatConfig,
  now: () => Temporal.Instant,
  resources?: UpstreamResources,
): RocketChatPort {
  const client = createRocketChatClient(config, resources);
  const directory = createDirectory(client, reportedUsernames(client, config, now));
  const { timeZone, reportTimeZone } = config;
  const history = createHistory(client, timeZone);

  return {
    vendor: 'ROCKET_CHAT',
    traits: ROCKET_CHAT_TRAITS,
    apiVersion: null,
    health: client.health,
    directory,
    warnings: directory.warnings,

    segments: createTimeline(history, timeZone),
    presence: presenceFrom(toPresence),

    async activeAccounts(range, operation) {
      const rows = await history.rows(range, operation);
      // Whoever is listed began a session on one of the days; 0 seconds tell that it has not ended.
      return [...new Set(rows.map(({ username }) => username))].map(rocketChatAccountByKey);
    },
    accountByKey: rocketChatAccountByKey,

    covers: {
      availability: (range) => wholeDays(daysTouched(range, timeZone), timeZone),
      overview: (range) => wholeDays(daysTouched(range, reportTimeZone), reportTimeZone),
    },

    async availability(range, operation) {
      const rows = await history.rows(range, operation);
      const seconds = figuresByUsername(rows.map((row) => [row.username, row.availableTimeInSeconds]));
      return new Map([...seconds].map(([username, figure]) => [username, figure < 0 ? negative() : figure]));
    },

    async overview(metric, range, departmentId, operation) {
      const { first, end } = daysTouched(range, reportTimeZone);
      const query = { metric, first, last: end.subtract({ days: 1 }), departmentId };
      const rows = await client.agentOverview(query, operation);
      return figuresByUsername(rows.map(({ name, value }, row) => [name, figure(metric, value, row)]));
    },

    availableForExtension({ extension, text }) {
      const pagesOf = perOperation<Pages<UserRow>>();
      const list = userList((offset, count, operation) =>
        client.availableAgents({ text, includeExtension: extension, offset, count }, operation),
      );
      return {
        vendor: 'ROCKET_CHAT',
        pageSize: PAGE_SIZE,
        ordered: true,
        async page(index, operation) {
          const pages = pagesOf(operation, 'available', () => new Pages(list, PAGE_SIZE, operation));
          return toAccountPage(await pages.page(index));
        },
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
