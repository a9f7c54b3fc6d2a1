import type { Centre } from '../centre/model.ts';
import { createQuota, type Quota, type Quotas } from '../quotas.ts';
import type { Route, SandboxVendor } from '../route.ts';
import { type Account, agentStatusDetailsRoutes } from './agent-status-details.ts';
import { errorBody, Refusal, TOO_OFTEN } from './answers.ts';
import { type Client, isTokenOf } from './token.ts';

/** The account, and the client that may ask about it. */
export interface KoreAiOptions extends Account, Client {
  readonly quotas: Quotas;
}

/** For all of an account's calls together, whatever the endpoint and its version. */
const CALLS_A_MINUTE = 60;

/** Kore.ai's contact-centre analytics over a centre. */
export function koreAiSandbox(centre: Centre, options: KoreAiOptions): SandboxVendor {
  const quota = createQuota(options.quotas, CALLS_A_MINUTE, centre.now);
  return {
    routes: agentStatusDetailsRoutes(centre, options).map((route) => guarded(route, centre, options, quota)),
    notFound: { status: 404, body: errorBody(404, 'no such API') },
  };
}

/** The token stands alone in the header `auth`, without "Bearer". A wrong one spends nothing of the account's quota. */
function guarded(route: Route, centre: Centre, client: Client & Account, quota: Quota): Route {
  return {
    ...route,
    handle(request) {
      if (!isTokenOf(request.headers.auth ?? '', client, centre.now())) {
        return { status: 401, body: errorBody(401, 'missing or invalid token') };
      }
      if (quota(client.accountId)?.exceeded) return { status: 429, body: errorBody(429, TOO_OFTEN) };
      try {
        return route.handle(request);
      } catch (error) {
        if (error instanceof Refusal) return error.answer;
        throw error;
      }
    },
  };
}
