import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../graphql/context.ts';
import { createSchema, type SchemaPart } from '../graphql/schema.ts';
import type { VendorModule } from './module.ts';

/** Building one takes 20 to 70 ms; no configuration changes it, so all gateways to the same vendors share it. */
const SCHEMAS = new WeakMap<readonly VendorModule[], GraphQLSchema>();

/** The graph over these vendors. */
export function schemaOf(modules: readonly VendorModule[]): GraphQLSchema {
  const schema = SCHEMAS.get(modules) ?? createSchema(modules.map(schemaPart));
  SCHEMAS.set(modules, schema);
  return schema;
}

/** What a vendor adds to the graph. */
function schemaPart({ id, typeDefs, resolvers }: VendorModule): SchemaPart {
  const sessionOf = ({ sessions }: GatewayContext) => sessions.get(id) ?? null;
  return { ...(typeDefs !== undefined && { typeDefs }), resolvers: resolvers?.(sessionOf) ?? {} };
}
