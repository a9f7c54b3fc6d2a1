import type { Status } from '../centre/model.ts';
import { readGroupIds } from './agent-selection.ts';
import type { Directory } from './directory.ts';
import { type RawObject, readObject } from './input.ts';
import type { LiveChatCentre } from './model.ts';

const KEYS = new Set(['filters']);
const FILTER_KEYS = new Set(['group_ids']);

const ROUTING_STATUS: Readonly<Record<Status, string>> = {
  AVAILABLE: 'accepting_chats',
  BUSY: 'not_accepting_chats',
  AWAY: 'not_accepting_chats',
};

/** Who takes chats now and who does not. Agents who are logged off are not listed. */
export function listRoutingStatuses(
  raw: unknown,
  centre: LiveChatCentre,
  directory: Directory,
): readonly RawObject[] {
  const filters = readObject(readObject(raw, '', KEYS).filters ?? {}, 'filters', FILTER_KEYS);
  const agents = [...directory.agents.values()].filter(readGroupIds(filters.group_ids));
  const now = centre.now();
  const spans = centre.statusSpans(
    now - 1,
    now + 1,
    agents.map(({ member }) => member.index),
  );
  const present = spans.filter(({ from, to }) => from <= now && (to === null || to > now));
  const statuses = new Map(present.map(({ member, status }) => [member, ROUTING_STATUS[status]]));
  return agents.flatMap(({ email, member }) => {
    const status = statuses.get(member.index);
    return status === undefined ? [] : { agent_id: email, status };
  });
}
