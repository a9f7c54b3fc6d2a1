import type { Server } from 'node:http';
import { type Config, ConfigurationError, readConfig } from './config.ts';
import type { Secrets } from './domain/secrets.ts';
import type { Environment } from './environment.ts';
import { createGateway } from './gateway.ts';
import { listen, listeningFault } from './listening.ts';
import type { Sandbox } from './sandbox/index.ts';
import { keptSecret } from './secret.ts';
import { createHttpServer } from './server.ts';
import { connectVendors } from './vendors/connect.ts';

const now = () => Temporal.Now.instant();

/** Seals nothing but made-up people, so it may stand here: their ids are the same on every machine. */
const SANDBOX_SECRETS: Secrets = ['the secret of the sandbox'];

/** Where a start says what happens. */
type Print = Pick<Console, 'log' | 'warn'>;

interface Settings extends Omit<Config, 'sandbox'> {
  readonly secrets: Secrets;
  readonly alwaysTrace: boolean;
  /** The sandbox that was started; null with vendors. */
  readonly sandbox: Sandbox | null;
}

/** A gateway that listens. */
export interface StartedGateway extends Pick<Settings, 'sandbox'> {
  readonly server: Server;
  /** The address of GraphQL. */
  readonly url: string;
}

/**
 * Starts the gateway of this environment. Rejects with an error whose message is for the operator and names the variables
 * to change.
 */
export async function start(environment: Environment, print: Print): Promise<StartedGateway> {
  const { sandbox, ...config } = await configure(environment, print);
  const server = createHttpServer(createGateway({ ...config, vendors: connectVendors(config, now), now }));
  const url = `${await listen(server, config)}/graphql`;
  print.log(`GraphiQL  ${url}`);
  return { server, url, sandbox };
}

/** The configuration of the environment, or, where it names no vendor, of the sandbox started in their stead. */
async function configure(environment: Environment, print: Print): Promise<Settings> {
  const config = readConfig(environment);
  if (config.unknownVariables.length > 0) {
    print.warn(
      `These variables are unknown to deskgraph and have no effect: ${config.unknownVariables.join(', ')}`,
    );
  }
  if (config.vendors.size > 0) {
    return {
      ...config,
      secrets: config.secrets ?? readKeptSecret(config),
      alwaysTrace: false,
      sandbox: null,
    };
  }
  // A gateway with vendors does without these eighty modules.
  const { startSandbox } = await import('./sandbox/index.ts');
  const sandbox = await startSandbox(config.sandbox).catch((error: unknown) => {
    throw listeningFault(error, 'SANDBOX_PORT');
  });
  print.log(`Sandbox   ${sandbox.url}  (no vendor is configured: ${config.sandbox.agents} made-up agents)`);
  // The identities are read once: a pipe tells them no second time.
  const ofSandbox = readConfig({
    ...sandbox.quotaEnvironment,
    ...environment,
    ...sandbox.environment,
    DESKGRAPH_IDENTITIES: undefined,
  });
  const secrets = config.secrets ?? SANDBOX_SECRETS;
  return { ...ofSandbox, identities: config.identities, secrets, alwaysTrace: true, sandbox };
}

function readKeptSecret({ dataFolder }: Config): Secrets {
  const kept = keptSecret(dataFolder);
  if ('fault' in kept) throw new ConfigurationError([kept.fault]);
  return kept.secrets;
}
