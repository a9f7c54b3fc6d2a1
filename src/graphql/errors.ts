import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
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
