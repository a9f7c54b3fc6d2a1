// First, as graphql looks at it while it is loaded.
import './node-env.ts';
import { type Config, ConfigurationError, hasVendor, readConfig } from './config.ts';
import type { Secrets } from './domain/secrets.ts';
import type { Environment } from './environment.ts';
import { createGateway } from './gateway.ts';
import { listen, listeningFault } from './listening.ts';
import { startSandbox } from './sandbox/index.ts';
import { keptSecret } from './secret.ts';
import { createHttpServer } from './server.ts';
import { stopWithProcess } from './shutdown.ts';
import { createVendors } from './vendors/index.ts';

const now = () => Temporal.Now.instant();

/** Seals nothing but made-up people, so it may stand here: their ids are the same on every machine. */
const SANDBOX_SECRETS: Secrets = ['the secret of the sandbox'];

interface Settings extends Config {
  readonly secrets: Secrets;
  readonly alwaysTrace?: boolean;
}

/** The configuration of the environment, or, where it names no vendor, of the sandbox started in their stead. */
async function configure(environment: Environment): Promise<Settings> {
  const config = readConfig(environment);
  if (config.unknownVariables.length > 0) {
    console.warn(
      `These variables are unknown to deskgraph and have no effect: ${config.unknownVariables.join(', ')}`,
    );
  }
  if (hasVendor(config)) return { ...config, secrets: config.secrets ?? readKeptSecret(config) };
  const sandbox = await startSandbox(config.sandbox).catch((error: unknown) => {
    throw listeningFault(error, 'SANDBOX_PORT');
  });
  console.log(`Sandbox   ${sandbox.url}  (no vendor is configured: ${config.sandbox.agents} made-up agents)`);
  // The identities are read once: a pipe tells them no second time.
  const ofSandbox = readConfig({
    ...sandbox.quotaEnvironment,
    ...environment,
    ...sandbox.environment,
    DESKGRAPH_IDENTITIES: undefined,
  });
  const secrets = config.secrets ?? SANDBOX_SECRETS;
  return { ...ofSandbox, identities: config.identities, secrets, alwaysTrace: true };
}

function readKeptSecret({ dataFolder }: Config): Secrets {
  const kept = keptSecret(dataFolder);
  if ('fault' in kept) throw new ConfigurationError([kept.fault]);
  return kept.secrets;
}

try {
  const config = await configure(process.env);
  const server = createHttpServer(createGateway({ ...config, vendors: createVendors(config, now), now }));
  console.log(`GraphiQL  ${await listen(server, config)}/graphql`);
  stopWithProcess(server);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
