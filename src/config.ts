import { type Environment, EnvironmentReader } from './environment.ts';
import { readIdentities } from './identities/index.ts';
import { readSandboxConfig } from './sandbox/config.ts';
import { readSecrets } from './secret.ts';
import { strayVariables } from './stray-variables.ts';
import type { VendorModule } from './vendors/module.ts';
import { VENDOR_MODULES } from './vendors/registry.ts';

/** Everything that the environment decides. */
export interface Config extends ReturnType<typeof read> {
  /** The names of variables that look like deskgraph's and are not. */
  readonly unknownVariables: readonly string[];
}

/** What is wrong with the environment, all of it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(faults: readonly string[]) {
    super(
      ['deskgraph cannot start with this environment:', ...faults.map((fault) => `  - ${fault}`)].join('\n'),
    );
  }
}

/**
 * The configuration of a gateway to these vendors, checked as a whole. Throws a ConfigurationError that lists every
 * fault and shows no value but the name of a file and an item of SANDBOX_FAULTS.
 */
export function readConfig(
  environment: Environment,
  modules: readonly VendorModule[] = VENDOR_MODULES,
): Config {
  const reader = new EnvironmentReader(environment);
  const config = read(reader, modules);
  const prefixes = modules.map(({ variablePrefix }) => variablePrefix);
  const { slips, unknown } = strayVariables(environment, reader.known, prefixes);
  reader.faults.push(...slips.map(({ name, meant }) => `${name} is unknown: ${meant} is meant.`));
  if (reader.faults.length > 0) throw new ConfigurationError(reader.faults);
  return Object.freeze({ ...config, unknownVariables: unknown });
}

/** Variables that the public contract names and that have no effect yet. */
const RESERVED = ['DESKGRAPH_CORS_ORIGINS', 'DESKGRAPH_HOSTS', 'DESKGRAPH_POLL_SECONDS', 'DESKGRAPH_STORE'];

function read(reader: EnvironmentReader, modules: readonly VendorModule[]) {
  for (const name of RESERVED) reader.known.add(name);
  return {
    host: reader.text('HOST') ?? '127.0.0.1',
    port: reader.integer('PORT', 4000, 0, 65_535),
    deadlineMilliseconds: reader.integer('DESKGRAPH_DEADLINE_MS', 10_000, 1, 600_000),
    maxCalls: reader.integer('DESKGRAPH_MAX_CALLS', 60, 1, 100_000),
    memory: {
      freshMilliseconds: reader.integer('DESKGRAPH_FRESH_MS', 15_000, 0, 86_400_000),
      staleMilliseconds: reader.integer('DESKGRAPH_STALE_MS', 600_000, 0, 86_400_000),
    },
    timeZone: reader.timeZone('DESKGRAPH_TIME_ZONE', 'UTC'),
    identities: readIdentities(reader, modules),
    secrets: readSecrets(reader),
    dataFolder: reader.anyText('DESKGRAPH_DATA') ?? './data',
    modules,
    vendors: readVendors(reader, modules),
    sandbox: readSandboxConfig(reader),
  };
}

/** The configuration of each vendor that is configured, by its id. */
function readVendors(
  reader: EnvironmentReader,
  modules: readonly VendorModule[],
): ReadonlyMap<string, unknown> {
  const read = modules.map((module) => [module.id, module.readConfig(reader)] as const);
  return new Map(read.filter(([, config]) => config !== null));
}
