import { normalizeEmail } from '../../domain/account.ts';
import type { Operation } from '../../domain/operation.ts';
import type { KoreAiPort } from '../../domain/ports.ts';
import { compareSegments, overlaps, type StatusSegment } from '../../domain/segment.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import { type PagedList, Pages, readAll } from '../../upstream/paging/index.ts';
import { perOperation } from '../../upstream/per-operation.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import { createKoreAiClient, type KoreAiClient, PAGE_SIZE, type StatusQuery } from './client.ts';
import type { KoreAiConfig, KoreAiVersion } from './config.ts';
import { toAccount, toSegment } from './map.ts';
import type { AgentRow } from './wire.ts';

export { type KoreAiConfig, readKoreAiConfig } from './config.ts';

/** One less than a call lists: the last row of a call is the first of the next page and ties the two together. */
const DIRECTORY_PAGE_SIZE = PAGE_SIZE - 1;

/** Kore.ai SmartAssist as deskgraph sees it. */
export function createKoreAi(
  config: KoreAiConfig,
  now: () => Temporal.Instant,
  resources?: UpstreamResources,
): KoreAiPort {
  return createPort(createKoreAiClient(config, resources), config.apiVersion, now);
}

/** The port over any client. */
export function createPort(
  client: KoreAiClient,
  apiVersion: KoreAiVersion,
  now: () => Temporal.Instant,
): KoreAiPort {
  const pagesOf = perOperation<Pages<AgentRow>>();

  /** Who is there is asked with the present as the range, as the answer then tells the open segments too. */
  function present(): TimeRange {
    const from = now().round({ smallestUnit: 'minute', roundingMode: 'floor' });
    return { from, to: from.add({ minutes: 1 }) };
  }

  async function ofAgents(
    emails: readonly string[] | null,
    range: TimeRange,
    operation: Operation,
  ): Promise<AgentRow[]> {
    if (emails === null) return readAll(statusList(client, { agents: null, range }), operation);
    const batches = Array.from({ length: Math.ceil(emails.length / PAGE_SIZE) }, (_, batch) =>
      emails.slice(batch * PAGE_SIZE, (batch + 1) * PAGE_SIZE),
    );
    const lists = batches.map((agents) => statusList(client, { agents, range }));
    return (await Promise.all(lists.map((list) => readAll(list, operation)))).flat();
  }

  return {
    vendor: 'KORE_AI',
    apiVersion,
    health: client.health,

    directory: {
      vendor: 'KORE_AI',
      pageSize: DIRECTORY_PAGE_SIZE,
      ordered: false,
      async page(index, operation) {
        const list = statusList(client, { agents: null, range: present() });
        const pages = pagesOf(operation, 'everyone', () => new Pages(list, DIRECTORY_PAGE_SIZE, operation));
        const { rows, ...page } = await pages.page(index);
        return { ...page, accounts: rows.map(toAccount) };
      },
      lookup: {
        size: PAGE_SIZE,
        async byEmail(emails, operation) {
          const wanted = new Set(emails);
          const accounts = (await ofAgents(emails, present(), operation)).map(toAccount);
          return accounts.filter((account) =>
            account.emails.some((email) => wanted.has(normalizeEmail(email))),
          );
        },
      },
    },

    segments: {
      async of(accounts, range, operation) {
        // Agents are asked for by address; where one has none, only the whole list has that one.
        const everyoneHasAddress = accounts.every(({ emails }) => emails.length > 0);
        const emails = everyoneHasAddress ? accounts.flatMap((account) => account.emails.slice(0, 1)) : null;
        const rows = await ofAgents(emails, range, operation);
        return new Map(rows.map((row) => [row.userId, segmentsOf(row, range)]));
      },
    },

    async activeAccounts(range, operation) {
      const rows = await ofAgents(null, range, operation);
      return rows.filter((row) => segmentsOf(row, range).length > 0).map(toAccount);
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

function segmentsOf(row: AgentRow, range: TimeRange): StatusSegment[] {
  return row.status
    .map(toSegment)
    .filter((segment) => overlaps(segment, range))
    .sort(compareSegments);
}
