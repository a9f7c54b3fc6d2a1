import { liveChatAccountByKey } from '../../domain/account.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import type { VendorModule } from '../module.ts';
import { createLiveChatClient } from './client.ts';
import { type LiveChatConfig, readLiveChatConfig } from './config.ts';
import { createDirectory } from './directory.ts';
import type { LiveChatPort } from './port.ts';
import { createPresence } from './presence.ts';
import { agentReports, chatReports, queuedVisitorsLeft } from './reports.ts';

/** LiveChat: its Configuration, Agent Chat and Reports APIs. */
export const liveChat: VendorModule<LiveChatConfig, LiveChatPort> = {
  id: 'LIVECHAT',
  title: 'LiveChat',
  capabilities: ['PRESENCE', 'AVAILABILITY', 'AGENT_REPORTS', 'CHAT_REPORTS'],
  accountType: 'LiveChatAccount',
  keyField: null,
  identity: { field: 'liveChat', byEmail: true, faultOf: () => null },
  variablePrefix: 'LIVECHAT_',
  readConfig: readLiveChatConfig,
  connect: (config, { upstream }) => createLiveChat(config, upstream),
};

/** LiveChat as the rest of deskgraph sees it. */
export function createLiveChat(config: LiveChatConfig, resources?: UpstreamResources): LiveChatPort {
  const client = createLiveChatClient(config, resources);
  const ofAgents = agentReports(client);
  return {
    vendor: 'LIVECHAT',
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
  };
}
