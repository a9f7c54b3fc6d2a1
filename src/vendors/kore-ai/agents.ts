import { normalizeEmail } from '../../domain/account.ts';
import type { CallBudget } from '../../domain/call-budget.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import { type Page, type PagedList, Pages, readAll } from '../../upstream/paging/index.ts';
import { type KoreAiClient, PAGE_SIZE, type StatusQuery } from './client.ts';
import { type Agent, mergeRows } from './rows.ts';
import type { Spellings } from './spellings.ts';
import { readWholeList } from './whole-list.ts';
import type { AgentRow } from './wire.ts';

/** One less than a call lists: the last row of a call is the first of the next page and ties the two together. */
export const DIRECTORY_PAGE_SIZE = PAGE_SIZE - 1;

/** Kore.ai's agents and their segments in a range, each agent once, as one operation asks for them. */
export interface AgentReader {
  /** The agents of one page of the list, always of the range that was asked for first. */
  page(
    index: number,
    range: TimeRange,
  ): Promise<Pick<Page<AgentRow>, 'hasMore' | 'following'> & { readonly agents: readonly Agent[] }>;
  /** The whole list: one call for every 49 agents. An error where the operation has too few calls left. */
  all(range: TimeRange): Promise<readonly Agent[]>;
  /** The agents that the server finds by these addresses, sent as they are: one call for every 50 addresses. */
  bySpelling(emails: readonly string[], range: TimeRange): Promise<readonly Agent[]>;
  /**
   * The agents with one of these addresses, case aside. An address is asked for in the spelling that is known to find
   * it, else in each given spelling.
   */
  byEmail(emails: readonly string[], range: TimeRange): Promise<readonly Agent[]>;
}

/** Reads agents by a client, and learns how their addresses are spelled. */
export function createAgentReader(
  client: KoreAiClient,
  spellings: Spellings,
  budget: CallBudget,
): AgentReader {
  let pages: Pages<AgentRow> | null = null;

  function agentsOf(rows: readonly AgentRow[]): Agent[] {
    spellings.learn(rows);
    return mergeRows(rows);
  }

  async function bySpelling(emails: readonly string[], range: TimeRange) {
    const distinct = [...new Set(emails)];
    const batches = Array.from({ length: Math.ceil(distinct.length / PAGE_SIZE) }, (_, batch) =>
      distinct.slice(batch * PAGE_SIZE, (batch + 1) * PAGE_SIZE),
    );
    const lists = batches.map((agents) => statusList(client, { agents, range }));
    const rows = await Promise.all(lists.map((list) => readAll(list)));
    return agentsOf(rows.flat());
  }

  return {
    async page(index, range) {
      pages ??= new Pages(statusList(client, { agents: null, range }), DIRECTORY_PAGE_SIZE);
      const { rows, hasMore, following } = await pages.page(index);
      return { agents: agentsOf(rows), hasMore, following };
    },
    async all(range) {
      return agentsOf(await readWholeList(statusList(client, { agents: null, range }), budget));
    },
    bySpelling,
    async byEmail(emails, range) {
      const asked = new Map(
        [...Map.groupBy(emails, normalizeEmail)].map(([address, given]) => [
          address,
          spellings.of(address) ?? [...new Set(given)],
        ]),
      );
      const agents = await bySpelling([...asked.values()].flat(), range);
      const addressesOf = (agent: Agent) => agent.emails.map(normalizeEmail);
      const bearers = agents.filter((agent) => addressesOf(agent).some((address) => asked.has(address)));
      const found = new Set(bearers.flatMap(addressesOf));
      for (const [address, own] of asked) {
        if (found.has(address)) spellings.found(address, own);
        else spellings.missed(address);
      }
      return bearers;
    },
  };
}

/** Kore.ai counts no rows, so only their keys tell whether the list has changed between two calls. */
function statusList(client: KoreAiClient, query: Pick<StatusQuery, 'agents' | 'range'>): PagedList<AgentRow> {
  return {
    vendor: 'KORE_AI',
    callSize: PAGE_SIZE,
    keyOf: ({ userId }) => userId,
    read: (offset, limit) => client.agentStatusDetails({ ...query, offset, limit }),
    bypassingCache: () => statusList(client.bypassingCache(), query),
  };
}
