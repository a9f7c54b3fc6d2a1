import type { Centre, Status } from '../centre/model.ts';
import type { Agent } from './users.ts';

/** How an agent shows to colleagues, and whether visitors' chats reach the agent. */
export interface Presence {
  readonly status: 'online' | 'busy' | 'away' | 'offline';
  readonly statusLivechat: 'available' | 'not-available';
}

const PRESENCES: Readonly<Record<Status, Presence>> = {
  AVAILABLE: { status: 'online', statusLivechat: 'available' },
  BUSY: { status: 'busy', statusLivechat: 'not-available' },
  AWAY: { status: 'away', statusLivechat: 'not-available' },
};

/** What the agents are doing now. */
export function presencesOf(centre: Centre, agents: readonly Agent[]): (agent: Agent) => Presence {
  const now = centre.now();
  const indices = agents.map(({ member }) => member.index);
  const spans = centre.statusSpans(now, now + 1, indices);
  const statuses = new Map(spans.map(({ member, status }) => [member, status]));
  return ({ member }) => {
    const status = statuses.get(member.index);
    if (status !== undefined) return PRESENCES[status];
    // Some go home without taking themselves out of the rota, which only `status` then tells.
    return { status: 'offline', statusLivechat: member.index % 7 === 0 ? 'available' : 'not-available' };
  };
}
