import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Agents have accounts, whose reports have agents: without a limit, a query could go round for ever. */
const MAX_DEPTH = 15;

/** How deep selections of every kind, spread fragments included, may be nested: GraphQL walks them recursively. */
const MAX_NESTING = 100;

/** Refuses documents that are nested too deeply: before GraphQL's own validation, whose cost grows with the depth. */
export function useDepthLimit(): Plugin {
  return {
    onParse: ({ parseFn, setParseFn }) =>
      setParseFn((...given: Parameters<typeof parseFn>) => {
        try {
          return parseFn(...given);
        } catch (error) {
          // Thousands of levels exhaust the parser's stack, as it recurses; nothing else makes it throw a RangeError.
          if (!(error instanceof RangeError)) throw error;
          throw new GraphQLError(`The query is nested thousands of levels deep; ${MAX_DEPTH} are allowed.`);
        }
      }),
    onValidate({ params: { documentAST }, setResult }) {
      const { fields, nesting } = depthOf(documentAST);
      if (fields > MAX_DEPTH) {
        const levels = nesting > MAX_NESTING ? `more than ${MAX_DEPTH}` : fields;
        setResult([new GraphQLError(`The query is ${levels} levels deep; ${MAX_DEPTH} are allowed.`)]);
      } else if (nesting > MAX_NESTING) {
        setResult([
          new GraphQLError(`Fragments are nested more than ${MAX_NESTING} levels deep, or in a cycle.`),
        ]);
      }
    },
  };
}

/** Selections of the document, and how deep they lie in it. */
interface Place {
  readonly selectionSet: SelectionSetNode;
  readonly fields: number;
  readonly nesting: number;
}

/**
 * How many fields, and how many selections of every kind, lie within one another at most, fragments spread; no more than
 * one beyond MAX_NESTING. A fragment is visited again only where it lies deeper than before, so that hostile documents
 * stay cheap and cycles end. What lies below `__schema` does not count: tools nest it deeply, and GraphQL limits it itself.
 */
function depthOf({ definitions }: DocumentNode): { readonly fields: number; readonly nesting: number } {
  const fragments = new Map<string, SelectionSetNode>();
  const open: Place[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
    // Fragments that no operation spreads are validated, too.
    if ('selectionSet' in definition)
      open.push({ selectionSet: definition.selectionSet, fields: 1, nesting: 1 });
  }
  const reached = new Map<string, Omit<Place, 'selectionSet'>>();
  const deepest = { fields: 0, nesting: 0 };
  for (let next = open.pop(); next !== undefined && deepest.nesting <= MAX_NESTING; next = open.pop()) {
    const { fields, nesting } = next;
    deepest.fields = Math.max(deepest.fields, fields);
    deepest.nesting = Math.max(deepest.nesting, nesting);
    for (const selection of next.selectionSet.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const before = reached.get(name) ?? { fields: 0, nesting: 0 };
        const selectionSet = fragments.get(name);
        if (selectionSet === undefined || (fields <= before.fields && nesting <= before.nesting)) continue;
        const deeper = {
          fields: Math.max(fields, before.fields),
          nesting: Math.max(nesting, before.nesting),
        };
        reached.set(name, deeper);
        open.push({ ...deeper, selectionSet, nesting: deeper.nesting + 1 });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        open.push({ selectionSet: selection.selectionSet, fields, nesting: nesting + 1 });
      } else if (selection.selectionSet !== undefined && selection.name.value !== '__schema') {
        open.push({ selectionSet: selection.selectionSet, fields: fields + 1, nesting: nesting + 1 });
      }
    }
  }
  return deepest;
}
