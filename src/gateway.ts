import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { createYoga, type YogaInitialContext, type YogaServerInstance } from 'graphql-yoga';
import type { Vendors } from './domain/ports.ts';
import type { GatewayContext } from './graphql/context.ts';
import { toGraphQLError } from './graphql/errors.ts';
import { exampleTabs } from './graphql/examples.ts';
import { PartialErrors, usePartialErrors } from './graphql/partial-errors.ts';
import { createSchema } from './graphql/schema.ts';
import { createLoaders, portsInOrder } from './loaders/loaders.ts';

/** What the gateway is made of. */
export interface GatewayOptions {
  readonly vendors: Vendors;
  /** The whole time that one operation may take upstream. */
  readonly deadlineMilliseconds: number;
  readonly now?: () => Temporal.Instant;
}

type Gateway = YogaServerInstance<object, GatewayContext & { partialErrors: PartialErrors }>;

/** The gateway as a request handler; it does not listen. Reads from top to bottom as the journey of a request. */
export function createGateway({
  vendors,
  deadlineMilliseconds,
  now = () => Temporal.Now.instant(),
}: GatewayOptions): Gateway {
  const ports = portsInOrder(vendors);

  function context({ request }: YogaInitialContext): GatewayContext & { partialErrors: PartialErrors } {
    const signal = operationSignal(deadlineMilliseconds, request.signal);
    const partialErrors = new PartialErrors();
    return {
      loaders: createLoaders(vendors, { signal }),
      ports,
      now,
      partialErrors,
      report: (problem, info) => partialErrors.add(problem, info),
    };
  }

  return createYoga({
    graphqlEndpoint: '/graphql',
    landingPage: false,
    renderGraphiQL,
    graphiql: () => ({ title: 'deskgraph', defaultTabs: exampleTabs(now()) }),
    // No page of another origin has business here; the gateway knows no users, so any that reads it would be let in.
    cors: false,
    multipart: false,
    schema: createSchema(),
    context,
    plugins: [usePartialErrors()],
    maskedErrors: { maskError },
  });
}

/** Aborts at the deadline or when the client has gone; the server's own signal is no AbortSignal that `any` would take. */
function operationSignal(deadlineMilliseconds: number, client: AbortSignal): AbortSignal {
  const gone = new AbortController();
  client.addEventListener('abort', () => gone.abort(), { once: true });
  return AbortSignal.any([AbortSignal.timeout(deadlineMilliseconds), gone.signal]);
}

/**
 * What callers are told: our coded errors whole, their own faults as GraphQL words them, of anything else that it
 * happened. An error of theirs has no path, as it keeps the operation from being executed.
 */
function maskError(error: unknown): Error {
  if (!(error instanceof GraphQLError)) return unexpected({});
  const { message, originalError, path, nodes = null, source, positions, extensions } = error;
  const where = path === undefined ? { nodes } : { nodes, path };
  const own = toGraphQLError(originalError, where);
  if (own !== null) return own;
  if (extensions['code'] !== undefined) return error;
  if (path !== undefined) return unexpected(where);
  return new GraphQLError(message, { nodes, source, positions, extensions: { ...extensions, code: 'BAD_USER_INPUT' } });
}

function unexpected(where: GraphQLErrorOptions): GraphQLError {
  return new GraphQLError('Something went wrong inside deskgraph.', {
    ...where,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}
