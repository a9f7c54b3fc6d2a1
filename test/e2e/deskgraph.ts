import type { AddressInfo } from 'node:net';
import { readConfig } from '../../src/config.ts';
import { type Clock, machineClock } from '../../src/domain/clock.ts';
import type { RouteCost } from '../../src/domain/upstream-trace.ts';
import { createGateway } from '../../src/gateway.ts';
import type { Problem } from '../../src/graphql/partial-errors.ts';
import { type SandboxOptions, type SandboxVendor, startSandbox } from '../../src/sandbox/index.ts';
import { SANDBOX_VENDORS, type VendorOptions } from '../../src/sandbox/registry.ts';
import { createHttpServer } from '../../src/server.ts';
import { connectVendors } from '../../src/vendors/connect.ts';
import type { VendorModule } from '../../src/vendors/module.ts';
import { VENDOR_MODULES } from '../../src/vendors/registry.ts';
import { WITH_PARLEY } from '../parley/index.ts';
import { SECRETS } from '../unit/graphql/sealer.ts';

/** The instant at which the tests' contact centre lives: a Wednesday afternoon, in UTC. */
export const NOW = Temporal.Instant.from('2026-03-18T14:20:00Z');

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads of an answer what its own query asked for
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: {
      readonly code?: string;
      readonly vendor?: string;
      readonly retryAfterSeconds?: number | null;
    };
  }[];
  readonly extensions?: {
    readonly upstream?: readonly RouteCost[];
    readonly problems?: readonly Problem[];
  };
}

/** What tests set that are about something else: every question goes to the sandbox, and none waits. */
const GENEROUS = {
  DESKGRAPH_FRESH_MS: '0',
  ROCKETCHAT_CALLS_PER_MINUTE: 'unlimited',
  KORE_AI_CALLS_PER_MINUTE: 'unlimited',
};

/** In milliseconds. Longer than the wait before any retry. */
const SHORT_WAIT = 500;

/** The machine's clock, by which short waits are over at once: what is tried again is tried again without a pause. */
const hurriedClock: Clock = {
  now: machineClock.now,
  after: (milliseconds, signal) => machineClock.after(milliseconds < SHORT_WAIT ? 0 : milliseconds, signal),
};

/** The vendors of a gateway, and those that its sandbox imitates. */
interface Vendors {
  readonly modules: readonly VendorModule[];
  readonly imitations: readonly SandboxVendor<VendorOptions>[];
}

/** Those of the registries. With FURTHER_VENDOR=1 every gateway of the tests has the tests' own vendor as well. */
const VENDORS: Vendors =
  process.env.FURTHER_VENDOR === '1' ? WITH_PARLEY : { modules: VENDOR_MODULES, imitations: SANDBOX_VENDORS };

/** What a test starts the gateway and its sandbox with. */
export interface DeskgraphOptions {
  readonly agents?: number;
  /** What else the sandbox is told; its clock stands still unless it gets another. */
  readonly sandboxOptions?: SandboxOptions;
  /** The gateway's clock. */
  readonly now?: () => Temporal.Instant;
  /** Variables beside those that point at the sandbox; undefined takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The clock of the gateway and of the upstream calls; the machine's where left out, without the pauses before retries. */
  readonly clock?: Clock;
  readonly alwaysTrace?: boolean;
  readonly vendors?: Vendors;
}

/** A sandbox and a gateway pointed at it by the variables that a user sets, both over real HTTP. */
export async function startDeskgraph(options: DeskgraphOptions = {}) {
  const { agents = 60, sandboxOptions = {}, environment = {}, now = () => NOW, ...gateway } = options;
  const { modules, imitations } = options.vendors ?? VENDORS;
  const sandbox = await startSandbox(
    { agents, now: () => NOW.epochMilliseconds, ...sandboxOptions },
    imitations,
  );
  const config = readConfig({ ...GENEROUS, ...sandbox.environment, ...environment }, modules);
  const vendors = connectVendors(config, now, options.clock ?? hurriedClock);
  const server = createHttpServer(createGateway({ ...config, secrets: SECRETS, ...gateway, vendors, now }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;

  return {
    url,
    sandbox,
    vendors,
    /** Asks over HTTP, as a client does. */
    async ask(query: string, variables: object = {}, init: RequestInit = {}): Promise<Answer> {
      const response = await fetch(url, {
        ...init,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...init.headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    /** How often each endpoint was called since the last time, as `VENDOR endpoint`. */
    calls(): Record<string, number> {
      const counts: Record<string, number> = {};
      for (const { vendor, route } of sandbox.calls) {
        const name = `${vendor} ${route?.split('/').slice(-2).join('/')}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      sandbox.clearCalls();
      return counts;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sandbox.close();
    },
  };
}

export type Deskgraph = Awaited<ReturnType<typeof startDeskgraph>>;
