import type { z } from 'zod';
import { UpstreamError } from '../../domain/errors.ts';
import type { Operation } from '../../domain/operation.ts';
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

/** One Rocket.Chat server. */
export interface RocketChatServer extends Pick<Upstream, 'health'> {
  open(operation: Operation): RocketChatClient;
}

/** The endpoints of Rocket.Chat that deskgraph reads, each a function, as one operation asks them. */
export interface RocketChatClient {
  /** Page "Get a list of agents": `livechat/users/agent`. Permission `transfer-livechat-guest` or `edit-omnichannel-contact`. */
  users(query: { text?: string; offset: number; count: number }): Promise<Slice<UserRow>>;
  /** Page "Get History of Agents Available for Service". Permission `view-livechat-manager`, and a licence. */
  serviceHistory(query: {
    days: TimeRange;
    fullReport: boolean;
    offset: number;
    count: number;
  }): Promise<Slice<HistoryRow>>;
  /** Page "Get Agent Analytics Overview". Permission `view-livechat-manager`. Refuses paging parameters. */
  agentOverview(query: {
    metric: OverviewMetric;
    first: Temporal.PlainDate;
    last: Temporal.PlainDate;
    departmentId: string | null;
  }): Promise<z.output<ReturnType<typeof agentOverview>>['data']>;
  /** Page "Get Available Agent Information". Permission `manage-agent-extension-association`. Gone since 8.0. */
  availableAgents(query: {
    text: string | null;
    includeExtension: string | null;
    offset: number;
    count: number;
  }): Promise<Slice<UserRow>>;
  /** The same without older answers: neither the operation's own nor those of earlier ones serve. */
  bypassingCache(): RocketChatClient;
}

/** The way to one server. */
export function connectServer(config: RocketChatConfig, resources?: UpstreamResources): RocketChatServer {
  const options: UpstreamOptions = {
    vendor: 'ROCKET_CHAT',
    baseUrl: config.url,
    quota: { callsPerMinute: config.callsPerMinute, counted: 'by route' },
    headers: () => ({ 'X-Auth-Token': config.authToken, 'X-User-Id': config.userId }),
    errorFromResponse,
  };
  const upstream = createUpstream(options, resources);
  const history = { schema: serviceHistory(config.timeZone), isPaged: true };
  return {
    health: upstream.health,
    open: (operation) => clientOver(upstream.open(operation), history),
  };
}

/** How a server's history is read. It outlives operations. */
interface HistoryForm {
  readonly schema: ReturnType<typeof serviceHistory>;
  /** Until a server refuses it: 6.x and 7.0 know no paging of the history. */
  isPaged: boolean;
}

function clientOver(session: UpstreamSession, history: HistoryForm): RocketChatClient {
  async function get<Schema extends z.ZodType>(
    route: string,
    schema: Schema,
    query: Readonly<Record<string, string | number | undefined>>,
  ): Promise<z.output<Schema>> {
    const read = (json: unknown) => readAs(schema, json, 'ROCKET_CHAT', route);
    return session.send({ method: 'GET', route, path: `/api/v1/${route}`, query, read });
  }

  return {
    async users({ text, offset, count }) {
      const query = { text, sort: BY_USERNAME, offset, count };
      const { users, total } = await get('livechat/users/agent', UserList, query);
      return { rows: users, total: total ?? null };
    },

    async serviceHistory({ days, fullReport, offset, count }) {
      const query = {
        start: milliseconds(days.from),
        // The end's day is included, so the next day's first instant would be a day too many.
        end: milliseconds(days.to.subtract({ milliseconds: 1 })),
        fullReport: fullReport ? 'true' : undefined,
      };
      if (history.isPaged) {
        try {
          const { agents, total } = await get(HISTORY, history.schema, { ...query, offset, count });
          return { rows: agents, total: total ?? null };
        } catch (error) {
          if (!(error instanceof UnknownParameterError)) throw error;
          history.isPaged = false;
        }
      }
      const { agents, total } = await get(HISTORY, history.schema, query);
      if (typeof total === 'number' && total > agents.length) {
        // By the next time the server may have been brought up to a version that does.
        history.isPaged = true;
        throw unpagedHistory(agents.length, total);
      }
      return { rows: agents.slice(offset, offset + count), total: agents.length };
    },

    async agentOverview({ metric, first, last, departmentId }) {
      const { name, column = name } = METRICS[metric];
      const query = { name, from: String(first), to: String(last), departmentId: departmentId ?? undefined };
      try {
        return (await get(OVERVIEW, agentOverview([name, column]), query)).data;
      } catch (error) {
        throw error instanceof RefusedRequestError && departmentId !== null ? refusedDepartment() : error;
      }
    },

    async availableAgents({ text, includeExtension, offset, count }) {
      const query = {
        text: text ?? undefined,
        includeExtension: includeExtension ?? undefined,
        sort: BY_USERNAME,
        offset,
        count,
      };
      const { agents, total } = await get('omnichannel/agents/available', AvailableAgents, query);
      return { rows: agents, total: total ?? null };
    },

    bypassingCache: () => clientOver(session.bypassingCache(), history),
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
