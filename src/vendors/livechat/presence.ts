import { comparableAddress } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { AgentPresence, PresenceSource } from '../../domain/presence.ts';
import type { AgentStatus } from '../../domain/segment.ts';
import type { LiveChatClient } from './client.ts';
import type { RoutingStatuses } from './wire.ts';

const STATUSES: ReadonlyMap<string, AgentStatus> = new Map([
  ['accepting_chats', 'AVAILABLE'],
  ['not_accepting_chats', 'AWAY'],
]);

/**
 * The present status of all LiveChat agents, by one call. The documentation does not say whether agents who are logged
 * off are listed, so an agent that is not listed has no presence.
 */
export function createPresence(client: Pick<LiveChatClient, 'listRoutingStatuses'>): PresenceSource {
  return {
    async of(accounts) {
      const byAgent = presences(await client.listRoutingStatuses());
      const found = accounts.map(({ key }) => [key, byAgent.get(comparableAddress(key))] as const);
      return new Map(found.flatMap(([key, presence]) => (presence === undefined ? [] : [[key, presence]])));
    },
  };
}

function presences(rows: RoutingStatuses): ReadonlyMap<string, AgentPresence> {
  const byAgent = new Map<string, AgentPresence>();
  for (const { agent_id, status: word } of rows) {
    const key = comparableAddress(agent_id);
    const known = byAgent.get(key);
    if (known !== undefined && known.reportedStatus !== word) {
      const sentence = 'agent/action/list_routing_statuses answered with two statuses of one agent.';
      throw new UpstreamError('LIVECHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
    }
    const status = STATUSES.get(word) ?? 'OTHER';
    byAgent.set(key, { vendor: 'LIVECHAT', status, reportedStatus: word, since: null });
  }
  return byAgent;
}
