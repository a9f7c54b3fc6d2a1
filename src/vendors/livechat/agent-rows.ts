import { comparableKey } from '../../domain/account.ts';
import { UpstreamError } from '../../domain/errors.ts';

/**
 * A report's rows by agent id, as `comparableKey` gives it: reports may spell an address in another case than the list of
 * agents. Two rows of one agent are refused. To choose one would lose figures, and averages cannot be added up.
 */
export function rowsByAgent<Row extends { readonly agentKey: string }>(
  rows: readonly Row[],
  route: string,
): ReadonlyMap<string, Row> {
  const byAgent = new Map(rows.map((row) => [comparableKey('LIVECHAT', row.agentKey), row]));
  if (byAgent.size === rows.length) return byAgent;
  const sentence = `${route} answered with two rows of one agent, whose addresses differ only in case.`;
  throw new UpstreamError('LIVECHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
}
