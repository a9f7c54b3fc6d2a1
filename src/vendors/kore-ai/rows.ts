import { toSegment } from './map.ts';
import { type Timeline, unite } from './timeline.ts';
import type { AgentRow } from './wire.ts';

/** An agent as all rows together describe it. */
export interface Agent {
  readonly userId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly customId: string | null;
  /** Every address of the rows, as Kore.ai spells it, in their order. */
  readonly emails: readonly string[];
  readonly timeline: Timeline;
}

/** The agents of all rows, each once: Kore.ai may list one agent in two rows, and one segment twice. */
export function mergeRows(rows: readonly AgentRow[]): Agent[] {
  return [...Map.groupBy(rows, ({ userId }) => userId)].map(([userId, own]) => ({
    userId,
    firstName: firstKnown(own, 'firstName'),
    lastName: firstKnown(own, 'lastName'),
    customId: firstKnown(own, 'customId'),
    emails: [...new Set(own.flatMap(({ email }) => email ?? []))],
    timeline: unite(own.flatMap(({ status }) => status.map(toSegment))),
  }));
}

function firstKnown(rows: readonly AgentRow[], field: 'firstName' | 'lastName' | 'customId'): string | null {
  return rows.find((row) => row[field] !== null)?.[field] ?? null;
}
