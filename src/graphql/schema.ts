import { type IExecutableSchemaDefinition, makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from './context.ts';
import { Agent, AgentAccount, AgentConnection, Node } from './resolvers/agent.ts';
import { Query } from './resolvers/query.ts';
import { StatusSegment } from './resolvers/status.ts';
import { DateTime, TimeZone } from './scalars.ts';
import { readTypeDefs } from './type-defs.ts';

/** Resolvers of the types and fields that one vendor alone fills. */
export type VendorResolvers = Exclude<
  NonNullable<IExecutableSchemaDefinition<GatewayContext>['resolvers']>,
  readonly unknown[]
>;

/** What a vendor adds to the graph. */
export interface SchemaPart {
  /** SDL that is not in `schema/`. */
  readonly typeDefs?: string;
  readonly resolvers: VendorResolvers;
}

/** The graph: SDL and resolvers, with what each vendor adds. */
export function createSchema(parts: readonly SchemaPart[]): GraphQLSchema {
  const core = { Query, DateTime, TimeZone, Node, Agent, AgentConnection, AgentAccount, StatusSegment };
  return makeExecutableSchema<GatewayContext>({
    typeDefs: [...readTypeDefs(), ...parts.flatMap(({ typeDefs }) => typeDefs ?? [])],
    resolvers: [core, ...parts.map(({ resolvers }) => resolvers)],
  });
}
