import type { Account } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import type { AccountSegments } from '../../domain/ports.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { AgentReader } from './agents.ts';
import type { Agent } from './rows.ts';
import { segmentsWithin } from './timeline.ts';

/**
 * The segments of accounts that Kore.ai has listed, by user id, for every account. A row without segments means none. An
 * account without a row was not found by its address: then the whole list is read, once for all of them.
 */
export async function segmentsOfAccounts(
  reader: AgentReader,
  accounts: readonly Account[],
  range: TimeRange,
  operation: Operation,
): Promise<ReadonlyMap<string, AccountSegments>> {
  if (accounts.length === 0) return new Map();
  // Only the whole list has an agent without an address.
  const emails = accounts.every((account) => account.emails.length > 0)
    ? accounts.flatMap((account) => account.emails)
    : null;
  const agents = await (emails === null
    ? reader.all(range, operation)
    : reader.bySpelling(emails, range, operation));
  const found = new Map(agents.map((agent) => [agent.userId, agent]));
  const missing = accounts.filter(({ key }) => !found.has(key));
  const others =
    missing.length === 0 || emails === null ? notListed() : await listedOrFault(reader, range, operation);

  return new Map(
    accounts.map(({ key }) => {
      const agent = found.get(key);
      if (agent !== undefined) return [key, segmentsOrFault(agent, range)];
      if (others instanceof UpstreamError) return [key, others];
      const listed = others.get(key);
      return [key, listed === undefined ? notListed() : segmentsOrFault(listed, range)];
    }),
  );
}

function segmentsOrFault({ timeline }: Agent, range: TimeRange): AccountSegments {
  const sentence = 'segments of one agent overlap each other, though an agent has one status at a time.';
  return (
    segmentsWithin(timeline, range) ?? new UpstreamError('KORE_AI', 'UPSTREAM_INVALID_RESPONSE', sentence)
  );
}

/** The whole list by user id. A fault of it costs only the accounts that were not found before. */
async function listedOrFault(
  reader: AgentReader,
  range: TimeRange,
  operation: Operation,
): Promise<ReadonlyMap<string, Agent> | UpstreamError> {
  try {
    return new Map((await reader.all(range, operation)).map((agent) => [agent.userId, agent]));
  } catch (error) {
    if (error instanceof UpstreamError) return error;
    throw error;
  }
}

function notListed(): UpstreamError {
  const sentence = 'an agent that it has listed before is missing from its answer and from its whole list.';
  return new UpstreamError('KORE_AI', 'UPSTREAM_INVALID_RESPONSE', sentence);
}
