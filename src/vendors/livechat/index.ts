import { liveChatAccountByKey } from '../../domain/account.ts';
import type { AccountTraits, LiveChatPort, VendorCapability } from '../../domain/ports.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import { createLiveChatClient } from './client.ts';
import type { LiveChatConfig } from './config.ts';
import { createDirectory } from './directory.ts';
import { createPresence } from './presence.ts';
import { agentReports, chatReports, queuedVisitorsLeft } from './reports.ts';

export { type LiveChatConfig, readLiveChatConfig } from './config.ts';

/** What LiveChat can tell beside who its agents are. */
export const LIVECHAT_CAPABILITIES: readonly VendorCapability[] = [
  'PRESENCE',
  'AVAILABILITY',
  'AGENT_REPORTS',
  'CHAT_REPORTS',
];

const TRAITS: AccountTraits = {
  idRank: 1,
  nameRank: 2,
  addresses: 'one',
  keysAreAddresses: true,
  keysAreNames: false,
};

/** LiveChat as the rest of deskgraph sees it. */
export function createLiveChat(config: LiveChatConfig, resources?: UpstreamResources): LiveChatPort {
  const client = createLiveChatClient(config, resources);
  const ofAgents = agentReports(client);
  return {
    vendor: 'LIVECHAT',
    traits: TRAITS,
    apiVersion: config.apiVersion,
    health: client.health,
    warnings: client.warnings,
    directory: createDirectory(client),
    presence: createPresence(client),
    reports: chatReports(client, config.apiVersion),
    queuedVisitorsLeft: queuedVisitorsLeft(client, config.apiVersion),
    agentReports: ofAgents,
    async activeAccounts(range, operation) {
      const everybody = { range, timeZone: 'UTC', distribution: 'DAY', agents: null, groups: null } as const;
      const { rows } = await ofAgents.agentPerformance(everybody, operation);
      return [...rows.values()]
        .filter(({ chats, loggedInSeconds }) => chats > 0 || (loggedInSeconds ?? 0) > 0)
        .map(({ agentKey }) => liveChatAccountByKey(agentKey));
    },
    accountByKey: liveChatAccountByKey,
  };
}
