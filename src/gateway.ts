import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { createYoga, type YogaInitialContext, type YogaServerInstance } from 'graphql-yoga';
import type { Identities } from './domain/identity.ts';
import type { Vendors } from './domain/ports.ts';
import type { GatewayContext } from './graphql/context.ts';
import { maskError, useCallersFaults } from './graphql/errors.ts';
import { exampleTabs } from './graphql/examples.ts';
import { renderPage } from './graphql/graphiql.ts';
import { PartialErrors, usePartialErrors } from './graphql/partial-errors.ts';
import { createSchema } from './graphql/schema.ts';
import { createLoaders, portsInOrder } from './loaders/loaders.ts';
import { PeopleMemory } from './loaders/people/memory.ts';

/** What the gateway is made of. */
export interface GatewayOptions {
  readonly vendors: Vendors;
  /** Who is whom by the operator's word. */
  readonly identities: Identities;
  /** The whole time that one operation may take upstream. */
  readonly deadlineMilliseconds: number;
  /** The present instant. */
  readonly now: () => Temporal.Instant;
}

/** Agents have accounts, whose reports have agents: without an end, a query could go round for ever. */
const MAX_DEPTH = 15;

type Gateway = YogaServerInstance<object, GatewayContext & { partialErrors: PartialErrors }>;

/** The gateway as a request handler; it does not listen. Reads from top to bottom as the journey of a request. */
export function createGateway({ vendors, identities, deadlineMilliseconds, now }: GatewayOptions): Gateway {
  const ports = portsInOrder(vendors);
  const memory = new PeopleMemory(now);

  function context({ request }: YogaInitialContext): GatewayContext & { partialErrors: PartialErrors } {
    const signal = operationSignal(deadlineMilliseconds, request.signal);
    const operation = { signal, patienceMilliseconds: deadlineMilliseconds / 3 };
    const partialErrors = new PartialErrors();
    return {
      loaders: createLoaders(vendors, identities, memory, operation),
      ports,
      now,
      partialErrors,
      report: (problem, info) => partialErrors.add(problem, info),
    };
  }

  return createYoga({
    graphqlEndpoint: '/graphql',
    landingPage: false,
    // What callers and vendors do wrong is in the answer; yoga would log it with request bodies.
    logging: false,
    renderGraphiQL: renderPage,
    // A credential typed into the page is not to outlive it in the browser's storage.
    graphiql: () => ({ title: 'deskgraph', defaultTabs: exampleTabs(now()), shouldPersistHeaders: false }),
    // No page of another origin has business here; the gateway knows no users, so any that reads it would be let in.
    cors: false,
    multipart: false,
    // Documents are cached by their text, so their size bounds the cache, too.
    maxRequestBodySize: 100_000,
    schema: createSchema(),
    context,
    plugins: [
      useCallersFaults(),
      maxDepthPlugin({ n: MAX_DEPTH, flattenFragments: true }),
      usePartialErrors(),
    ],
    maskedErrors: { maskError },
  });
}

/** Aborts at the deadline or when the client has gone; the server's own signal is no AbortSignal that `any` would take. */
function operationSignal(deadlineMilliseconds: number, client: AbortSignal): AbortSignal {
  const gone = new AbortController();
  client.addEventListener('abort', () => gone.abort(), { once: true });
  return AbortSignal.any([AbortSignal.timeout(deadlineMilliseconds), gone.signal]);
}
