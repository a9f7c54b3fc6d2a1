import { createQuota, type Quotas, type Spending } from '../quotas.ts';
import type { Route, SandboxAnswer, SandboxRequest } from '../vendor.ts';
import {
  invalidParams,
  Refusal,
  tooManyRequests,
  unauthenticated,
  unlicensed,
  unpermitted,
} from './answers.ts';
import type { Endpoint, Handler } from './endpoint.ts';
import { complaintAbout } from './params.ts';
import type { RocketChatPermission } from './permissions.ts';
import type { CheckName, RocketChatFeatures } from './versions.ts';

/** Who may call the server, and what it and its caller are allowed. */
export interface Policy {
  readonly userId: string;
  readonly authToken: string;
  readonly rocketChatPermissions: readonly RocketChatPermission[];
  readonly rocketChatLicence: boolean;
  readonly quotas: Quotas;
}

/** Puts a check of an endpoint before what follows. */
type Check = (endpoint: Endpoint, next: Handler) => Handler;

/** By the settings that a server has out of the box, for each route and method. */
const CALLS_A_MINUTE = 10;

/**
 * Makes routes of endpoints, guarded by all checks in the version's order. Whatever refuses first hides what comes
 * later, and what comes before the quota spends nothing of it.
 */
export function guardedRoutes(
  endpoints: readonly Endpoint[],
  policy: Policy,
  features: RocketChatFeatures,
  now: () => number,
): Route[] {
  const checks = checksOf(policy, features, now);
  return endpoints.map((endpoint) => ({
    method: 'GET',
    pattern: endpoint.pattern,
    handle: features.checks.reduceRight(
      (next, name) => checks[name](endpoint, next),
      refusing(endpoint.handle),
    ),
  }));
}

function checksOf(
  policy: Policy,
  { loginErrorHasSuccess, chainedParamErrors }: RocketChatFeatures,
  now: () => number,
): Readonly<Record<CheckName, Check>> {
  const quota = createQuota(policy.quotas, CALLS_A_MINUTE, now);
  const mayEnter = ({ permission }: Endpoint) =>
    permission === undefined || policy.rocketChatPermissions.includes(permission);
  return {
    login: unless((_, request) =>
      isLoggedIn(request, policy) ? null : unauthenticated(loginErrorHasSuccess),
    ),
    permission: unless((endpoint) => (mayEnter(endpoint) ? null : unpermitted)),
    licence: unless(({ licensed = false }) => (licensed && !policy.rocketChatLicence ? unlicensed : null)),
    params: unless(({ params }, { query }) => {
      const complaint = params === undefined ? null : complaintAbout(query, params);
      return complaint === null ? null : invalidParams(complaint, chainedParamErrors);
    }),
    quota: ({ pattern }, next) => limited(next, () => quota(`GET ${pattern}`)),
  };
}

/** A check that answers in place of what follows wherever it has something against the request. */
const unless =
  (objection: (endpoint: Endpoint, request: SandboxRequest) => SandboxAnswer | null): Check =>
  (endpoint, next) =>
  (request) =>
    objection(endpoint, request) ?? next(request);

/** Every call that gets as far as the quota is told what is left of it. */
const limited =
  (next: Handler, spend: () => Spending | null): Handler =>
  (request) => {
    const spending = spend();
    if (spending === null) return next(request);
    const { exceeded, waitSeconds } = spending;
    const answer = exceeded ? tooManyRequests(waitSeconds) : next(request);
    return { ...answer, headers: { ...answer.headers, ...headersFor(spending) } };
  };

const headersFor = ({ limit, remaining, resetAt }: Spending): NonNullable<SandboxAnswer['headers']> => ({
  'X-RateLimit-Limit': String(limit),
  'X-RateLimit-Remaining': String(remaining),
  'X-RateLimit-Reset': String(resetAt),
});

/** Answers with a refusal wherever one is thrown. */
const refusing =
  (handle: Handler): Handler =>
  (request) => {
    try {
      return handle(request);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  };

const isLoggedIn = ({ headers }: SandboxRequest, { userId, authToken }: Policy) =>
  headers['x-user-id'] === userId && headers['x-auth-token'] === authToken;
