import type { ZodType, z } from 'zod';
import { comparableAddress } from '../../../domain/account.ts';
import { UpstreamError } from '../../../domain/errors.ts';
import { comparePositions, pageOf, readWindow } from '../../../graphql/connection.ts';
import type { Position } from '../../../graphql/cursor.ts';
import { type Report, report } from './report.ts';

/** A row of the SDL as a report has it: with the agent's id in place of the agent. */
export type AgentRow<Row> = Omit<Row, 'agent' | '__typename'> & { readonly agentKey: string };

/** A report with a row for each agent, by agent id as `comparableAddress` gives it; its field is a list of them. */
interface AgentsReport<Row> {
  readonly rows: ReadonlyMap<string, Row>;
}

interface AgentsDeclaration<Row, Place extends Position, Result, Answer extends z.ZodType>
  extends Omit<Report<Result, Answer>, 'divided' | 'list'> {
  /** By what rows are ordered. */
  readonly place: ZodType<Place>;
  placeOf(row: Row): Place;
}

export function agentsReport<
  Row,
  Place extends Position,
  Result extends AgentsReport<Row>,
  Answer extends z.ZodType,
>({ place, placeOf, ...declaration }: AgentsDeclaration<Row, Place, Result, Answer>) {
  return report<Result, Answer>({
    ...declaration,
    divided: [],
    async list({ cursors: cursorsOf, ask }, args) {
      const cursors = cursorsOf(place);
      const window = readWindow(cursors, args);
      if (ask === null) return null;
      const { rows, ...rest } = await ask();
      const inOrder = [...rows.values()].sort((a, b) => comparePositions(placeOf(a), placeOf(b)));
      return { ...pageOf(cursors, window, inOrder, placeOf), ...rest, totalCount: inOrder.length };
    },
  });
}

/**
 * Rows by agent. Reports may spell an address in another case than the list of agents. Two rows of one agent are refused:
 * to choose one would lose figures, and averages cannot be added up.
 */
export function rowsByAgent<Record, Row>(
  records: ReadonlyMap<string, Record>,
  path: string,
  toRow: (record: Record) => Row,
): ReadonlyMap<string, Row & { readonly agentKey: string }> {
  const rows = [...records].map(
    ([agentKey, record]) => [comparableAddress(agentKey), { agentKey, ...toRow(record) }] as const,
  );
  const byAgent = new Map(rows);
  if (byAgent.size === rows.length) return byAgent;
  const sentence = `reports/${path} answered with two rows of one agent, whose addresses differ only in case.`;
  throw new UpstreamError('LIVECHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
}
