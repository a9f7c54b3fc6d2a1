import type { VendorPort } from '../../domain/ports.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import type { VendorModule } from '../module.ts';
import { rocketChatAccountByKey } from './account.ts';
import { connectServer } from './client.ts';
import { type RocketChatConfig, readRocketChatConfig } from './config.ts';
import { ListPermission, ROCKET_CHAT_TRAITS } from './directory.ts';
import { resolvers } from './resolvers.ts';
import { openSession, type RocketChatSession } from './session.ts';

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
  const server = connectServer(config, resources);
  const permission = new ListPermission();
  return {
    vendor: 'ROCKET_CHAT',
    traits: ROCKET_CHAT_TRAITS,
    apiVersion: null,
    health: server.health,
    warnings: () => permission.warnings(),
    accountByKey: rocketChatAccountByKey,
    open: (operation) => openSession(server.open(operation), config, now, permission),
  };
}
