import type { z } from 'zod';
import type { Operation } from '../../domain/operation.ts';
import type { UpstreamOptions } from '../../upstream/request.ts';
import { readAs } from '../../upstream/response/read.ts';
import { createUpstream, type UpstreamResources, type UpstreamSession } from '../../upstream/upstream.ts';
import type { LiveChatConfig, LiveChatCredential } from './config.ts';
import { errorFromResponse, MisdirectedError } from './errors.ts';
import { lifecycleWarning } from './lifecycle.ts';
import * as wire from './wire.ts';

/** LiveChat's endpoints, each a POST with JSON, as one operation asks them. */
export type LiveChatClient = ReturnType<ReturnType<typeof connectLicense>['open']>;

/** The way to one account. */
export function connectLicense(config: LiveChatConfig, resources?: UpstreamResources) {
  let region: string | null = null;
  let warning: string | null = null;

  const options: UpstreamOptions = {
    vendor: 'LIVECHAT',
    baseUrl: config.url,
    quota: { callsPerMinute: config.callsPerMinute, counted: 'together' },
    headers: () => ({ authorization: authorization(config.credential) }),
    observe(answer) {
      const sentence = lifecycleWarning(answer.headers, config.apiVersion);
      if (sentence !== null && sentence !== warning) console.warn(sentence);
      warning = sentence ?? warning;
    },
    errorFromResponse,
  };
  const upstream = createUpstream(options, resources);

  async function post<Answer extends z.ZodType>(
    session: UpstreamSession,
    route: string,
    body: object,
    answer: Answer,
  ): Promise<z.output<Answer>> {
    const path = `/v${config.apiVersion}/${route}`;
    const read = (json: unknown) => readAs(answer, json, 'LIVECHAT', route);
    const send = (asked: string | null) => {
      const headers = asked === null ? {} : { 'x-region': asked };
      return session.send({ method: 'POST', route, path, body, headers, read });
    };
    const asked = region;
    try {
      return await send(asked);
    } catch (error) {
      // The region that holds the account's data is followed to once for a request, and from then on at once.
      if (!(error instanceof MisdirectedError) || error.region === asked) throw error;
      region = error.region;
      return send(region);
    }
  }

  return {
    health: upstream.health,
    /** What the vendor has said of the age of the version that is spoken. */
    warnings: () => (warning === null ? [] : [warning]),
    open(operation: Operation) {
      const session = upstream.open(operation);
      return {
        /** Reports API: the report at this path below `reports/`. */
        report: <Answer extends z.ZodType>(path: string, body: object, answer: Answer) =>
          post(session, `reports/${path}`, body, answer),
        /** Configuration API, "List Agents": all agents at once, without pages. */
        listAgents: () => post(session, 'configuration/action/list_agents', {}, wire.agentsAnswer),
        /** Agent Chat API, "List Routing Statuses": all agents at once, without pages. */
        listRoutingStatuses: () =>
          post(session, 'agent/action/list_routing_statuses', {}, wire.routingStatusesAnswer),
      };
    },
  };
}

/** A personal access token is accepted as Basic only (LiveChat's "Authorizing API calls", "Personal Access Tokens"). */
function authorization(credential: LiveChatCredential): string {
  if (credential.kind === 'access token') return `Bearer ${credential.accessToken}`;
  const pair = `${credential.accountId}:${credential.personalAccessToken}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
