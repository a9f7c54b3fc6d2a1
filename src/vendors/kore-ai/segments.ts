import type { Account } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';
import type { AccountSegments } from '../../domain/ports.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { AgentReader } from './agents.ts';
import type { Agent } from './rows.ts';
import { segmentsWithin } from './timeline.ts';

/**
 * The segments of accounts that Kore.ai has listed, by user id, for every account. A row without segments means none. An
 * account without a row was not found by its address: then the whole list is read, once for all of them. A fault of the
 * whole list costs only the accounts that cannot be found without it.
 */
export async function segmentsOfAccounts(
  reader: AgentReader,
  accounts: readonly Account[],
  range: TimeRange,
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, AccountSegments>> {
  if (accounts.length === 0) return new Map();
  const readList = () => listedOrFault(reader, range);
  const readByAddress = async () => {
    const emails = accounts.flatMap((account) => account.emails);
    return byUserId(await reader.bySpelling(emails, range));
  };

  // Only the whole list has an agent without an address, and it has the others as well.
  const list = accounts.some(({ emails }) => emails.length === 0) ? await readList() : null;
  const found = list instanceof Map ? list : await readByAddress();
  const isWhole = accounts.every(({ key }) => found.has(key));
  const others = list ?? (isWhole ? found : await readList());

  return new Map(
    accounts.map(({ key }) => {
      const agent = found.get(key) ?? (others instanceof UpstreamError ? others : others.get(key));
      if (agent instanceof UpstreamError) return [key, agent];
      return [key, agent === undefined ? notListed() : segmentsWithin(agent.timeline, range, now)];
    }),
  );
}

async function listedOrFault(
  reader: AgentReader,
  range: TimeRange,
): Promise<Map<string, Agent> | UpstreamError> {
  try {
    return byUserId(await reader.all(range));
  } catch (error) {
    if (error instanceof UpstreamError) return error;
    throw error;
  }
}

function byUserId(agents: readonly Agent[]): Map<string, Agent> {
  return new Map(agents.map((agent) => [agent.userId, agent]));
}

function notListed(): UpstreamError {
  const sentence = 'an agent that it has listed before is missing from its answer and from its whole list.';
  return new UpstreamError('KORE_AI', 'UPSTREAM_INVALID_RESPONSE', sentence);
}
