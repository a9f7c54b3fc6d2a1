import type { Centre } from '../centre/model.ts';
import { createQuota, type Quota } from '../quotas.ts';
import type { Imitation, Route, Surroundings } from '../vendor.ts';
import { type Account, agentStatusDetailsRoutes } from './agent-status-details.ts';
import { errorBody, Refusal, TOO_OFTEN } from './answers.ts';
import { type Client, isTokenOf } from './token.ts';
import { agentsOf } from './users.ts';

/** For all of an account's calls together, whatever the endpoint and its version. */
const CALLS_A_MINUTE = 60;

/** Kore.ai's contact-centre analytics over a centre. */
export function koreAiImitation(
  { centre, random, quotas }: Surroundings,
  account: Account & Client,
): Imitation {
  const quota = createQuota(quotas, CALLS_A_MINUTE, centre.now);
  const routes = agentStatusDetailsRoutes(centre, agentsOf(centre, random), account);
  return {
    routes: routes.map((route) => guarded(route, centre, account, quota)),
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
