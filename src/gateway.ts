import { createYoga, type YogaInitialContext, type YogaServerInstance } from 'graphql-yoga';
import { CallBudget } from './domain/call-budget.ts';
import { type Clock, machineClock } from './domain/clock.ts';
import type { Identities } from './domain/identity.ts';
import type { Operation } from './domain/operation.ts';
import { openVendors } from './domain/ports.ts';
import type { Secrets } from './domain/secrets.ts';
import { UpstreamTrace } from './domain/upstream-trace.ts';
import { VendorTime } from './domain/vendor-time.ts';
import type { GatewayContext } from './graphql/context.ts';
import { useDepthLimit } from './graphql/depth.ts';
import { DocumentCache } from './graphql/documents.ts';
import { maskError, useCallersFaults } from './graphql/errors.ts';
import { exampleTabs } from './graphql/examples.ts';
import { renderPage } from './graphql/graphiql.ts';
import { PartialErrors, usePartialErrors } from './graphql/partial-errors.ts';
import { useReadableRequests } from './graphql/requests.ts';
import { Sealer } from './graphql/seal.ts';
import { useUpstreamTrace } from './graphql/trace.ts';
import { createLoaders } from './loaders/loaders.ts';
import { PeopleCache } from './people/index.ts';
import type { ConnectedVendor } from './vendors/connect.ts';
import { schemaOf } from './vendors/schema.ts';

/** What the gateway is made of. */
export interface GatewayOptions {
  /** Every vendor of the graph, with its port where it is configured. */
  readonly vendors: readonly ConnectedVendor[];
  /** The people that the operator's identity file names. */
  readonly identities: Identities;
  /** What ids and cursors are sealed with. */
  readonly secrets: Secrets;
  /** The whole time that one operation may take upstream. */
  readonly deadlineMilliseconds: number;
  /** How many upstream calls one operation may need. */
  readonly maxCalls: number;
  /** The zone of reports that name none. */
  readonly timeZone: string;
  /** Whether every answer says what it has cost upstream, or only an answer to a request that asks for it. */
  readonly alwaysTrace?: boolean;
  /** The present instant. */
  readonly now: () => Temporal.Instant;
  /** The clock that upstream calls are made by. */
  readonly clock?: Clock;
}

/** What plugins share with resolvers beside their context. */
interface PluginContext {
  readonly partialErrors: PartialErrors;
  readonly trace: UpstreamTrace;
}

type Gateway = YogaServerInstance<object, GatewayContext & PluginContext>;

/** The gateway as a request handler; it does not listen. Reads from top to bottom as the journey of a request. */
export function createGateway(options: GatewayOptions): Gateway {
  const { vendors, identities, timeZone, now, alwaysTrace = false } = options;
  const ports = vendors.flatMap(({ port }) => port ?? []);
  const people = new PeopleCache(options.clock ?? machineClock);
  const sealer = new Sealer(options.secrets);
  const documents = new DocumentCache();

  function context({ request }: YogaInitialContext): GatewayContext & PluginContext {
    const operation = startOperation(options, request.signal);
    const open = openVendors(ports, operation);
    const partialErrors = new PartialErrors();
    return {
      loaders: createLoaders(open, identities, people, operation),
      sealer,
      sessions: new Map(open.map(({ port, session }) => [port.vendor, session])),
      vendors,
      timeZone,
      now,
      partialErrors,
      trace: operation.trace,
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
    maxRequestBodySize: 100_000,
    parserAndValidationCache: documents.option,
    schema: schemaOf(vendors.map(({ profile }) => profile)),
    context,
    plugins: [
      useReadableRequests(),
      documents.plugin,
      useCallersFaults(),
      useDepthLimit(),
      usePartialErrors(),
      useUpstreamTrace(alwaysTrace),
    ],
    maskedErrors: { maskError: (error) => maskError(error, vendors) },
  });
}

/** The operation's time begins; it is over at the deadline, or when the client has gone. */
function startOperation(
  { deadlineMilliseconds, maxCalls, clock = machineClock }: GatewayOptions,
  client: AbortSignal,
): Operation {
  const over = new AbortController();
  const end = () => over.abort();
  client.addEventListener('abort', end, { once: true });
  clock.after(deadlineMilliseconds, over.signal).then(end, () => undefined);
  return {
    signal: over.signal,
    deadline: clock.now() + deadlineMilliseconds,
    patienceMilliseconds: deadlineMilliseconds / 3,
    budget: new CallBudget(maxCalls),
    trace: new UpstreamTrace(),
    vendorTime: new VendorTime(clock),
  };
}
