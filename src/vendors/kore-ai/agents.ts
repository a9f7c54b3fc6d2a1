import { normalizeEmail } from '../../domain/account.ts';
import type { Operation } from '../../domain/operation.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import { type KoreAiClient, PAGE_SIZE } from './client.ts';
import { readAll, readPage } from './paging.ts';
import { type Agent, mergeRows } from './rows.ts';
import { Spellings } from './spellings.ts';
import type { AgentRow } from './wire.ts';

/** Kore.ai's agents and their segments in a range, each agent once. */
export interface AgentReader {
  /** The agents of one page of the list. */
  page(
    index: number,
    range: TimeRange,
    operation: Operation,
  ): Promise<{ readonly agents: readonly Agent[]; readonly hasMore: boolean }>;
  /** The whole list: one call for every 50 agents. */
  all(range: TimeRange, operation: Operation): Promise<readonly Agent[]>;
  /** The agents whom the server finds by these addresses, sent as they are: one call for every 50 addresses. */
  bySpelling(emails: readonly string[], range: TimeRange, operation: Operation): Promise<readonly Agent[]>;
  /**
   * The agents who bear one of these addresses, case aside. An address is asked for in the spelling that is known to find
   * it, else in each given spelling.
   */
  byEmail(emails: readonly string[], range: TimeRange, operation: Operation): Promise<readonly Agent[]>;
}

/** Reads agents by a client, and remembers how their addresses are spelled. */
export function createAgentReader(client: KoreAiClient): AgentReader {
  const spellings = new Spellings();

  function agentsOf(rows: readonly AgentRow[]): Agent[] {
    spellings.learn(rows);
    return mergeRows(rows);
  }

  async function bySpelling(emails: readonly string[], range: TimeRange, operation: Operation) {
    const distinct = [...new Set(emails)];
    const batches = Array.from({ length: Math.ceil(distinct.length / PAGE_SIZE) }, (_, batch) =>
      distinct.slice(batch * PAGE_SIZE, (batch + 1) * PAGE_SIZE),
    );
    const rows = await Promise.all(batches.map((agents) => readAll(client, { agents, range }, operation)));
    return agentsOf(rows.flat());
  }

  return {
    async page(index, range, operation) {
      const { rows, hasMore } = await readPage(client, { agents: null, range }, index, operation);
      return { agents: agentsOf(rows), hasMore };
    },
    async all(range, operation) {
      return agentsOf(await readAll(client, { agents: null, range }, operation));
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
