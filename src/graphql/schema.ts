import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { Resolvers } from '../generated/schema.ts';
import type { GatewayContext } from './context.ts';
import { Agent, AgentAccount, AgentConnection, Node } from './resolvers/agent.ts';
import { ChatReport, QueuedVisitorsLeftConnection } from './resolvers/chat-report.ts';
import {
  AgentPerformance,
  AgentPerformanceConnection,
  AgentRanking,
  AgentRankingConnection,
  LiveChatAccount,
} from './resolvers/livechat.ts';
import { Query } from './resolvers/query.ts';
import { StatusSegment, StatusSegmentConnection } from './resolvers/status.ts';
import { DateTime, TimeZone } from './scalars.ts';
import { readTypeDefs } from './type-defs.ts';

/** What a vendor adds to the graph. */
export interface SchemaPart {
  /** SDL that is not in `schema/`. */
  readonly typeDefs?: string;
  readonly resolvers: Resolvers;
}

/** The graph: SDL and resolvers, with what each vendor adds. */
export function createSchema(parts: readonly SchemaPart[]): GraphQLSchema {
  const core = {
    Query,
    DateTime,
    TimeZone,
    Node,
    Agent,
    AgentConnection,
    AgentAccount,
    LiveChatAccount,
    AgentPerformance,
    AgentPerformanceConnection,
    AgentRanking,
    AgentRankingConnection,
    StatusSegment,
    StatusSegmentConnection,
    ChatReport,
    QueuedVisitorsLeftConnection,
  };
  return makeExecutableSchema<GatewayContext>({
    typeDefs: [...readTypeDefs(), ...parts.flatMap(({ typeDefs }) => typeDefs ?? [])],
    resolvers: [core, ...parts.map(({ resolvers }) => resolvers)],
  });
}
