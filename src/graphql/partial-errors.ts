import { GraphQLError, type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { UpstreamError } from '../domain/errors.ts';
import type { GatewayContext } from './context.ts';

/** The errors that resolvers reported during one operation, each vendor once for each place. */
export class PartialErrors {
  readonly #errors = new Map<string, GraphQLError>();

  /** Adds an error for a field that has a value all the same. */
  add(problem: UpstreamError, { path, fieldNodes }: GraphQLResolveInfo): void {
    const place = responsePathAsArray(path);
    const error = new GraphQLError(problem.message, {
      path: place,
      nodes: fieldNodes,
      originalError: problem,
    });
    this.#errors.set(`${problem.vendor} ${place.join('.')}`, error);
  }

  /** What was added, in order. */
  all(): GraphQLError[] {
    return [...this.#errors.values()];
  }
}

/**
 * Adds what resolvers reported to the answer. In GraphQL a thrown error nulls its field; a list that lacks one vendor
 * of three is better than none, and its error must be there nevertheless.
 */
export function usePartialErrors(): Plugin<GatewayContext & { partialErrors: PartialErrors }> {
  return {
    onExecute: ({ args: { contextValue } }) => ({
      onExecuteDone({ result, setResult }) {
        const reported = contextValue.partialErrors.all();
        if (reported.length === 0 || isAsyncIterable(result)) return;
        setResult({ ...result, errors: [...(result.errors ?? []), ...reported] });
      },
    }),
  };
}
