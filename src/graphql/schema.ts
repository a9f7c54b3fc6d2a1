import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from './context.ts';
import * as agent from './resolvers/agent.ts';
import { ChatReport } from './resolvers/chat-report.ts';
import * as livechat from './resolvers/livechat.ts';
import { Query } from './resolvers/query.ts';
import * as rocketChat from './resolvers/rocket-chat.ts';
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
      ...agent,
      ...rocketChat,
      ...livechat,
      ChatReport,
      StatusSegment,
      StatusSegmentConnection,
    },
  });
}
