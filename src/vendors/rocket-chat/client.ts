import type { z } from 'zod';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
import { perOperation } from '../../domain/per-operation.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { Slice } from '../../upstream/paging/index.ts';
import type { UpstreamOptions } from '../../upstream/request.ts';
import { readAs } from '../../upstream/response/read.ts';
import {
  createUpstream,
  type Upstream,
  type UpstreamResources,
  type UpstreamSession,
} from '../../upstream/upstream.ts';
import type { RocketChatConfig } from './config.ts';
import { errorFromResponse, RefusedRequestError, UnknownParameterError } from './errors.ts';
import type { HistoryRow, UserRow } from './lists.ts';
import { METRICS } from './metrics.ts';
import type { OverviewMetric } from './session.ts';
import { AvailableAgents, agentOverview, serviceHistory, UserList } from './wire.ts';

/** Without a sort the order of equal names is undefined, and with it offset paging. */
const BY_USERNAME = JSON.stringify({ username: 1 });

const OVERVIEW = 'livechat/analytics/agent-overview';
const HISTORY = 'livechat/analytics/agents/available-for-service-history';

/** The endpoints of Rocket.Chat that deskgraph reads, each a function. */
export interface RocketChatClient extends Pick<Upstream, 'health'> {
  /** Page "Get a list of agents": `livechat/users/agent`. Permission `transfer-livechat-guest` or `edit-omnichannel-contact`. */
  users(
    query: { text?: string; offset: number; count: number },
    operation: Operation,
  ): Promise<Slice<UserRow>>;
  /** Page "Get History of Agents Available for Service". Permission `view-livechat-manager`, and a licence. */
  serviceHistory(
    query: { days: TimeRange; fullReport: boolean; offset: number; count: number },
    operation: Operation,
  ): Promise<Slice<HistoryRow>>;
  /** Page "Get Agent Analytics Overview". Permission `view-livechat-manager`. Refuses paging parameters. */
  agentOverview(
    query: {
      metric: OverviewMetric;
      first: Temporal.PlainDate;
      last: Temporal.PlainDate;
      departmentId: string | null;
    },
    operation: Operation,
  ): Promise<z.output<ReturnType<typeof agentOverview>>['data']>;
  /** Page "Get Available Agent Information". Permission `manage-agent-extension-association`. Gone since 8.0. */
  availableAgents(
    query: { text: string | null; includeExtension: string | null; offset: number; count: number },
    operation: Operation,
  ): Promise<Slice<UserRow>>;
}

/** A client of one server. */
export function createRocketChatClient(
  config: RocketChatConfig,
  resources?: UpstreamResources,
): RocketChatClient {
  const options: UpstreamOptions = {
    vendor: 'ROCKET_CHAT',
    baseUrl: config.url,
    quota: { callsPerMinute: config.callsPerMinute, counted: 'by route' },
    headers: () => ({ 'X-Auth-Token': config.authToken, 'X-User-Id': config.userId }),
    errorFromResponse,
  };
  const { open, health } = createUpstream(options, resources);
  const sessions = perOperation<UpstreamSession>();

  const ServiceHistory = serviceHistory(config.timeZone);

  /** Until a server refuses it: 6.x and 7.0 know no paging of the history. */
  let pagesHistory = true;

  async function get<Schema extends z.ZodType>(
    route: string,
    schema: Schema,
    query: Readonly<Record<string, string | number | undefined>>,
    operation: Operation,
  ): Promise<z.output<Schema>> {
    const read = (json: unknown) => readAs(schema, json, 'ROCKET_CHAT', route);
    return sessions(operation, 'upstream', () => open(operation)).send({
      method: 'GET',
      route,
      path: `/api/v1/${route}`,
      query,
      read,
    });
  }

  return {
    health,

    async users({ text, offset, count }, operation) {
      const query = { text, sort: BY_USERNAME, offset, count };
      const { users, total } = await get('livechat/users/agent', UserList, query, operation);
      return { rows: users, total: total ?? null };
    },

    async serviceHistory({ days, fullReport, offset, count }, operation) {
      const query = {
        start: milliseconds(days.from),
        // The end's day is included, so the next day's first instant would be a day too many.
        end: milliseconds(days.to.subtract({ milliseconds: 1 })),
        fullReport: fullReport ? 'true' : undefined,
      };
      if (pagesHistory) {
        try {
          const { agents, total } = await get(
            HISTORY,
            ServiceHistory,
            { ...query, offset, count },
            operation,
          );
          return { rows: agents, total: total ?? null };
        } catch (error) {
          if (!(error instanceof UnknownParameterError)) throw error;
          pagesHistory = false;
        }
      }
      const { agents, total } = await get(HISTORY, ServiceHistory, query, operation);
      if (typeof total === 'number' && total > agents.length) {
        // By the next time the server may have been brought up to a version that does.
        pagesHistory = true;
        throw unpagedHistory(agents.length, total);
      }
      return { rows: agents.slice(offset, offset + count), total: agents.length };
    },

    async agentOverview({ metric, first, last, departmentId }, operation) {
      const { name, column = name } = METRICS[metric];
      const query = { name, from: String(first), to: String(last), departmentId: departmentId ?? undefined };
      try {
        return (await get(OVERVIEW, agentOverview([name, column]), query, operation)).data;
      } catch (error) {
        throw error instanceof RefusedRequestError && departmentId !== null ? refusedDepartment() : error;
      }
    },

    async availableAgents({ text, includeExtension, offset, count }, operation) {
      const query = {
        text: text ?? undefined,
        includeExtension: includeExtension ?? undefined,
        sort: BY_USERNAME,
        offset,
        count,
      };
      const { agents, total } = await get('omnichannel/agents/available', AvailableAgents, query, operation);
      return { rows: agents, total: total ?? null };
    },
  };
}

function refusedDepartment(): UpstreamError {
  const sentence = `the vendor refused the request (HTTP 400 from ${OVERVIEW}), perhaps for its departmentId.`;
  return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_UNSUPPORTED', sentence);
}

function unpagedHistory(listed: number, total: number): UpstreamError {
  const sentence = `this server lists only the first ${listed} of ${total} users of ${HISTORY}, as 6.x and 7.0 do.`;
  return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_UNSUPPORTED', sentence);
}

function milliseconds(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}
