import type { Agent } from './agents.ts';
import { readList } from './input.ts';

/** Agents of one of these groups; all of them where `group_ids` is left out. */
export function readGroupIds(raw: unknown): (agent: Agent) => boolean {
  if (raw === undefined) return () => true;
  const groups = new Set(readList(raw, 'filters.group_ids', 'integer'));
  return ({ groupIds }) => groupIds.some((id) => groups.has(id));
}
