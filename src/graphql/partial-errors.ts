import { GraphQLError, type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { TooManyCallsError, type UpstreamCode, UpstreamError } from '../domain/errors.ts';
import type { KnownVendor } from '../domain/ports.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { GatewayContext } from './context.ts';
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

/** A fault in full; of an operation that needs too many calls, `vendor` and `retryAfterSeconds` are null. */
export interface Problem {
  readonly code: UpstreamCode | 'BAD_USER_INPUT';
  readonly vendor: Vendor | null;
  readonly retryAfterSeconds: number | null;
  readonly message: string;
}

/** The faults behind an answer's short errors: each once, however many places it costs. */
function problemsOf(errors: readonly GraphQLError[], vendors: readonly KnownVendor[]): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { originalError } of errors) {
    const problem = problemOf(originalError, vendors);
    if (problem === null) continue;
    const { code, vendor, message, retryAfterSeconds } = problem;
    const key = JSON.stringify([vendor, code, message]);
    const longest = later(retryAfterSeconds, problems.get(key)?.retryAfterSeconds);
    problems.set(key, { code, vendor, retryAfterSeconds: longest, message });
  }
  return [...problems.values()];
}

/** Null for a fault whose error is its whole text. */
function problemOf(error: unknown, vendors: readonly KnownVendor[]): Problem | null {
  if (error instanceof UpstreamError) {
    const { code, vendor, retryAfterSeconds } = error;
    return { code, vendor, retryAfterSeconds, message: vendorMessage(vendors, error) };
  }
  if (!(error instanceof TooManyCallsError)) return null;
  return { code: 'BAD_USER_INPUT', vendor: null, retryAfterSeconds: null, message: error.inFull() };
}

function later(seconds: number | null, other: number | null | undefined): number | null {
  return seconds === null || other == null ? (seconds ?? other ?? null) : Math.max(seconds, other);
}
