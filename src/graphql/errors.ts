import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { BadUserInputError, UpstreamError } from '../domain/errors.ts';

/** An error of ours with its code, as it goes to the caller; null for one that callers are not told of. */
export function toGraphQLError(error: unknown, where: GraphQLErrorOptions = {}): GraphQLError | null {
  if (error instanceof UpstreamError) {
    const { code, vendor, retryAfterSeconds } = error;
    return new GraphQLError(error.message, { ...where, extensions: { code, vendor, retryAfterSeconds } });
  }
  if (error instanceof BadUserInputError) {
    return new GraphQLError(error.message, { ...where, extensions: { code: 'BAD_USER_INPUT' } });
  }
  return null;
}

/**
 * What callers are told: our coded errors whole, their own faults as GraphQL words them, of anything else that it
 * happened. An error of theirs has no path, as it keeps the operation from being executed.
 */
export function maskError(error: unknown): Error {
  if (!(error instanceof GraphQLError)) return unexpected(error);
  const { message, originalError, path, nodes = null, source, positions, extensions } = error;
  const where = path === undefined ? { nodes } : { nodes, path };
  const own = toGraphQLError(originalError, where);
  if (own !== null) return own;
  if (path !== undefined)
    return extensions.code === 'BAD_USER_INPUT' ? error : unexpected(originalError ?? error, where);
  // Of the server's own extensions only the HTTP status is kept: another one repeats the request's body.
  const { code, http } = extensions;
  // `spec` lets a document's fault be 200 for clients of old; a request without a document is 400 for every client.
  const status = http === undefined ? {} : { http: code === 'BAD_REQUEST' ? { ...http, spec: false } : http };
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    extensions: { code: 'BAD_USER_INPUT', ...status },
  });
}

/** A fault of deskgraph itself: the log says which and where in the answer, the caller only that there was one. */
function unexpected(fault: unknown, where: GraphQLErrorOptions = {}): GraphQLError {
  console.error(`deskgraph: ${String(fault)} (at ${where.path?.join('.') || 'the operation'})`);
  return new GraphQLError('Something went wrong inside deskgraph.', {
    ...where,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** Gives the faults that validation finds in a document the code of every other fault of a caller. */
export function useCallersFaults(): Plugin {
  return {
    onValidate:
      () =>
      ({ result }) => {
        for (const error of result)
          if (error instanceof GraphQLError) error.extensions.code = 'BAD_USER_INPUT';
      },
  };
}
