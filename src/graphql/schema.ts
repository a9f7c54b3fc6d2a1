import { readdirSync, readFileSync } from 'node:fs';
import { type IExecutableSchemaDefinition, makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from './context.ts';
import { Agent, AgentAccount, AgentConnection, KoreAiAccount, Node } from './resolvers/agent.ts';
import { Query } from './resolvers/query.ts';
import { RocketChatAccount, RocketChatOverview } from './resolvers/rocket-chat.ts';
import { StatusSegment } from './resolvers/status.ts';
import { DateTime, TimeZone } from './scalars.ts';

const FOLDER = new URL('../../schema/', import.meta.url);

/** The SDL of `schema/`, file by file. */
export function readTypeDefs(): string[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.graphql'));
  return files.sort().map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
}

/** The resolvers of the types that one vendor alone fills. */
export type VendorResolvers = Exclude<
  NonNullable<IExecutableSchemaDefinition<GatewayContext>['resolvers']>,
  readonly unknown[]
>;

/** The graph: SDL and resolvers; without those of vendors it can be looked at, not asked. */
export function createSchema(vendors: readonly VendorResolvers[] = []): GraphQLSchema {
  return makeExecutableSchema<GatewayContext>({
    typeDefs: readTypeDefs(),
    resolvers: [
      {
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
        StatusSegment,
      },
      ...vendors,
    ],
  });
}
