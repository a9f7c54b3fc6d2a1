import type { GraphQLResolveInfo } from 'graphql';
import type { UpstreamError } from '../../domain/errors.ts';
import type { VendorProblem } from '../../generated/schema.ts';
import type { GatewayContext } from '../context.ts';

/** Finds people, and reports the vendors that could not be asked meanwhile: what was found may lack their part. */
export async function reporting<Found>(
  context: GatewayContext,
  info: GraphQLResolveInfo,
  find: () => Promise<Found>,
): Promise<Found> {
  const found = await find();
  for (const problem of context.loaders.people.problems()) context.report(problem, info);
  return found;
}

/** Why a vendor is missing, as a value: an error among a list's values would be thrown. */
export function toVendorProblem({ vendor, code, message, retryAfterSeconds }: UpstreamError): VendorProblem {
  return { vendor, code, message, retryAfterSeconds };
}
