import { type Environment, EnvironmentReader } from './environment.ts';
import { readIdentities } from './identities/index.ts';
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
    sandbox: {
      agents: reader.integer('SANDBOX_AGENTS', 60, 1, 10_000),
      port: reader.integer('SANDBOX_PORT', 0, 0, 65_535),
      quotas: quotas(reader),
      rocketChatVersion: reader.oneOf('SANDBOX_ROCKETCHAT_VERSION', SANDBOX_ROCKETCHAT_VERSIONS, '7.13'),
      rocketChatPermissions: reader.someOf('SANDBOX_ROCKETCHAT_PERMISSIONS', SANDBOX_ROCKETCHAT_PERMISSIONS),
      rocketChatLicence: reader.oneOf('SANDBOX_ROCKETCHAT_LICENCE', ['on', 'off'], 'on') === 'on',
      liveChatScopes: reader.someOf('SANDBOX_LIVECHAT_SCOPES', SANDBOX_LIVECHAT_SCOPES),
      faults: faults(reader),
    },
  };
}

const SANDBOX_ROCKETCHAT_VERSIONS = ['6.4', '7.0', '7.10', '7.13', '8.0', '8.8'] as const;
const SANDBOX_ROCKETCHAT_PERMISSIONS = [
  'transfer-livechat-guest',
  'edit-omnichannel-contact',
  'view-livechat-manager',
  'manage-agent-extension-association',
] as const;
const SANDBOX_LIVECHAT_SCOPES = ['reports_read', 'agents--all:ro'] as const;

function quotas(reader: EnvironmentReader): 'off' | 'real' | number {
  const value = reader.text('SANDBOX_QUOTAS');
  if (value === 'off' || value === 'real') return value;
  if (value === undefined) return 'off';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  reader.faults.push('SANDBOX_QUOTAS must be off, real or a whole number of calls a minute.');
  return 'off';
}

const SANDBOX_VENDORS = ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'] as const;

const SANDBOX_FAULTS = [
  '429',
  '500',
  '502-html',
  '503-retry-after',
  'drip',
  'gzip-bomb',
  'hang',
  'huge-object',
  'lying-content-length',
  'redirect',
  'refused',
  'reset',
  'token-expired',
  'truncated-json',
  'wrong-content-type',
] as const;

interface SandboxFault {
  readonly vendor: (typeof SANDBOX_VENDORS)[number];
  readonly fault: (typeof SANDBOX_FAULTS)[number];
  /** Parts of a route; empty for all of the vendor's. */
  readonly route: string;
  /** What messages call it. */
  readonly item: string;
}

function faults(reader: EnvironmentReader): readonly SandboxFault[] {
  const items = reader.text('SANDBOX_FAULTS')?.split(',') ?? [];
  return items.flatMap((text, index) => {
    const item = `SANDBOX_FAULTS, item ${index + 1} ${JSON.stringify(text.trim())}`;
    const read = readFault(text.trim());
    if (typeof read !== 'string') return { ...read, item };
    reader.faults.push(`${item}: ${read}`);
    return [];
  });
}

/** An item of the list, or what is right in its place. */
function readFault(item: string): Omit<SandboxFault, 'item'> | string {
  const [, before, route = '', after] = /^(\w+)(?:\/([\w./-]+))?=([\w-]+)$/.exec(item) ?? [];
  if (before === undefined) {
    return 'it must be VENDOR=fault or VENDOR/route=fault, such as KORE_AI=hang or ROCKET_CHAT/agent-overview=500.';
  }
  const vendor = SANDBOX_VENDORS.find((name) => name === before);
  if (vendor === undefined) return `the vendor must be one of ${SANDBOX_VENDORS.join(', ')}.`;
  const fault = SANDBOX_FAULTS.find((name) => name === after);
  if (fault === undefined) return `the fault must be one of ${SANDBOX_FAULTS.join(', ')}.`;
  return { vendor, fault, route };
}

/** The configuration of each vendor that is configured, by its id. */
function readVendors(
  reader: EnvironmentReader,
  modules: readonly VendorModule[],
): ReadonlyMap<string, unknown> {
  const read = modules.map((module) => [module.id, module.readConfig(reader)] as const);
  return new Map(read.filter(([, config]) => config !== null));
}
