import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Agents have accounts, whose reports have agents: without an end, a query could go round for ever. */
const MAX_DEPTH = 15;

/** Deeper levels are not counted, so that hostile documents stay cheap. */
const COUNTED_DEPTH = 100;

/** Refuses documents that are nested too deeply: before GraphQL's own validation, whose cost grows with the depth. */
export function useDepthLimit(): Plugin {
  return {
    onParse: ({ parseFn, setParseFn }) =>
      setParseFn((...given: Parameters<typeof parseFn>) => {
        try {
          return parseFn(...given);
        } catch (error) {
          // Thousands of levels exhaust the parser's stack, as it recurses; nothing else makes it throw a RangeError.
          throw error instanceof RangeError ? tooDeep(Number.POSITIVE_INFINITY) : error;
        }
      }),
    onValidate({ params: { documentAST }, setResult }) {
      const depth = depthOf(documentAST);
      if (depth > MAX_DEPTH) setResult([tooDeep(depth)]);
    },
  };
}

function tooDeep(depth: number): GraphQLError {
  const levels = depth > COUNTED_DEPTH ? `more than ${COUNTED_DEPTH}` : depth;
  return new GraphQLError(`The query is ${levels} levels deep; ${MAX_DEPTH} are allowed.`);
}

/**
 * How many fields lie within one another at most, fragments spread; no more than one over COUNTED_DEPTH. Each fragment is
 * visited again only where it lies deeper than before, which also ends cycles. The fields of an introspection do not
 * count: tools nest them deeply, and GraphQL limits them itself.
 */
function depthOf({ definitions }: DocumentNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  const open: { selectionSet: SelectionSetNode; depth: number }[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
    if (definition.kind === Kind.OPERATION_DEFINITION)
      open.push({ selectionSet: definition.selectionSet, depth: 1 });
  }
  const reached = new Map<string, number>();
  let deepest = 0;
  for (let next = open.pop(); next !== undefined && deepest <= COUNTED_DEPTH; next = open.pop()) {
    const { depth } = next;
    deepest = Math.max(deepest, depth);
    for (const selection of next.selectionSet.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (fragment === undefined || depth <= (reached.get(name) ?? 0)) continue;
        reached.set(name, depth);
        open.push({ selectionSet: fragment, depth });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        open.push({ selectionSet: selection.selectionSet, depth });
      } else if (selection.selectionSet !== undefined && selection.name.value !== '__schema') {
        open.push({ selectionSet: selection.selectionSet, depth: depth + 1 });
      }
    }
  }
  return deepest;
}
