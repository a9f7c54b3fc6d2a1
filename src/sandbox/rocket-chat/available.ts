import type { Centre } from '../centre/model.ts';
import { success } from './answers.ts';
import type { Endpoint } from './endpoint.ts';
import { orderOf, pageOf, pagingOf } from './params.ts';
import { type Presence, presencesOf } from './presence.ts';
import { livechatField, mentions } from './rows.ts';
import type { Agent } from './users.ts';
import type { RocketChatFeatures } from './versions.ts';

/**
 * `omnichannel/agents/available`: whoever a VoIP extension may be given to, that is, agents without one and the
 * owner of `includeExtension`. Nobody checks its parameters, and nobody trims the users' documents. Where `count` is
 * not heeded, everybody behind the offset comes.
 */
export function availableForExtensionEndpoint(
  centre: Centre,
  agents: readonly Agent[],
  { availableHeedsCount }: Pick<RocketChatFeatures, 'availableHeedsCount'>,
): Endpoint {
  return {
    pattern: '/api/v1/omnichannel/agents/available',
    permission: 'manage-agent-extension-association',
    handle({ query }) {
      const paging = pagingOf(query);
      const order = orderOf<Agent>(query, ['username', 'name', '_id'], {});
      const found = agents
        .filter(({ user }) => user.extension === null || user.extension === query.get('includeExtension'))
        .filter(({ username, name }) => mentions(query.get('text'), [username, name]))
        .sort(order);
      const page = pageOf(found, availableHeedsCount ? paging : { ...paging, count: 0 });
      const presenceOf = presencesOf(centre, page);
      const documents = page.map((agent) => userDocument(centre, agent, presenceOf(agent)));
      // `count` is the page size that was asked for, not the number of rows.
      return success({ agents: documents, ...paging, total: found.length });
    },
  };
}

/** A user as the database holds it, with what nobody outside should see; what is not set is missing. */
function userDocument(centre: Centre, agent: Agent, { status, statusLivechat }: Presence) {
  const { _id, username, name, user } = agent;
  const livechat = livechatField(agent);
  const createdAt = new Date(centre.openedAt - agent.member.index * 3_600_000).toISOString();
  return {
    _id,
    createdAt,
    username,
    services: {
      password: { bcrypt: `$2b$10$sandbox.hash.of.no.password.${_id}` },
      resume: { loginTokens: [{ when: createdAt, hashedToken: `sandbox-login-token-hash-${_id}` }] },
    },
    ...(user.emails.length === 0 ? {} : { emails: user.emails }),
    type: 'user',
    status,
    active: true,
    _updatedAt: new Date(centre.openedAt).toISOString(),
    roles: ['user', 'livechat-agent'],
    name,
    statusConnection: status,
    statusLivechat,
    ...(livechat === null ? {} : { livechat }),
    ...(user.extension === null ? {} : { extension: user.extension }),
  };
}
