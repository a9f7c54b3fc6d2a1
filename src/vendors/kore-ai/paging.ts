import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { type KoreAiClient, PAGE_SIZE, type StatusQuery } from './client.ts';
import type { AgentRow } from './wire.ts';

type Query = Pick<StatusQuery, 'agents' | 'range'>;
interface Page {
  readonly rows: readonly AgentRow[];
  readonly hasMore: boolean;
}

/** A page with all its rows, also where the server lists fewer than were asked for though it has more. */
export async function readPage(
  client: KoreAiClient,
  query: Query,
  index: number,
  operation: Operation,
): Promise<Page> {
  const rows: AgentRow[] = [];
  for (;;) {
    const offset = index * PAGE_SIZE + rows.length;
    const limit = PAGE_SIZE - rows.length;
    const answer = await client.agentStatusDetails({ ...query, offset, limit }, operation);
    rows.push(...answer.rows.slice(0, limit));
    // A server that lists more than it was asked for has more, whatever it says.
    const hasMore = answer.hasMore || answer.rows.length > limit;
    if (!hasMore || rows.length >= PAGE_SIZE) return { rows, hasMore };
    if (answer.rows.length === 0) {
      const sentence = `the server says that more agents follow the first ${offset} but does not list them.`;
      throw new UpstreamError('KORE_AI', 'UPSTREAM_INVALID_RESPONSE', sentence);
    }
  }
}

/** Every agent that the query finds, each once: a list that changes between two pages shows agents twice. */
export async function readAll(client: KoreAiClient, query: Query, operation: Operation): Promise<AgentRow[]> {
  const byUserId = new Map<string, AgentRow>();
  for (let index = 0; ; index += 1) {
    const { rows, hasMore } = await readPage(client, query, index, operation);
    const known = byUserId.size;
    for (const row of rows) if (!byUserId.has(row.userId)) byUserId.set(row.userId, row);
    if (!hasMore) return [...byUserId.values()];
    if (byUserId.size === known) {
      const sentence = `the server says that more agents follow but lists the same ${known} again.`;
      throw new UpstreamError('KORE_AI', 'UPSTREAM_INVALID_RESPONSE', sentence);
    }
  }
}
