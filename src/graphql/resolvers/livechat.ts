import { comparableKey, liveChatAccountByKey } from '../../domain/account.ts';
import type { ChatFilter } from '../../domain/chat-filter.ts';
import { checkAgentReportDistribution } from '../../domain/chat-filter-rules.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { checkWholeNumberIds } from '../../domain/whole-number-id.ts';
import type {
  AgentPerformanceConnectionResolvers,
  AgentPerformanceResolvers,
  AgentRankingConnectionResolvers,
  AgentRankingResolvers,
  LiveChatAccountResolvers,
} from '../../generated/schema.ts';
import { readRange } from '../arguments.ts';
import type { GatewayContext } from '../context.ts';

export const LiveChatAccount: LiveChatAccountResolvers = {
  email: ({ emails }) => emails[0] ?? null,

  async performance({ vendor, key }, args, { loaders: { liveChat }, timeZone }) {
    const report = await liveChat?.agentReport('agentPerformance', {
      range: readRange(args.range, 'range'),
      timeZone: args.timeZone ?? timeZone,
      distribution: 'DAY',
      agents: null,
      groups: readGroups(args.groups),
    });
    return report?.rows.get(comparableKey(vendor, key)) ?? null;
  },

  async ranking({ vendor, key }, args, { loaders: { liveChat }, timeZone }) {
    const groups = readGroups(args.groups);
    const filter: ChatFilter = groups === null ? {} : { groups: { values: groups } };
    const report = await liveChat?.report('ranking', {
      range: readRange(args.range, 'range'),
      timeZone: args.timeZone ?? timeZone,
      distribution: 'DAY',
      filter,
    });
    return report?.get(comparableKey(vendor, key)) ?? null;
  },

  async availability({ key }, args, { loaders: { liveChat }, timeZone }) {
    checkAgentReportDistribution(args.distribution, 'availability');
    const report = await liveChat?.agentReport('availability', {
      range: readRange(args.range, 'range'),
      timeZone: args.timeZone ?? timeZone,
      distribution: args.distribution,
      agents: { values: [key] },
      groups: null,
    });
    return report ?? null;
  },
};

function readGroups(groups: readonly string[] | null | undefined): readonly string[] | null {
  if (groups?.length === 0)
    throw new BadUserInputError('groups must name at least one group, or be left out.');
  checkWholeNumberIds('groups', groups);
  return groups ?? null;
}

/** A report tells an agent's id and nothing else; the rest is asked for when it is selected. */
function agent({ agentKey }: { readonly agentKey: string }, _: unknown, { loaders }: GatewayContext) {
  return loaders.people.reference(liveChatAccountByKey(agentKey));
}

export const AgentPerformance: AgentPerformanceResolvers = { agent };
export const AgentRanking: AgentRankingResolvers = { agent };

export const AgentPerformanceConnection: AgentPerformanceConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
};
export const AgentRankingConnection: AgentRankingConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
};
