// First, as graphql looks at it while it is loaded.
import './node-env.ts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, hasVendor, readConfig } from './config.ts';
import type { Environment } from './environment.ts';
import { createGateway } from './gateway.ts';
import { startSandbox } from './sandbox/index.ts';
import { stopWithProcess } from './shutdown.ts';
import { createVendors } from './vendors/index.ts';

const now = () => Temporal.Now.instant();

/** The configuration of the environment, or, where it names no vendor, of the sandbox started in their stead. */
async function configure(environment: Environment): Promise<Config & { readonly alwaysTrace?: boolean }> {
  const config = readConfig(environment);
  if (hasVendor(config)) return config;
  const sandbox = await startSandbox(config.sandbox);
  console.log(`Sandbox   ${sandbox.url}  (no vendor is configured: ${config.sandbox.agents} made-up agents)`);
  // The identities are read once: a pipe tells them no second time.
  const ofSandbox = readConfig({
    ...callsPerMinute(config.sandbox.quotas),
    ...environment,
    ...sandbox.environment,
    DESKGRAPH_IDENTITIES: undefined,
  });
  return { ...ofSandbox, identities: config.identities, alwaysTrace: true };
}

/** The sandbox's quotas as the variables that say so; what they are not, they are by default. */
function callsPerMinute(quotas: Config['sandbox']['quotas']): Environment {
  if (quotas === 'real') return {};
  const limit = quotas === 'off' || quotas === 0 ? 'unlimited' : String(quotas);
  return { ROCKETCHAT_CALLS_PER_MINUTE: limit, KORE_AI_CALLS_PER_MINUTE: limit };
}

async function listen(server: Server, { host, port }: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}/graphql`;
}

try {
  const config = await configure(process.env);
  const server = createServer(createGateway({ ...config, vendors: createVendors(config, now), now }));
  console.log(`GraphiQL  ${await listen(server, config)}`);
  stopWithProcess(server);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
