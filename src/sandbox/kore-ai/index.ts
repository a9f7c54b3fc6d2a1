import type { Centre } from '../centre/model.ts';
import type { Route, SandboxVendor } from '../route.ts';
import { type Account, agentStatusDetailsRoutes } from './agent-status-details.ts';
import { errorBody, Refusal } from './answers.ts';
import { type Client, isTokenOf } from './token.ts';

/** The account, and the client that may ask about it. */
export interface KoreAiOptions extends Account, Client {}

/** Kore.ai's contact-centre analytics over a centre. */
export function koreAiSandbox(centre: Centre, options: KoreAiOptions): SandboxVendor {
  return {
    routes: agentStatusDetailsRoutes(centre, options).map((route) => guarded(route, centre, options)),
    notFound: { status: 404, body: errorBody(404, 'no such API') },
  };
}

/** The token stands alone in the header `auth`, without "Bearer". */
function guarded(route: Route, centre: Centre, client: Client): Route {
  return {
    ...route,
    handle(request) {
      if (!isTokenOf(request.headers.auth ?? '', client, centre.now())) {
        return { status: 401, body: errorBody(401, 'missing or invalid token') };
      }
      try {
        return route.handle(request);
      } catch (error) {
        if (error instanceof Refusal) return error.answer;
        throw error;
      }
    },
  };
}
