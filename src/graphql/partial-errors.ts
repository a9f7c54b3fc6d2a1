import { GraphQLError, type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { UpstreamError } from '../domain/errors.ts';
import type { KnownVendor } from '../domain/ports.ts';
import type { GatewayContext } from './context.ts';
import type { VendorProblem } from './records.ts';
import { vendorMessage } from './vendor-title.ts';

/** The errors that resolvers reported during one operation, each vendor once for each place. */
export class PartialErrors {
  readonly #errors = new Map<string, GraphQLError>();

  /** Adds an error for a field that has a value all the same. */
  add(problem: UpstreamError, { path }: GraphQLResolveInfo): void {
    const place = responsePathAsArray(path);
    const error = new GraphQLError(problem.message, { path: place, originalError: problem });
    this.#errors.set(`${problem.vendor} ${place.join('.')}`, error);
  }

  /** What was added, in order. */
  all(): GraphQLError[] {
    return [...this.#errors.values()];
  }
}

/**
 * Adds what resolvers reported to the answer, and `extensions.problems`. In GraphQL a thrown error nulls its field; a
 * list that lacks one vendor of three is better than none, and its error must be there nevertheless.
 */
export function usePartialErrors(): Plugin<GatewayContext & { partialErrors: PartialErrors }> {
  return {
    onExecute: ({ args: { contextValue } }) => ({
      onExecuteDone({ result, setResult }) {
        if (isAsyncIterable(result)) return;
        const errors = [...(result.errors ?? []), ...contextValue.partialErrors.all()];
        if (errors.length === 0) return;
        const problems = problemsOf(errors, contextValue.vendors);
        const extensions = problems.length === 0 ? {} : { extensions: { ...result.extensions, problems } };
        setResult({ ...result, errors, ...extensions });
      },
    }),
  };
}

/** The vendors' faults behind an answer's errors: each once, however many places it costs, in full. */
function problemsOf(errors: readonly GraphQLError[], vendors: readonly KnownVendor[]): VendorProblem[] {
  const problems = new Map<string, VendorProblem>();
  for (const { originalError } of errors) {
    if (!(originalError instanceof UpstreamError)) continue;
    const { code, vendor, retryAfterSeconds } = originalError;
    const message = vendorMessage(vendors, originalError);
    const key = JSON.stringify([vendor, code, message]);
    problems.set(key, {
      code,
      vendor,
      retryAfterSeconds: later(retryAfterSeconds, problems.get(key)?.retryAfterSeconds),
      message,
    });
  }
  return [...problems.values()];
}

function later(seconds: number | null, other: number | null | undefined): number | null {
  return seconds === null || other == null ? (seconds ?? other ?? null) : Math.max(seconds, other);
}
