import type { GraphQLResolveInfo } from 'graphql';

import type { UpstreamError } from '../domain/errors.ts';
import type { Person } from '../domain/person.ts';
import type { GatewayContext } from './context.ts';
import type { VendorProblem } from './records.ts';
import { vendorMessage } from './vendor-title.ts';

/** Finds a person, and reports the vendors whose part of the person may be missing. */
export async function reporting(
  context: GatewayContext,
  info: GraphQLResolveInfo,
  find: () => Promise<Person | null>,
): Promise<Person | null> {
  const person = await find();
  reportAll(context, info, person?.unavailable ?? []);
  return person;
}

/** Reports the vendors that a field lacks, and gives the first problem of each as it stands in `unavailable`. */
export function reportAll(
  context: GatewayContext,
  info: GraphQLResolveInfo,
  problems: readonly UpstreamError[],
): VendorProblem[] {
  const ofVendor = Map.groupBy(problems, ({ vendor }) => vendor);
  return [...ofVendor.values()].flatMap(([problem]) => {
    if (problem === undefined) return [];
    context.report(problem, info);
    // A copy, as an error among a list's values would be thrown.
    const { vendor, code, retryAfterSeconds } = problem;
    return { vendor, code, message: vendorMessage(context.vendors, problem), retryAfterSeconds };
  });
}
