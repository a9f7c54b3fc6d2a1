import type { GraphQLResolveInfo } from 'graphql';
import type { Account } from '../../domain/account.ts';
import type { Person } from '../../domain/person.ts';
import { timeInStatus } from '../../domain/segment.ts';
import type { Vendor } from '../../domain/vendor.ts';
import type {
  AgentConnectionResolvers,
  AgentResolvers,
  NodeResolvers,
  TimeRange,
} from '../../generated/schema.ts';
import { readRange, readVendors } from '../arguments.ts';
import type { GatewayContext } from '../context.ts';
import { toAgentId } from '../global-id.ts';
import type { AgentRecord } from '../records.ts';
import { presenceOf } from './presence.ts';
import { type SegmentQuery, segmentPage, segmentsOf } from './status.ts';

export const Node: NodeResolvers = { __resolveType: () => 'Agent' };

export const Agent: AgentResolvers = {
  id: async (agent, _, { sealer, loaders: { people } }) =>
    toAgentId(sealer, 'accounts' in agent ? agent.key : await people.keyOf(agent)),
  name: async (agent, _, context, info) => (await personOf(agent, context, info)).name,
  email: (agent) => ('accounts' in agent ? agent.email : (agent.account.emails[0] ?? null)),
  accounts: async (agent, _, context, info) => (await personOf(agent, context, info)).accounts,
  presence: async (agent, _, context, info) =>
    presenceOf(await personOf(agent, context, info), context, info),

  async statusSegments(agent, args, context, info) {
    const draw = segmentPage(context, agent, readSegmentQuery(args), args);
    return draw(await personOf(agent, context, info), info);
  },

  async timeInStatus(agent, args, context, info) {
    const query = readSegmentQuery(args);
    const person = await personOf(agent, context, info);
    return timeInStatus(await segmentsOf(person, query, context, info), query.range, context.now());
  },
};

function readSegmentQuery(args: {
  readonly range: TimeRange;
  readonly vendors?: readonly Vendor[] | null | undefined;
}): SegmentQuery {
  return { range: readRange(args.range, 'range'), vendors: readVendors(args.vendors, 'vendors') };
}

/** The person whom a report names is asked for when more than id and address is wanted. */
async function personOf(
  agent: AgentRecord,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<Person> {
  if ('accounts' in agent) return agent;
  const person = await context.loaders.people.named(agent);
  for (const problem of person.unavailable) context.report(problem, info);
  return person;
}

export const AgentConnection: AgentConnectionResolvers = {
  totalCount: ({ count }) => count(),
};

/** Which types of accounts there are, the vendors' modules say. */
export const AgentAccount = {
  __resolveType: ({ vendor }: Account, { vendors }: GatewayContext) =>
    vendors.find(({ profile }) => profile.id === vendor)?.profile.accountType,
};
