import { liveChatAccountByKey } from '../../domain/account.ts';
import type { Operation } from '../../domain/operation.ts';
import type { VendorCapability, VendorPort } from '../../domain/ports.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import { createLiveChatClient } from './client.ts';
import type { LiveChatConfig } from './config.ts';
import { createDirectory } from './directory.ts';
import { createPresence } from './presence.ts';
import { agentPerformance } from './reports/agent-performance.ts';
import { type LiveChatSession, openSession } from './session.ts';

export type { ChatReportRecord } from './chat-report.ts';
export { type LiveChatConfig, readLiveChatConfig } from './config.ts';
export type { PerformanceRow } from './reports/agent-performance.ts';
export type { RankingRow } from './reports/ranking.ts';
export { liveChatResolvers } from './resolvers.ts';
export type { LiveChatSession } from './session.ts';

/** What LiveChat can report beside its list of agents. */
export const LIVECHAT_CAPABILITIES: readonly VendorCapability[] = [
  'PRESENCE',
  'AVAILABILITY',
  'AGENT_REPORTS',
  'CHAT_REPORTS',
];

/** LiveChat as the rest of deskgraph sees it; its reports are known to its own resolvers alone. */
export interface LiveChatPort extends VendorPort {
  readonly vendor: 'LIVECHAT';
  open(operation: Operation): LiveChatSession;
}

export function createLiveChat(config: LiveChatConfig, resources?: UpstreamResources): LiveChatPort {
  const client = createLiveChatClient(config, resources);
  const open = (operation: Operation) => openSession(client, config.apiVersion, operation);
  return {
    vendor: 'LIVECHAT',
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
  };
}
