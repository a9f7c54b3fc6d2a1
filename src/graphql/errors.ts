import { GraphQLError, type GraphQLErrorOptions, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { BadUserInputError, UpstreamError } from '../domain/errors.ts';
import type { KnownVendor } from '../domain/ports.ts';
import { vendorTitle } from './vendor-title.ts';

/** GraphQL's own messages repeat what the caller sent, however long; of those this much is kept. */
const MESSAGE_CHARACTERS = 500;

/**
 * The errors of an answer as the caller gets them: a vendor's faults short, the caller's own as worded, of anything else
 * only that it happened.
 */
export function maskError(error: unknown, vendors: readonly KnownVendor[]): Error {
  if (!(error instanceof GraphQLError)) return unexpected(error);
  const { originalError, path } = error;
  if (originalError instanceof UpstreamError) return vendorsFault(originalError, path, vendors);
  // What keeps the operation from being executed has no path.
  const isCallersFault =
    path === undefined || originalError instanceof BadUserInputError || isArgumentFault(originalError);
  return isCallersFault ? callersFault(error) : unexpected(originalError ?? error, path);
}

/**
 * One error for each place that lacks something, so that a client can tell a gap from none. Hundreds can stand in one
 * answer: each is short and without `locations`. What happened stands once, in `extensions.problems`.
 */
function vendorsFault(
  { code, vendor, retryAfterSeconds }: UpstreamError,
  path: GraphQLErrorOptions['path'],
  vendors: readonly KnownVendor[],
): GraphQLError {
  return new GraphQLError(`${vendorTitle(vendors, vendor)} failed`, {
    path,
    extensions: { code, vendor, retryAfterSeconds },
  });
}

/**
 * Whether this was thrown while a field's arguments were read, as for a variable that is null. Only those errors of the
 * executor point at a value of the document; what it finds wrong with a result points at a field, or nowhere.
 */
function isArgumentFault(error: unknown): boolean {
  return error instanceof GraphQLError && (error.nodes ?? []).some(({ kind }) => VALUE_KINDS.has(kind));
}

const VALUE_KINDS: ReadonlySet<string> = new Set([
  Kind.VARIABLE,
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

/** Where a field's fault stands in the answer its path says; a document's own faults say where they stand in its text. */
function callersFault({ message, path, nodes, source, positions, extensions }: GraphQLError): GraphQLError {
  const isLong = message.length > MESSAGE_CHARACTERS;
  // Of the server's own extensions only the HTTP status is kept: another one repeats the request's body.
  const { code, http } = extensions;
  // `spec` lets a document's fault be 200 for clients of old; a request without a document is 400 for every client.
  const status = http === undefined ? {} : { http: code === 'BAD_REQUEST' ? { ...http, spec: false } : http };
  return new GraphQLError(isLong ? `${message.slice(0, MESSAGE_CHARACTERS)}…` : message, {
    ...(path === undefined ? { nodes: nodes ?? null, source, positions } : { path }),
    extensions: { code: 'BAD_USER_INPUT', ...status },
  });
}

/** A fault of deskgraph itself: the log says which and where in the answer, the caller only that there was one. */
function unexpected(fault: unknown, path?: GraphQLErrorOptions['path']): GraphQLError {
  console.error(`deskgraph: ${String(fault)} (at ${path?.join('.') || 'the operation'})`);
  return new GraphQLError('Something went wrong inside deskgraph.', {
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** At this many errors GraphQL stops reading a document, and adds one that says so. */
const MOST_DOCUMENT_ERRORS = 100;

const MORE_ERRORS = `The document has further errors: only its first ${MOST_DOCUMENT_ERRORS} are shown.`;

/** Words validation errors as all faults of callers. Yoga itself masks errors of execution only. */
export function useCallersFaults(): Plugin {
  return {
    onValidate:
      () =>
      ({ result, setResult }) =>
        setResult(
          Array.from(result as Iterable<GraphQLError>, (error, index) =>
            callersFault(index < MOST_DOCUMENT_ERRORS ? error : new GraphQLError(MORE_ERRORS)),
          ),
        ),
  };
}
