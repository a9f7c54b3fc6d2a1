import type { Imitation, Route, SandboxAnswer, SandboxRequest } from '../vendor.ts';
import { readAgentFilters } from './agent-filters.ts';
import { acceptedAuthorizations, type Credentials } from './auth.ts';
import { readChatFilters } from './chat-filters.ts';
import { directoryOf } from './directory.ts';
import { errorAnswer, ValidationError } from './errors.ts';
import { listAgents } from './list-agents.ts';
import { listRoutingStatuses } from './list-routing-statuses.ts';
import type { LiveChatCentre } from './model.ts';
import type { LiveChatOptions } from './options.ts';
import {
  AGENT_DISTRIBUTIONS,
  CHAT_DISTRIBUTIONS,
  checkKeys,
  type Parameters,
  readParameters,
} from './parameters.ts';
import { fromQueryString } from './query-string.ts';
import type { ReportContext } from './reports/report.ts';
import { AGENT_REPORTS, CHAT_REPORTS, CUSTOMER_REPORTS, type Report, TAG_REPORTS } from './reports/table.ts';
import { LIVECHAT_SCOPES, type LiveChatScope } from './scopes.ts';
import { LIFECYCLE_HEADERS, readVersion, type Version } from './versions.ts';

/** The account that is imitated. */
export interface Account extends Credentials, LiveChatOptions {
  /** The zone of the token's owner, UTC where left out; null where LiveChat could not load it. */
  readonly agentTimeZone?: string | null;
}

type Handler = (raw: unknown, version: Version) => unknown;

/** Who may call a method, and in which versions it exists. */
interface Entrance {
  readonly authorizations: ReadonlySet<string>;
  /** Whether the tokens have the method's scope. */
  readonly inScope: boolean;
  /** Every version where left out. */
  readonly versions: readonly Version[] | undefined;
}

const NOT_FOUND = errorAnswer('not_found', 'Not found');
const REPORT_METHODS = ['POST', 'GET'] as const;

/** An imitation of LiveChat's Reports API, and of the calls that list the agents and who of them takes chats now. */
export function liveChatImitation(centre: LiveChatCentre, account: Account): Imitation {
  const directory = directoryOf(centre);
  const authorizations = acceptedAuthorizations(account);
  const { liveChatScopes: scopes = LIVECHAT_SCOPES, agentTimeZone = 'UTC' } = account;

  const chatParameters = (raw: unknown, version: Version, paged?: boolean) =>
    readParameters(raw, {
      distributions: CHAT_DISTRIBUTIONS,
      now: centre.now(),
      agentTimeZone,
      paged,
      readFilters: (filters) => readChatFilters(filters, version, directory),
    });
  const fewerParameters =
    (parameters: readonly string[], filters: readonly string[]) => (raw: unknown, version: Version) => {
      checkKeys(raw, parameters, filters);
      return chatParameters(raw, version);
    };
  const agentParameters = (raw: unknown) =>
    readParameters(raw, {
      distributions: AGENT_DISTRIBUTIONS,
      now: centre.now(),
      agentTimeZone,
      readFilters: readAgentFilters,
    });

  function reportRoutes<Filters>(
    family: string,
    reports: Readonly<Record<string, Report<ReportContext<Filters>>>>,
    read: (raw: unknown, version: Version, paged?: boolean) => Parameters<Filters>,
  ): readonly Route[] {
    return Object.entries(reports).flatMap(([action, report]) => {
      const handler: Handler = (raw, version) => {
        const parameters = read(raw, version, report.paged);
        const answer = report.answer({ centre, directory, parameters });
        return { name: report.name, request: parameters.request, ...answer };
      };
      return REPORT_METHODS.map((method) =>
        route(method, `reports/${family}/${action}`, 'reports_read', handler, report.versions),
      );
    });
  }

  function route(
    method: Route['method'],
    path: string,
    scope: LiveChatScope,
    handler: Handler,
    versions?: readonly Version[],
  ): Route {
    const entrance = { authorizations, inScope: scopes.includes(scope), versions };
    return {
      method,
      pattern: `/:version/${path}`,
      handle: (request) => answerTo(request, handler, entrance),
    };
  }

  return {
    routes: [
      ...reportRoutes('chats', CHAT_REPORTS, chatParameters),
      ...reportRoutes('agents', AGENT_REPORTS, agentParameters),
      ...reportRoutes('customers', CUSTOMER_REPORTS, fewerParameters(['filters'], ['from', 'to'])),
      ...reportRoutes(
        'tags',
        TAG_REPORTS,
        fewerParameters(['timezone', 'filters'], ['from', 'to', 'groups']),
      ),
      route('POST', 'configuration/action/list_agents', 'agents--all:ro', (raw) =>
        listAgents(raw, centre, directory),
      ),
      route('POST', 'agent/action/list_routing_statuses', 'agents--all:ro', (raw) =>
        listRoutingStatuses(raw, centre, directory),
      ),
    ],
    notFound: NOT_FOUND,
  };
}

function answerTo(
  request: SandboxRequest,
  handler: Handler,
  { authorizations, inScope, versions }: Entrance,
): SandboxAnswer {
  const version = readVersion(request.params.version);
  if (version === undefined) return errorAnswer('unsupported_version', 'Unsupported version');
  if (versions !== undefined && !versions.includes(version)) return NOT_FOUND;
  if (!authorizations.has(request.headers.authorization ?? '')) {
    return errorAnswer('authentication', 'Invalid access token');
  }
  if (!inScope) return errorAnswer('authorization', 'User is not allowed to perform the action');
  try {
    return { status: 200, body: handler(rawInput(request), version), headers: LIFECYCLE_HEADERS[version] };
  } catch (error) {
    if (error instanceof ValidationError) return errorAnswer('validation', error.message);
    throw error;
  }
}

function rawInput(request: SandboxRequest): unknown {
  if (request.method === 'GET') return fromQueryString(request.query);
  const body = request.body ?? {};
  if (request.malformed || typeof body !== 'object' || Array.isArray(body)) {
    throw new ValidationError('Wrong format of request');
  }
  return body;
}
