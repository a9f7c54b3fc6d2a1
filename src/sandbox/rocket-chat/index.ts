import type { Centre } from '../centre/model.ts';
import type { Route, SandboxRequest, SandboxVendor } from '../route.ts';
import { agentOverviewRoute } from './agent-overview.ts';
import { agentListRoute, agentRoute } from './agents.ts';
import { Refusal, unauthenticated, unknownEndpoint } from './answers.ts';
import { availableForExtensionRoute } from './available.ts';
import { historyRoute } from './history.ts';

/** How the server is set up, and who may call it. */
export interface RocketChatOptions {
  readonly userId: string;
  readonly authToken: string;
  /** The zone of the server process, whose midnights cut sessions; UTC unless told. */
  readonly timeZone?: string;
  /** The zone of reports, `Default_Timezone_For_Reporting`; the server's unless told. */
  readonly reportTimeZone?: string;
}

/** Rocket.Chat's omnichannel endpoints over a centre. */
export function rocketChatSandbox(centre: Centre, options: RocketChatOptions): SandboxVendor {
  const { timeZone = 'UTC', reportTimeZone = timeZone } = options;
  const routes = [
    agentListRoute(centre),
    agentRoute(centre),
    historyRoute(centre, timeZone),
    agentOverviewRoute(centre, reportTimeZone),
    availableForExtensionRoute(centre),
  ];
  return { routes: routes.map((route) => guarded(route, options)), notFound: unknownEndpoint };
}

/** Nobody learns anything of a request, not even its faults, before the credentials are right. */
function guarded(route: Route, options: RocketChatOptions): Route {
  return {
    ...route,
    handle(request) {
      if (!isLoggedIn(request, options)) return unauthenticated;
      try {
        return route.handle(request);
      } catch (error) {
        if (error instanceof Refusal) return error.answer;
        throw error;
      }
    },
  };
}

const isLoggedIn = ({ headers }: SandboxRequest, { userId, authToken }: RocketChatOptions) =>
  headers['x-user-id'] === userId && headers['x-auth-token'] === authToken;
