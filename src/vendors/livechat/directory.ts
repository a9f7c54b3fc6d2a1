import type { AccountDirectory } from '../../domain/directory.ts';
import { compareText } from '../../domain/text.ts';
import type { LiveChatClient } from './client.ts';
import { listedAccount } from './map.ts';

/** LiveChat's agents: one call lists them all, so every other question is answered from that list. */
export function createDirectory(client: LiveChatClient): AccountDirectory {
  return {
    vendor: 'LIVECHAT',
    pageSize: Number.POSITIVE_INFINITY,
    ordered: true,
    async page(index, operation) {
      const records = await client.listAgents(operation);
      const byId = new Map(records.toReversed().map((record) => [record.id, listedAccount(record)]));
      const accounts = [...byId.values()].sort((a, b) => compareText(a.key, b.key));
      return { accounts: index === 0 ? accounts : [], total: accounts.length, hasMore: false };
    },
  };
}
