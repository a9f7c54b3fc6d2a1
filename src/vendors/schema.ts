import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../graphql/context.ts';
import { createSchema, type SchemaPart } from '../graphql/schema.ts';
import type { VendorModule } from './module.ts';

/** The graphs that were built, one for each list of vendors: mostly one in a process, and many in tests. */
const BUILT: { readonly modules: readonly VendorModule[]; readonly schema: GraphQLSchema }[] = [];

/** The graph over these vendors. Building one takes 20 to 70 ms, so gateways to the same vendors share it. */
export function schemaOf(modules: readonly VendorModule[]): GraphQLSchema {
  const isSame = (built: readonly VendorModule[]) =>
    built.length === modules.length && built.every((module, index) => module === modules[index]);
  const known = BUILT.find((built) => isSame(built.modules));
  if (known !== undefined) return known.schema;
  const schema = createSchema(modules.map(schemaPart));
  BUILT.push({ modules, schema });
  return schema;
}

/** What a vendor adds to the graph. */
function schemaPart({ id, typeDefs, resolvers }: VendorModule): SchemaPart {
  const sessionOf = ({ sessions }: GatewayContext) => sessions.get(id) ?? null;
  return { ...(typeDefs !== undefined && { typeDefs }), resolvers: resolvers?.(sessionOf) ?? {} };
}
