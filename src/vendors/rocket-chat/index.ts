import type { VendorPort } from '../../domain/ports.ts';
import { presenceFrom } from '../../domain/presence.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import type { VendorModule } from '../module.ts';
import { rocketChatAccountByKey } from './account.ts';
import { createRocketChatClient } from './client.ts';
import { type RocketChatConfig, readRocketChatConfig } from './config.ts';
import { createDirectory, ROCKET_CHAT_TRAITS } from './directory.ts';
import { createHistory } from './history.ts';
import { toPresence } from './map.ts';
import { resolvers } from './resolvers.ts';
import { openSession, type RocketChatSession } from './session.ts';
import { createTimeline } from './timeline.ts';
import { reportedUsernames } from './usernames.ts';

/** Rocket.Chat omnichannel. */
export const rocketChat: VendorModule<RocketChatConfig, RocketChatSession> = {
  id: 'ROCKET_CHAT',
  title: 'Rocket.Chat',
  capabilities: ['PRESENCE', 'SEGMENTS', 'AVAILABILITY', 'OVERVIEW', 'EXTENSIONS'],
  accountType: 'RocketChatAccount',
  keyField: 'rocketChatUsername',
  // A username may have an `@`, so a word with one is a username, too.
  identity: { field: 'rocketChat', byEmail: false, faultOf: () => null },
  variablePrefix: 'ROCKETCHAT_',
  readConfig: readRocketChatConfig,
  connect: (config, { now, upstream }) => createRocketChat(config, now, upstream),
  resolvers,
};

/** Rocket.Chat omnichannel as deskgraph sees it. */
export function createRocketChat(
  config: RocketChatConfig,
  now: () => Temporal.Instant,
  resources?: UpstreamResources,
): VendorPort<RocketChatSession> {
  const client = createRocketChatClient(config, resources);
  const directory = createDirectory(client, reportedUsernames(client, config, now));
  const { timeZone } = config;
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

    open: (operation) => openSession(client, history, config, operation),
  };
}
