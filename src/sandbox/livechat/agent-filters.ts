import type { Agent } from './agents.ts';
import type { FilteredTime } from './chat-filters.ts';
import { ValidationError } from './errors.ts';
import { readList, readObject } from './input.ts';
import { readRange } from './time-range.ts';
import { type FilterRules, readValueFilter } from './value-filter.ts';

/** What the filters of an Agents report ask. */
export interface AgentFilters {
  readonly time: FilteredTime;
  /** Whether the agent is one that the report is about. */
  agent(agent: Agent): boolean;
  /** Whether chats of this group count. */
  group(groupId: number): boolean;
}

const AGENTS: FilterRules = { kind: 'string', exists: false, requireEvery: true };
const KEYS = new Set(['from', 'to', 'agents', 'groups']);

/** The conditions that the `filters` of an Agents report spell. */
export function readAgentFilters(raw: unknown): AgentFilters {
  const filters = readObject(raw, 'filters', KEYS);
  const byEmail = readValueFilter(filters.agents ?? {}, 'filters.agents', AGENTS);
  const groups = readGroups(filters.groups);
  const range = readRange(filters, 'filters');
  if (range === null) throw new ValidationError('exactly one pair of time filters is required');
  const group = (groupId: number) => groups === null || groups.has(groupId);
  return {
    time: { range, from: String(filters.from) },
    agent: ({ email, groupIds }) => byEmail([email]) && (groups === null || groupIds.some(group)),
    group,
  };
}

function readGroups(raw: unknown): ReadonlySet<unknown> | null {
  if (raw === undefined) return null;
  const { values } = readObject(raw, 'filters.groups', new Set(['values']));
  return values === undefined ? null : new Set(readList(values, 'filters.groups.values', 'integer'));
}
