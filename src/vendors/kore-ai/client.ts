import type { Operation } from '../../domain/operation.ts';
import { daysTouched, type TimeRange } from '../../domain/time-range.ts';
import type { UpstreamOptions } from '../../upstream/request.ts';
import { readAs } from '../../upstream/response/read.ts';
import {
  createUpstream,
  type Upstream,
  type UpstreamResources,
  type UpstreamSession,
} from '../../upstream/upstream.ts';
import type { KoreAiConfig, KoreAiVersion } from './config.ts';
import { signJwt } from './credential.ts';
import { errorFromResponse } from './errors.ts';
import { type AgentRow, AgentStatusDetails } from './wire.ts';

/** The most agents that one call lists. */
export const PAGE_SIZE = 50;

const ROUTE = 'agentstatusdetails';

export interface StatusQuery {
  /** E-mail addresses; all agents where null. */
  readonly agents: readonly string[] | null;
  readonly range: TimeRange;
  readonly offset: number;
  readonly limit: number;
}

/** One account at Kore.ai. */
export interface KoreAiTenant extends Pick<Upstream, 'health'> {
  open(operation: Operation): KoreAiClient;
}

/** The endpoint of Kore.ai that deskgraph reads, as one operation asks it. */
export interface KoreAiClient {
  /** Page "Agent Status Details": `agentstatusdetails`. Scope "SmartAssist Analytics". */
  agentStatusDetails(
    query: StatusQuery,
  ): Promise<{ readonly rows: readonly AgentRow[]; readonly hasMore: boolean }>;
  /** The same without older answers: neither the operation's own nor those of earlier ones serve. */
  bypassingCache(): KoreAiClient;
}

/** What differs between the versions of the endpoint. */
interface Dialect {
  readonly path: string;
  readonly headers: (config: KoreAiConfig) => Readonly<Record<string, string>>;
  readonly dates: (range: TimeRange) => { readonly startDate: string; readonly endDate: string };
}

const byStream = ({ streamId }: KoreAiConfig) => ({ iId: streamId ?? '' });

const DIALECTS: Readonly<Record<KoreAiVersion, Dialect>> = {
  1: { path: '', headers: byStream, dates: wholeDates },
  2: {
    path: '/v2',
    headers: ({ accountId }) => ({ accountId }),
    dates: ({ from, to }) => ({ startDate: second(from, 'floor'), endDate: second(to, 'ceil') }),
  },
  3: { path: '/v3', headers: byStream, dates: wholeDates },
};

/** The way to one account. */
export function connectTenant(config: KoreAiConfig, resources?: UpstreamResources): KoreAiTenant {
  const dialect = DIALECTS[config.apiVersion];
  const options: UpstreamOptions = {
    vendor: 'KORE_AI',
    baseUrl: config.url,
    quota: { callsPerMinute: config.callsPerMinute, counted: 'together' },
    headers: async () => ({ auth: await signJwt(config.credential), ...dialect.headers(config) }),
    errorFromResponse,
  };
  const { open, health } = createUpstream(options, resources);
  return { health, open: (operation) => clientOver(open(operation), config) };
}

function clientOver(session: UpstreamSession, config: KoreAiConfig): KoreAiClient {
  const dialect = DIALECTS[config.apiVersion];
  return {
    async agentStatusDetails({ agents, range, offset, limit }) {
      const request = {
        method: 'POST',
        route: ROUTE,
        path: `/agentassist/api/public/analytics/account/${config.accountId}${dialect.path}/${ROUTE}`,
        query: { limit, offset },
        body: {
          filter: {
            // The page's table says a string, but every published request that names agents sends a list.
            ...(agents === null ? {} : { agents }),
            // The times of the answer are local to this one offset, so that of UTC knows no change of clocks.
            dateFilter: { ...dialect.dates(range), timeZoneOffSet: 0 },
          },
        },
        read: (json: unknown) => readAs(AgentStatusDetails, json, 'KORE_AI', ROUTE),
      } as const;
      const answer = await session.send(request);
      // A server that does not say whether more follows has more where the page is full, by its own limit too.
      const full = Math.min(limit, answer.limit ?? limit);
      return { rows: answer.data, hasMore: answer.hasMore ?? answer.data.length >= full };
    },
    bypassingCache: () => clientOver(session.bypassingCache(), config),
  };
}

function wholeDates(range: TimeRange): { startDate: string; endDate: string } {
  const { first, end } = daysTouched(range, 'UTC');
  return { startDate: String(first), endDate: String(end.subtract({ days: 1 })) };
}

function second(instant: Temporal.Instant, roundingMode: 'floor' | 'ceil'): string {
  const rounded = instant.round({ smallestUnit: 'second', roundingMode });
  return rounded.toZonedDateTimeISO('UTC').toPlainDateTime().toString({ smallestUnit: 'second' });
}
