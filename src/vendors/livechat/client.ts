import type { z } from 'zod';
import type { Operation } from '../../domain/operation.ts';
import { perOperation } from '../../domain/per-operation.ts';
import type { UpstreamOptions } from '../../upstream/request.ts';
import { readAs } from '../../upstream/response/read.ts';
import { createUpstream, type UpstreamResources, type UpstreamSession } from '../../upstream/upstream.ts';
import type { LiveChatConfig, LiveChatCredential } from './config.ts';
import { errorFromResponse, MisdirectedError } from './errors.ts';
import { lifecycleWarning } from './lifecycle.ts';
import type { ReportBody } from './requests.ts';
import * as wire from './wire.ts';

/** LiveChat's endpoints, each a POST with JSON; the sections are those of the Reports API's page. */
export type LiveChatClient = ReturnType<typeof createLiveChatClient>;

/** The client for one account. */
export function createLiveChatClient(config: LiveChatConfig, resources?: UpstreamResources) {
  let region: string | null = null;
  let warning: string | null = null;

  const options: UpstreamOptions = {
    vendor: 'LIVECHAT',
    baseUrl: config.url,
    quota: { callsPerMinute: config.callsPerMinute, counted: 'together' },
    headers: () => ({ authorization: authorization(config.credential) }),
    observe(answer) {
      const told = lifecycleWarning(answer.headers, config.apiVersion);
      if (told !== null && told !== warning) console.warn(told);
      warning = told ?? warning;
    },
    errorFromResponse,
  };
  const upstream = createUpstream(options, resources);
  const sessions = perOperation<UpstreamSession>();

  async function post<Answer extends z.ZodType>(
    route: string,
    body: object,
    answer: Answer,
    operation: Operation,
  ): Promise<z.output<Answer>> {
    const path = `/v${config.apiVersion}/${route}`;
    const read = (json: unknown) => readAs(answer, json, 'LIVECHAT', route);
    const send = (asked: string | null) => {
      const headers = asked === null ? {} : { 'x-region': asked };
      const session = sessions(operation, 'upstream', () => upstream.open(operation));
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

  function report<Answer extends z.ZodType>(path: string, answer: Answer) {
    return (body: ReportBody, operation: Operation) => post(`reports/${path}`, body, answer, operation);
  }

  return {
    health: upstream.health,
    /** What the vendor has said of the age of the version that is spoken. */
    warnings: () => (warning === null ? [] : [warning]),
    /** Chats, "Duration". */
    duration: report('chats/duration', wire.durationAnswer),
    /** Chats, "Tags". */
    tags: report('chats/tags', wire.tagsAnswer),
    /** Chats, "Total Chats". */
    totalChats: report('chats/total_chats', wire.totalChatsAnswer),
    /** Chats, "Ratings". */
    ratings: report('chats/ratings', wire.ratingsAnswer),
    /** Chats, "Ranking". */
    ranking: report('chats/ranking', wire.rankingAnswer),
    /** Chats, "Engagement". */
    engagement: report('chats/engagement', wire.engagementAnswer),
    /** Chats, "Greetings Conversion". */
    greetingsConversion: report('chats/greetings_conversion', wire.greetingsConversionAnswer),
    /** Chats, "Surveys"; 3.4 only. */
    surveys: report('chats/surveys', wire.surveysAnswer),
    /** Chats, "Forms", which takes the place of "Surveys" from 3.5 on. */
    forms: report('chats/forms', wire.formsAnswer),
    /** Chats, "Response Time". */
    responseTime: report('chats/response_time', wire.responseTimeAnswer),
    /** Chats, "First Response Time". */
    firstResponseTime: report('chats/first_response_time', wire.firstResponseTimeAnswer),
    /** Chats, "Groups"; from 3.6 on. */
    groups: report('chats/groups', wire.groupsAnswer),
    /** Chats, "Queued Customers"; from 3.6 on. */
    queuedVisitors: report('chats/queued_visitors', wire.queuedVisitorsAnswer),
    /** Chats, "Queued Customers Left"; from 3.6 on. */
    queuedVisitorsLeft: report('chats/queued_visitors_left', wire.queuedVisitorsLeftAnswer),
    /**
     * Customers, "Unique visitors"; from 3.6 on. LiveChat's own Python SDK uses this path; the request in
     * the page's sample has `stats/unique_visitors`.
     */
    uniqueVisitors: report('customers/unique_visitors', wire.uniqueVisitorsAnswer),
    /** Tags, "Chat Usage"; from 3.5 on. */
    tagUsage: report('tags/chat_usage', wire.tagUsageAnswer),
    /** Agents, "Availability". */
    availability: report('agents/availability', wire.availabilityAnswer),
    /** Agents, "Performance". */
    performance: report('agents/performance', wire.performanceAnswer),
    /** Configuration API, "List Agents": everybody at once, without pages. */
    listAgents: (operation: Operation) =>
      post('configuration/action/list_agents', {}, wire.agentsAnswer, operation),
    /** Agent Chat API, "List Routing Statuses": everybody at once, without pages. */
    listRoutingStatuses: (operation: Operation) =>
      post('agent/action/list_routing_statuses', {}, wire.routingStatusesAnswer, operation),
  };
}

/** A personal access token is accepted as Basic only (LiveChat's "Authorizing API calls", "Personal Access Tokens"). */
function authorization(credential: LiveChatCredential): string {
  if (credential.kind === 'access token') return `Bearer ${credential.accessToken}`;
  const pair = `${credential.accountId}:${credential.personalAccessToken}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
