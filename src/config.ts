import { type Environment, EnvironmentReader } from './environment.ts';
import { readIdentities } from './identities/index.ts';
import { readSandboxConfig } from './sandbox/config.ts';
import { readSecrets } from './secret.ts';
import { strayVariables } from './stray-variables.ts';
import { readKoreAiConfig } from './vendors/kore-ai/index.ts';
import { readLiveChatConfig } from './vendors/livechat/index.ts';
import { readRocketChatConfig } from './vendors/rocket-chat/index.ts';

/** Everything that the environment decides. A vendor that is left out is null. */
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
 * The configuration, checked as a whole. Throws a ConfigurationError that lists every fault and shows no value but the
 * name of a file and an item of SANDBOX_FAULTS.
 */
export function readConfig(environment: Environment): Config {
  const reader = new EnvironmentReader(environment);
  const config = read(reader);
  const { slips, unknown } = strayVariables(environment, reader.known);
  reader.faults.push(...slips.map(({ name, meant }) => `${name} is unknown: ${meant} is meant.`));
  if (reader.faults.length > 0) throw new ConfigurationError(reader.faults);
  return Object.freeze({ ...config, unknownVariables: unknown });
}

/** Variables that the public contract names and that have no effect yet. */
const RESERVED = ['DESKGRAPH_CORS_ORIGINS', 'DESKGRAPH_HOSTS', 'DESKGRAPH_POLL_SECONDS', 'DESKGRAPH_STORE'];

function read(reader: EnvironmentReader) {
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
    identities: readIdentities(reader),
    secrets: readSecrets(reader),
    dataFolder: reader.anyText('DESKGRAPH_DATA') ?? './data',
    rocketChat: readRocketChatConfig(reader),
    koreAi: readKoreAiConfig(reader),
    liveChat: readLiveChatConfig(reader),
    sandbox: readSandboxConfig(reader),
  };
}

/** Whether any vendor is configured. */
export function hasVendor({ rocketChat, koreAi, liveChat }: Config): boolean {
  return (rocketChat ?? koreAi ?? liveChat) !== null;
}
