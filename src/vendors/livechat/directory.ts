import { comparableAddress } from '../../domain/account.ts';
import type { AccountDirectory } from '../../domain/directory.ts';
import { UpstreamError } from '../../domain/errors.ts';
import { compareText } from '../../domain/text.ts';
import type { LiveChatAccount } from './account.ts';
import { liveChatAccountByKey } from './account.ts';
import type { LiveChatClient } from './client.ts';
import type { AgentRecord } from './wire.ts';

/** LiveChat's agents: one call lists them all, so every other question is answered from that list. */
export function createDirectory(client: LiveChatClient): AccountDirectory {
  return {
    vendor: 'LIVECHAT',
    pageSize: Number.POSITIVE_INFINITY,
    ordered: true,
    async page(index) {
      const accounts = accountsOf(await client.listAgents());
      return { accounts: index === 0 ? accounts : [], total: accounts.length, hasMore: false };
    },
  };
}

/**
 * One account for each agent, in the order of their keys. Reports have one row for an agent however its address is spelt,
 * so two accounts would show each figure twice. Of several spellings the last in order counts (mostly the one in small
 * letters), whatever the order of the list, so that the account's id stays the same. Rows that contradict each other are
 * refused: nothing says which is right.
 */
function accountsOf(records: readonly AgentRecord[]): LiveChatAccount[] {
  const byAgent = new Map<string, LiveChatAccount>();
  const accounts = records.map(
    ({ id, name }): LiveChatAccount => ({ ...liveChatAccountByKey(id), vendor: 'LIVECHAT', name }),
  );
  for (const account of accounts.sort((a, b) => compareText(b.key, a.key))) {
    const agent = comparableAddress(account.key);
    const known = byAgent.get(agent) ?? account;
    if (known.name !== account.name) {
      const sentence = 'configuration/action/list_agents answered with two names of one agent.';
      throw new UpstreamError('LIVECHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
    }
    byAgent.set(agent, known);
  }
  return [...byAgent.values()].reverse();
}
