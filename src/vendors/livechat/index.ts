import type { Operation } from '../../domain/operation.ts';
import type { AccountTraits, VendorPort } from '../../domain/ports.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import type { VendorModule } from '../module.ts';
import { liveChatAccountByKey } from './account.ts';
import { createLiveChatClient } from './client.ts';
import { type LiveChatConfig, readLiveChatConfig } from './config.ts';
import { createDirectory } from './directory.ts';
import { createPresence } from './presence.ts';
import { agentPerformance } from './reports/agent-performance.ts';
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
  const client = createLiveChatClient(config, resources);
  const open = (operation: Operation) => openSession(client, config.apiVersion, operation);
  return {
    vendor: 'LIVECHAT',
    traits: TRAITS,
    apiVersion: config.apiVersion,
    health: client.health,
    warnings: client.warnings,
    directory: createDirectory(client),
    presence: createPresence(client),
    open,
    async activeAccounts(range, operation) {
      const request = { range, timeZone: 'UTC', distribution: 'DAY', filter: {} } as const;
      const { rows } = await open(operation).report(agentPerformance, request);
      return [...rows.values()]
        .filter(({ chats, loggedInSeconds }) => chats > 0 || (loggedInSeconds ?? 0) > 0)
        .map(({ agentKey }) => liveChatAccountByKey(agentKey));
    },
    accountByKey: liveChatAccountByKey,
  };
}
