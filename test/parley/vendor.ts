import type { Account } from '../../src/domain/account.ts';
import { UpstreamError } from '../../src/domain/errors.ts';
import type { VendorPort, VendorSession } from '../../src/domain/ports.ts';
import { presenceFrom } from '../../src/domain/presence.ts';
import { compareSegments, overlaps } from '../../src/domain/segment.ts';
import type { TimeRange } from '../../src/domain/time-range.ts';
import type { EnvironmentReader } from '../../src/environment.ts';
import type { TimeRange as TimeRangeInput } from '../../src/generated/schema.ts';
import { readRange } from '../../src/graphql/arguments.ts';
import type { GatewayContext } from '../../src/graphql/context.ts';
import { type PagedList, Pages } from '../../src/upstream/paging/index.ts';
import type { VendorModule, VendorResources } from '../../src/vendors/module.ts';
import { connectParley, type ParleyClient, type ParleyConfig } from './client.ts';
import { type ParleyAccount, toAccount, toSegment } from './map.ts';
import { typeDefs } from './schema.ts';
import type { CallsRow, MateRow } from './wire.ts';

/** The most members that one call lists. */
const PAGE_SIZE = 40;

/** Parley during one operation. */
export interface ParleySession extends VendorSession {
  /** The calls that began in the range, by badge. One call. */
  calls(range: TimeRange): Promise<ReadonlyMap<string, CallsRow>>;
}

export const parley: VendorModule<ParleyConfig, ParleySession> = {
  id: 'PARLEY',
  title: 'Parley',
  capabilities: ['PRESENCE', 'SEGMENTS', 'PARLEY_CALLS'],
  accountType: 'ParleyAccount',
  keyField: 'parleyBadge',
  identity: { field: 'parley', byEmail: true, faultOf: () => null },
  variablePrefix: 'PARLEY_',
  readConfig,
  connect: createParley,
  typeDefs,
  resolvers: (sessionOf) => ({
    ParleyAccount: {
      email: ({ emails }: ParleyAccount) => emails[0] ?? null,
      async calls(
        { key }: ParleyAccount,
        { range }: { readonly range: TimeRangeInput },
        context: GatewayContext,
      ) {
        const calls = await sessionOf(context)?.calls(readRange(range, 'range'));
        return calls?.get(key) ?? null;
      },
    },
  }),
};

function readConfig(reader: EnvironmentReader): ParleyConfig | null {
  const callsPerMinute = reader.callsPerMinute('PARLEY_CALLS_PER_MINUTE', Number.POSITIVE_INFINITY);
  if (!reader.any(['PARLEY_URL', 'PARLEY_TOKEN', 'PARLEY_API_VERSION'])) return null;
  return {
    url: reader.url('PARLEY_URL'),
    token: reader.required('PARLEY_TOKEN', 'the token of a supervisor'),
    apiVersion: reader.oneOf('PARLEY_API_VERSION', ['1', '2'], '2'),
    callsPerMinute,
  };
}

function createParley(config: ParleyConfig, { upstream }: VendorResources): VendorPort<ParleySession> {
  const way = connectParley(config, upstream);
  return {
    vendor: 'PARLEY',
    traits: { idRank: 4, nameRank: 4, addresses: 'one', keysAreAddresses: false, keysAreNames: false },
    apiVersion: config.apiVersion,
    health: way.health,
    accountByKey,
    open: (operation) => openSession(way.open(operation), config),
  };
}

function crewList(client: ParleyClient): PagedList<MateRow> {
  return {
    vendor: 'PARLEY',
    callSize: PAGE_SIZE,
    keyOf: ({ badge }) => badge,
    async read(skip, take) {
      const { crew, count } = await client.crew(skip, take);
      return { rows: crew, total: count };
    },
    bypassingCache: () => crewList(client.bypassingCache()),
  };
}

function openSession(client: ParleyClient, { apiVersion }: ParleyConfig): ParleySession {
  const pages = new Pages(crewList(client), PAGE_SIZE);
  return {
    directory: {
      vendor: 'PARLEY',
      pageSize: PAGE_SIZE,
      ordered: true,
      async page(index) {
        const { rows, ...rest } = await pages.page(index);
        return { ...rest, accounts: rows.map(toAccount) };
      },
      lookup: {
        size: PAGE_SIZE,
        exact: false,
        byEmail: async (mails) => (await client.crewBy({ mails })).crew.map(toAccount),
      },
      async byKey(key) {
        const { crew } = await client.crewBy({ badges: [key] });
        return crew.map(toAccount).find((account) => account.key === key) ?? null;
      },
    },

    presence: presenceFrom(({ presence }: ParleyAccount) => presence),

    segments: {
      async of(accounts, range) {
        const badges = accounts.map(({ key }) => key);
        const { log } = await client.log(badges, range);
        const entries = Map.groupBy(log, ({ badge }) => badge);
        return new Map(
          badges.map((badge) => {
            const segments = (entries.get(badge) ?? []).map(toSegment);
            return [badge, segments.filter((one) => overlaps(one, range)).sort(compareSegments)];
          }),
        );
      },
    },

    async activeAccounts(range) {
      const { log } = await client.log(null, range);
      return [...new Set(log.map(({ badge }) => badge))].map(accountByKey);
    },

    async calls(range) {
      if (apiVersion === '1') {
        const sentence = 'calls needs version 2; PARLEY_API_VERSION is 1.';
        throw new UpstreamError('PARLEY', 'UPSTREAM_UNSUPPORTED', sentence);
      }
      const { calls } = await client.calls(range);
      return new Map(calls.map((row) => [row.badge, row]));
    },
  };
}

/** A member of whom the log gives the badge and nothing else. */
function accountByKey(key: string): Account {
  return { vendor: 'PARLEY', key, name: null, emails: [] };
}
