import type { AccountTraits, VendorPort } from '../../domain/ports.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import type { VendorModule } from '../module.ts';
import { liveChatAccountByKey } from './account.ts';
import { connectLicense } from './client.ts';
import { type LiveChatConfig, readLiveChatConfig } from './config.ts';
import { resolvers } from './resolvers.ts';
import { type LiveChatSession, openSession } from './session.ts';

/** LiveChat: its Configuration, Agent Chat and Reports APIs. */
export const liveChat: VendorModule<LiveChatConfig, LiveChatSession> = {
  id: 'LIVECHAT',
  title: 'LiveChat',
  capabilities: ['PRESENCE', 'AVAILABILITY', 'AGENT_REPORTS', 'CHAT_REPORTS'],
  accountType: 'LiveChatAccount',
  keyField: null,
  identity: { field: 'liveChat', byEmail: true, faultOf: () => null },
  variablePrefix: 'LIVECHAT_',
  readConfig: readLiveChatConfig,
  connect: (config, { upstream }) => createLiveChat(config, upstream),
  resolvers,
};

const TRAITS: AccountTraits = {
  idRank: 1,
  nameRank: 2,
  addresses: 'one',
  keysAreAddresses: true,
  keysAreNames: false,
};

export function createLiveChat(
  config: LiveChatConfig,
  resources?: UpstreamResources,
): VendorPort<LiveChatSession> {
  const license = connectLicense(config, resources);
  return {
    vendor: 'LIVECHAT',
    traits: TRAITS,
    apiVersion: config.apiVersion,
    health: license.health,
    warnings: license.warnings,
    accountByKey: liveChatAccountByKey,
    open: (operation) => openSession(license.open(operation), config.apiVersion),
  };
}
