import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GatewayContext } from './context.ts';
import { Agent, AgentAccount, AgentConnection, KoreAiAccount, Node } from './resolvers/agent.ts';
import { ChatReport, QueuedVisitorsLeftConnection } from './resolvers/chat-report.ts';
import {
  AgentPerformance,
  AgentPerformanceConnection,
  AgentRanking,
  AgentRankingConnection,
  LiveChatAccount,
} from './resolvers/livechat.ts';
import { Query } from './resolvers/query.ts';
import { RocketChatAccount, RocketChatOverview } from './resolvers/rocket-chat.ts';
import { StatusSegment, StatusSegmentConnection } from './resolvers/status.ts';
import { DateTime, TimeZone } from './scalars.ts';
import { readTypeDefs } from './type-defs.ts';

/** The graph: SDL and resolvers. No configuration changes it, so that all gateways of a process share it. */
export const schema = makeExecutableSchema<GatewayContext>({
  typeDefs: readTypeDefs(),
  resolvers: {
    Query,
    DateTime,
    TimeZone,
    Node,
    Agent,
    AgentConnection,
    AgentAccount,
    RocketChatAccount,
    RocketChatOverview,
    KoreAiAccount,
    LiveChatAccount,
    AgentPerformance,
    AgentPerformanceConnection,
    AgentRanking,
    AgentRankingConnection,
    StatusSegment,
    StatusSegmentConnection,
    ChatReport,
    QueuedVisitorsLeftConnection,
  },
});
