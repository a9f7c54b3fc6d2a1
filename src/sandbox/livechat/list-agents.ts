import { readGroupIds } from './agent-selection.ts';
import type { Agent } from './agents.ts';
import type { Directory } from './directory.ts';
import { type RawObject, readBoolean, readChoice, readList, readObject } from './input.ts';
import { lastLogouts, loginStatus } from './logins.ts';
import type { LiveChatCentre } from './model.ts';

const KEYS = new Set(['filters', 'fields']);
const FILTER_KEYS = new Set(['group_ids', 'suspended']);
const FIELDS = ['groups', 'suspended', 'job_title', 'max_chats_count', 'last_logout'] as const;

type Field = (typeof FIELDS)[number];
type FieldReader = (agent: Agent) => unknown;

/** The account's agents, who are all listed at once. */
export function listAgents(raw: unknown, centre: LiveChatCentre, directory: Directory): readonly RawObject[] {
  const body = readObject(raw, '', KEYS);
  const fields = readFields(body.fields);
  const passes = readFilters(body.filters ?? {});
  const all = [...directory.agents.values()];
  const listed = all.filter(passes);
  const readers = fieldReaders(centre, listed, fields);
  return listed.map((agent) => ({
    id: agent.email,
    account_id: agent.accountId,
    name: `${agent.member.firstName} ${agent.member.lastName}`,
    role: agent === all[0] ? 'owner' : 'normal',
    avatar_path: `avatars.sandbox.example/${agent.member.index}.png`,
    login_status: loginStatus(agent),
    ...extraFields(agent, readers),
  }));
}

function readFields(raw: unknown): readonly Field[] {
  if (raw === undefined) return [];
  const names = readList(raw, 'fields', 'string');
  return names.flatMap((name) => readChoice(name, 'fields', FIELDS) ?? []);
}

function readFilters(raw: unknown): (agent: Agent) => boolean {
  const filters = readObject(raw, 'filters', FILTER_KEYS);
  const suspended = readBoolean(filters.suspended, 'filters.suspended') ?? false;
  const isInGroups = readGroupIds(filters.group_ids);
  // No agent of this centre is suspended.
  return (agent) => !suspended && isInGroups(agent);
}

function fieldReaders(
  centre: LiveChatCentre,
  agents: readonly Agent[],
  fields: readonly Field[],
): readonly (readonly [Field, FieldReader])[] {
  const logouts = fields.includes('last_logout') ? lastLogouts(centre, agents) : new Map<number, string>();
  const readers: Readonly<Record<Field, FieldReader>> = {
    groups: ({ groupIds }) => groupIds.map((id) => ({ id, priority: 'normal' })),
    suspended: () => false,
    job_title: () => 'Support agent',
    max_chats_count: ({ maxChats }) => maxChats,
    last_logout: ({ member }) => logouts.get(member.index),
  };
  return fields.map((field) => [field, readers[field]]);
}

function extraFields(agent: Agent, readers: readonly (readonly [Field, FieldReader])[]): RawObject {
  const values = readers.map(([field, read]) => [field, read(agent)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
