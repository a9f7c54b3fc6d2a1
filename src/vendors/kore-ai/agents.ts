import { normalizeEmail } from '../../domain/account.ts';
import type { Operation } from '../../domain/operation.ts';
import { perOperation } from '../../domain/per-operation.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import { type Page, type PagedList, Pages, readAll } from '../../upstream/paging/index.ts';
import { type KoreAiClient, PAGE_SIZE, type StatusQuery } from './client.ts';
import { type Agent, mergeRows } from './rows.ts';
import { Spellings } from './spellings.ts';
import { readWholeList } from './whole-list.ts';
import type { AgentRow } from './wire.ts';

/** One less than a call lists: the last row of a call is the first of the next page and ties the two together. */
export const DIRECTORY_PAGE_SIZE = PAGE_SIZE - 1;

/** Kore.ai's agents and their segments in a range, each agent once. */
export interface AgentReader {
  /** The agents of one page of the list; of one operation, always of the range that it asked for first. */
  page(
    index: number,
    range: TimeRange,
    operation: Operation,
  ): Promise<Pick<Page<AgentRow>, 'hasMore' | 'following'> & { readonly agents: readonly Agent[] }>;
  /** The whole list: one call for every 49 agents. An error where the operation has too few calls left. */
  all(range: TimeRange, operation: Operation): Promise<readonly Agent[]>;
  /** The agents that the server finds by these addresses, sent as they are: one call for every 50 addresses. */
  bySpelling(emails: readonly string[], range: TimeRange, operation: Operation): Promise<readonly Agent[]>;
  /**
   * The agents with one of these addresses, case aside. An address is asked for in the spelling that is known to find
   * it, else in each given spelling.
   */
  byEmail(emails: readonly string[], range: TimeRange, operation: Operation): Promise<readonly Agent[]>;
}

/** Reads agents by a client, and remembers how their addresses are spelled. */
export function createAgentReader(client: KoreAiClient): AgentReader {
  const spellings = new Spellings();
  const pagesOf = perOperation<Pages<AgentRow>>();

  function agentsOf(rows: readonly AgentRow[]): Agent[] {
    spellings.learn(rows);
    return mergeRows(rows);
  }

  async function bySpelling(emails: readonly string[], range: TimeRange, operation: Operation) {
    const distinct = [...new Set(emails)];
    const batches = Array.from({ length: Math.ceil(distinct.length / PAGE_SIZE) }, (_, batch) =>
      distinct.slice(batch * PAGE_SIZE, (batch + 1) * PAGE_SIZE),
    );
    const lists = batches.map((agents) => statusList(client, { agents, range }));
    const rows = await Promise.all(lists.map((list) => readAll(list, operation)));
    return agentsOf(rows.flat());
  }

  return {
    async page(index, range, operation) {
      const list = statusList(client, { agents: null, range });
      const pages = pagesOf(operation, 'everyone', () => new Pages(list, DIRECTORY_PAGE_SIZE, operation));
      const { rows, hasMore, following } = await pages.page(index);
      return { agents: agentsOf(rows), hasMore, following };
    },
    async all(range, operation) {
      return agentsOf(await readWholeList(statusList(client, { agents: null, range }), operation));
    },
    bySpelling,
    async byEmail(emails, range, operation) {
      const asked = new Map(
        [...Map.groupBy(emails, normalizeEmail)].map(([address, given]) => [
          address,
          spellings.of(address) ?? [...new Set(given)],
        ]),
      );
      const agents = await bySpelling([...asked.values()].flat(), range, operation);
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
    read: (offset, limit, operation) => client.agentStatusDetails({ ...query, offset, limit }, operation),
  };
}
