import type { Centre } from '../centre/model.ts';
import { badRequest, success, unauthorized } from './answers.ts';
import type { Endpoint } from './endpoint.ts';
import { orderOf, PAGING, type ParamsSchema, pageOf, pagingOf } from './params.ts';
import type { RocketChatPermission } from './permissions.ts';
import { type Presence, presencesOf } from './presence.ts';
import { livechatField, mentions } from './rows.ts';
import type { Agent } from './users.ts';

const LIST: ParamsSchema = {
  types: {
    text: 'string',
    onlyAvailable: 'boolean',
    excludeId: 'string',
    showIdleAgents: 'boolean',
    ...PAGING,
  },
};

/** Any of these lets a caller list the agents. */
const LISTING: readonly RocketChatPermission[] = ['transfer-livechat-guest', 'edit-omnichannel-contact'];

/**
 * `livechat/users/agent`: everybody with the agent's role, by name unless told otherwise. One route lists agents and
 * managers, so it asks for the permission only when it knows for whom.
 */
export function agentListEndpoint(
  centre: Centre,
  agents: readonly Agent[],
  permissions: readonly RocketChatPermission[],
): Endpoint {
  const mayList = LISTING.some((permission) => permissions.includes(permission));
  return {
    pattern: '/api/v1/livechat/users/agent',
    params: LIST,
    handle({ query }) {
      const paging = pagingOf(query);
      const order = orderOf<Agent>(query, ['username', 'name', '_id'], { name: 1 });
      if (!mayList) throw unauthorized();
      // Here, unlike elsewhere, the zero reaches the database, which refuses it.
      if (paging.count === 0) throw badRequest('the limit must be positive');
      const found = agents.filter(({ _id, username, name, user }) => {
        const addresses = user.emails.map(({ address }) => address);
        return _id !== query.get('excludeId') && mentions(query.get('text'), [username, name, ...addresses]);
      });
      const wanted = whoAreThere(centre, found, query).sort(order);
      const page = pageOf(wanted, paging);
      const presenceOf = presencesOf(centre, page);
      const users = page.map((agent) => agentRow(agent, presenceOf(agent)));
      return success({ users, count: users.length, offset: paging.offset, total: wanted.length });
    },
  };
}

/**
 * `livechat/users/agent/:_id`: one agent. The vendor answers `user: null` for a user who is no agent, but this server has
 * no such user.
 */
export function agentEndpoint(centre: Centre, agents: readonly Agent[]): Endpoint {
  const byId = new Map(agents.map((agent) => [agent._id, agent]));
  return {
    pattern: '/api/v1/livechat/users/agent/:_id',
    permission: 'view-livechat-manager',
    handle({ params }) {
      const agent = byId.get(params._id ?? '');
      if (agent === undefined) throw badRequest('User not found');
      const { departments: _, ...user } = agentRow(agent, presencesOf(centre, [agent])(agent));
      return success({ user });
    },
  };
}

function whoAreThere(centre: Centre, agents: Agent[], query: URLSearchParams): Agent[] {
  const onlyAvailable = query.get('onlyAvailable') === 'true';
  const onlyPresent = query.get('showIdleAgents') === 'false';
  if (!onlyAvailable && !onlyPresent) return agents;
  const presenceOf = presencesOf(centre, agents);
  return agents.filter((agent) => {
    const { status, statusLivechat } = presenceOf(agent);
    return (!onlyAvailable || statusLivechat === 'available') && (!onlyPresent || status !== 'offline');
  });
}

/** What a user lacks is null in a row, not missing. */
function agentRow(agent: Agent, { status, statusLivechat }: Presence) {
  const { _id, username, name, user } = agent;
  return {
    _id,
    username,
    status,
    statusLivechat,
    name,
    emails: user.emails.length === 0 ? null : user.emails,
    livechat: livechatField(agent),
    departments: user.departmentIds,
  };
}
