import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, ConfigurationError, hasVendor, readConfig } from './config.ts';
import type { Environment } from './environment.ts';
import { createGateway } from './gateway.ts';
import { startSandbox } from './sandbox/index.ts';
import { createVendors } from './vendors/index.ts';

/** The configuration of the environment, or, where it names no vendor, of the sandbox started in their stead. */
async function configure(environment: Environment): Promise<Config> {
  const config = readConfig(environment);
  if (hasVendor(config)) return config;
  const sandbox = await startSandbox(config.sandbox);
  console.log(`Sandbox   ${sandbox.url}  (no vendor is configured: ${config.sandbox.agents} made-up agents)`);
  return readConfig({ ...environment, ...sandbox.environment });
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
  const gateway = createGateway({ ...config, vendors: createVendors(config, () => Temporal.Now.instant()) });
  const server = createServer(gateway);
  console.log(`GraphiQL  ${await listen(server, config)}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
} catch (error) {
  const isExpected =
    error instanceof ConfigurationError || (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(isExpected ? (error as Error).message : error);
  process.exitCode = 1;
  process.exit();
}
