import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
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

const FOLDER = new URL('../../schema/', import.meta.url);

/** The SDL of `schema/`, file by file. */
export function readTypeDefs(): string[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  return files.sort().map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
}

/** The graph: SDL and resolvers. */
export function createSchema(): GraphQLSchema {
  return makeExecutableSchema<GatewayContext>({
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
}
