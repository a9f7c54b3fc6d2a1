import type { Centre } from '../centre/model.ts';
import { createQuota, type Quota, type Quotas, type Spending } from '../quotas.ts';
import type { Route, SandboxAnswer, SandboxRequest, SandboxVendor } from '../route.ts';
import { agentOverviewRoute } from './agent-overview.ts';
import { agentListRoute, agentRoute } from './agents.ts';
import { Refusal, tooManyRequests, unauthenticated, unknownEndpoint } from './answers.ts';
import { availableForExtensionRoute } from './available.ts';
import { historyRoute } from './history.ts';
import { featuresOf, type RocketChatVersion } from './versions.ts';

/** How the server is set up, and who may call it. */
export interface RocketChatOptions {
  readonly userId: string;
  readonly authToken: string;
  /** The zone of the server process, whose midnights cut sessions; UTC unless told. */
  readonly timeZone?: string;
  /** The zone of reports, `Default_Timezone_For_Reporting`; the server's unless told. */
  readonly reportTimeZone?: string;
  readonly version: RocketChatVersion;
  readonly quotas: Quotas;
}

/** By the settings that a server has out of the box, for each route and method. */
const CALLS_A_MINUTE = 10;

/** Rocket.Chat's omnichannel endpoints over a centre. */
export function rocketChatSandbox(centre: Centre, options: RocketChatOptions): SandboxVendor {
  const { timeZone = 'UTC', reportTimeZone = timeZone } = options;
  const features = featuresOf(options.version);
  const quota = createQuota(options.quotas, CALLS_A_MINUTE, centre.now);
  const routes = [
    agentListRoute(centre),
    agentRoute(centre),
    historyRoute(centre, timeZone, features.pagedHistory),
    agentOverviewRoute(centre, reportTimeZone),
    ...(features.availableForExtension ? [availableForExtensionRoute(centre)] : []),
  ];
  return {
    routes: routes.map((route) => guarded(limited(refusing(route), quota), options)),
    notFound: unknownEndpoint,
  };
}

/** Nobody learns anything of a request, not even its faults, and nothing is spent, before the credentials are right. */
const guarded = (route: Route, options: RocketChatOptions): Route => ({
  ...route,
  handle: (request) => (isLoggedIn(request, options) ? route.handle(request) : unauthenticated),
});

/** A call with faulty parameters is spent like any other, and every limited answer tells what is left. */
function limited(route: Route, quota: Quota): Route {
  const bucket = `${route.method} ${route.pattern}`;
  return {
    ...route,
    handle(request) {
      const spending = quota(bucket);
      if (spending === null) return route.handle(request);
      const { exceeded, waitSeconds } = spending;
      const answer = exceeded ? tooManyRequests(waitSeconds) : route.handle(request);
      return { ...answer, headers: { ...answer.headers, ...headersFor(spending) } };
    },
  };
}

const headersFor = ({ limit, remaining, resetAt }: Spending): NonNullable<SandboxAnswer['headers']> => ({
  'X-RateLimit-Limit': String(limit),
  'X-RateLimit-Remaining': String(remaining),
  'X-RateLimit-Reset': String(resetAt),
});

/** Answers with a refusal wherever one is thrown. */
const refusing = (route: Route): Route => ({
  ...route,
  handle(request) {
    try {
      return route.handle(request);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  },
});

const isLoggedIn = ({ headers }: SandboxRequest, { userId, authToken }: RocketChatOptions) =>
  headers['x-user-id'] === userId && headers['x-auth-token'] === authToken;
