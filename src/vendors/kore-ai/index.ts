import { normalizeEmail } from '../../domain/account.ts';
import type { Operation } from '../../domain/operation.ts';
import type { KoreAiPort } from '../../domain/ports.ts';
import { compareSegments, overlaps, type StatusSegment } from '../../domain/segment.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import { createKoreAiClient, type KoreAiClient, PAGE_SIZE } from './client.ts';
import type { KoreAiConfig, KoreAiVersion } from './config.ts';
import { toAccount, toSegment } from './map.ts';
import { readAll, readPage } from './paging.ts';
import type { AgentRow } from './wire.ts';

export { type KoreAiConfig, readKoreAiConfig } from './config.ts';

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
    if (emails === null) return readAll(client, { agents: null, range }, operation);
    const batches = Array.from({ length: Math.ceil(emails.length / PAGE_SIZE) }, (_, batch) =>
      emails.slice(batch * PAGE_SIZE, (batch + 1) * PAGE_SIZE),
    );
    return (await Promise.all(batches.map((agents) => readAll(client, { agents, range }, operation)))).flat();
  }

  return {
    vendor: 'KORE_AI',
    apiVersion,
    health: client.health,

    directory: {
      vendor: 'KORE_AI',
      pageSize: PAGE_SIZE,
      ordered: false,
      async page(index, operation) {
        const { rows, hasMore } = await readPage(
          client,
          { agents: null, range: present() },
          index,
          operation,
        );
        return { accounts: rows.map(toAccount), total: null, hasMore };
      },
      lookup: {
        size: PAGE_SIZE,
        exact: true,
        async byEmail(emails, operation) {
          const wanted = new Set(emails.map(normalizeEmail));
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

function segmentsOf(row: AgentRow, range: TimeRange): StatusSegment[] {
  return row.status
    .map(toSegment)
    .filter((segment) => overlaps(segment, range))
    .sort(compareSegments);
}
