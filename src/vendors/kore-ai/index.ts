import type { AccountTraits, VendorPort } from '../../domain/ports.ts';
import type { UpstreamResources } from '../../upstream/upstream.ts';
import type { VendorModule } from '../module.ts';
import { connectTenant } from './client.ts';
import { faultOfAccountName, type KoreAiConfig, readKoreAiConfig } from './config.ts';
import { resolvers } from './resolvers.ts';
import { type KoreAiSession, openSession } from './session.ts';
import { Spellings } from './spellings.ts';

/** Kore.ai SmartAssist. */
export const koreAi: VendorModule<KoreAiConfig, KoreAiSession> = {
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
): VendorPort<KoreAiSession> {
  const tenant = connectTenant(config, resources);
  const spellings = new Spellings();
  return {
    vendor: 'KORE_AI',
    traits: TRAITS,
    apiVersion: config.apiVersion,
    health: tenant.health,
    open: (operation) => openSession(tenant.open(operation), spellings, operation.budget, now),
  };
}
