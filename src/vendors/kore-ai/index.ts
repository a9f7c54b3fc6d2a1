import type { AccountTraits, SegmentSource, VendorPort } from '../../domain/ports.ts';
import { presenceFrom } from '../../domain/presence.ts';
import { overlaps } from '../../domain/segment.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import type { VendorModule } from '../module.ts';
import type { KoreAiAccount } from './account.ts';
import { createAgentReader, DIRECTORY_PAGE_SIZE } from './agents.ts';
import { createKoreAiClient, type KoreAiClient, PAGE_SIZE } from './client.ts';
import { faultOfAccountName, type KoreAiConfig, type KoreAiVersion, readKoreAiConfig } from './config.ts';
import { toAccount, toPresence } from './map.ts';
import { resolvers } from './resolvers.ts';
import type { Agent } from './rows.ts';
import { segmentsOfAccounts } from './segments.ts';

/** Kore.ai SmartAssist. */
export const koreAi: VendorModule<KoreAiConfig> = {
  id: 'KORE_AI',
  title: 'Kore.ai',
  capabilities: ['PRESENCE', 'SEGMENTS'],
  accountType: 'KoreAiAccount',
  keyField: 'koreAiUserId',
  identity: { field: 'koreAi', byEmail: true, faultOf: faultOfAccountName },
  variablePrefix: 'KORE_AI_',
  readConfig: readKoreAiConfig,
  connect: (config, { now, upstream }) => createKoreAi(config, now, upstream),
  resolvers: () => resolvers,
};

/** Kore.ai gives people and segments, nothing else. */
export interface KoreAiPort extends VendorPort {
  readonly segments: SegmentSource;
}

const TRAITS: AccountTraits = {
  idRank: 2,
  nameRank: 3,
  addresses: 'one',
  keysAreAddresses: false,
  keysAreNames: false,
};

/** Kore.ai SmartAssist as deskgraph sees it. */
export function createKoreAi(
  config: KoreAiConfig,
  now: () => Temporal.Instant,
  resources?: UpstreamResources,
): KoreAiPort {
  return createPort(createKoreAiClient(config, resources), config.apiVersion, now);
}

/** The port over any client. */
export function createPort(
  client: KoreAiClient,
  apiVersion: KoreAiVersion,
  now: () => Temporal.Instant,
): KoreAiPort {
  /** Who is there is asked with the present as the range, as the answer then tells the open segments too. */
  function present(): TimeRange {
    const from = now().round({ smallestUnit: 'minute', roundingMode: 'floor' });
    return { from, to: from.add({ minutes: 1 }) };
  }

  function accountsOf(agents: readonly Agent[]): KoreAiAccount[] {
    const time = now();
    return agents.map((agent) => toAccount(agent, time));
  }

  const reader = createAgentReader(client);

  return {
    vendor: 'KORE_AI',
    traits: TRAITS,
    apiVersion,
    health: client.health,
    open: () => ({}),

    directory: {
      vendor: 'KORE_AI',
      pageSize: DIRECTORY_PAGE_SIZE,
      ordered: false,
      async page(index, operation) {
        const { agents, ...rest } = await reader.page(index, present(), operation);
        return { ...rest, accounts: accountsOf(agents), total: null };
      },
      lookup: {
        size: PAGE_SIZE,
        exact: true,
        async byEmail(emails, operation) {
          return accountsOf(await reader.byEmail(emails, present(), operation));
        },
      },
    },

    segments: {
      of: (accounts, range, operation) => segmentsOfAccounts(reader, accounts, range, now(), operation),
    },

    presence: presenceFrom(toPresence),

    async activeAccounts(range, operation) {
      const agents = await reader.all(range, operation);
      const isActive = ({ timeline }: Agent) => timeline.some((segment) => overlaps(segment, range));
      return accountsOf(agents.filter(isActive));
    },
  };
}
