import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A field that takes arguments, and the selections that lead to it from the query's root. */
export interface Target {
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly way: readonly string[];
}

/** Every field of the schema that takes arguments, each by its shortest way over fields that need none. */
export function fieldsWithArguments(schema: GraphQLSchema): Target[] {
  const targets: Target[] = [];
  const open: { type: GraphQLObjectType; way: readonly string[] }[] = [];
  const seen = new Set<GraphQLObjectType>();
  const reach = (type: GraphQLObjectType, way: readonly string[]) => {
    if (!seen.has(type)) open.push({ type, way });
    seen.add(type);
  };
  const root = schema.getQueryType();
  if (root) reach(root, []);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { type, way } = next;
    for (const field of Object.values(type.getFields())) {
      if (field.args.length > 0) targets.push({ name: `${type.name}.${field.name}`, field, way });
      if (field.args.some(isRequiredArgument)) continue;
      const result = getNamedType(field.type);
      if (isObjectType(result)) reach(result, [...way, field.name]);
      if (!isAbstractType(result)) continue;
      for (const kind of schema.getPossibleTypes(result)) {
        reach(kind, [...way, field.name, `... on ${kind.name}`]);
      }
    }
  }
  return targets;
}

/** What to select of a field: whatever needs no argument, this many levels deep. */
export function selectionOf(field: GraphQLField<unknown, unknown>, levels: number): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return '';
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const selected = fields
    .filter((child) => !child.args.some(isRequiredArgument))
    .filter((child) => levels > 1 || !isCompositeType(getNamedType(child.type)))
    .map((child) => `${child.name} ${selectionOf(child, levels - 1)}`);
  return `{ __typename ${selected.join(' ')} }`;
}
