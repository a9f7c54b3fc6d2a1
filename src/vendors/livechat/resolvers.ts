import { comparableAddress } from '../../domain/account.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type * as schema from '../../generated/schema.ts';
import { readRange } from '../../graphql/arguments.ts';
import type { PageArguments } from '../../graphql/connection.ts';
import type { GatewayContext } from '../../graphql/context.ts';
import { Cursors } from '../../graphql/cursor.ts';
import type { VendorResolvers } from '../../graphql/schema.ts';
import { liveChatAccountByKey } from './account.ts';
import { type ChatReportRecord, chatReport } from './chat-report.ts';
import { checkIds } from './filters/groups.ts';
import type { ChatFilter } from './filters/index.ts';
import { agentPerformance } from './reports/agent-performance.ts';
import { availability } from './reports/availability.ts';
import { REPORTS } from './reports/index.ts';
import { ranking } from './reports/ranking.ts';
import { checkRequest, type Report, type ReportRequest } from './reports/report.ts';
import type { LiveChatSession } from './session.ts';

/** The types that LiveChat alone fills. `session` is LiveChat during one operation, null where it is not configured. */
export function resolvers(
  session: (context: GatewayContext) => Pick<LiveChatSession, 'report'> | null,
): VendorResolvers {
  /** A report gives an agent's id and nothing else; the rest is asked for when it is selected. */
  const agentOf = ({ agentKey }: { readonly agentKey: string }, _: unknown, { loaders }: GatewayContext) =>
    loaders.people.reference(liveChatAccountByKey(agentKey));

  const Query: schema.QueryResolvers = { chatReport: (_, args, context) => chatReport(args, context) };

  const ChatReport: schema.ChatReportResolvers = {
    vendor: () => 'LIVECHAT',
    from: ({ covers }) => covers.from,
    to: ({ covers }) => covers.to,
    timeZone: ({ request }) => request.timeZone,
    distribution: ({ request }) => request.distribution,
  };

  const LiveChatAccount: schema.LiveChatAccountResolvers = {
    email: ({ emails }) => emails[0] ?? null,

    async performance({ key }, args, context) {
      const request = accountRequest(args, groupsOnly(args.groups), context);
      const report = await session(context)?.report(agentPerformance, request);
      return report?.rows.get(comparableAddress(key)) ?? null;
    },

    async ranking({ key }, args, context) {
      const request = accountRequest(args, groupsOnly(args.groups), context);
      const report = await session(context)?.report(ranking, request);
      return report?.rows.get(comparableAddress(key)) ?? null;
    },

    async availability({ key }, args, context) {
      const request = accountRequest(args, { agents: { values: [key] } }, context);
      checkRequest(availability, request);
      return (await session(context)?.report(availability, request)) ?? null;
    },
  };

  function fieldOf(report: Report<unknown>) {
    return async (
      { request, asked }: ChatReportRecord,
      args: PageArguments,
      context: GatewayContext,
    ): Promise<unknown> => {
      checkRequest(report, request);
      const liveChat = session(context);
      if (report.list === undefined) return (await liveChat?.report(report, request)) ?? null;
      return report.list(
        {
          cursors: (place) => new Cursors(context.sealer, `${report.field} ${asked}`, place),
          ask: liveChat === null ? null : (page) => liveChat.report(report, { ...request, page }),
        },
        args,
      );
    };
  }

  const reports = Object.values(REPORTS).map((report) => [report.field, fieldOf(report)] as const);
  return {
    Query,
    ChatReport: { ...ChatReport, ...Object.fromEntries(reports) },
    LiveChatAccount,
    AgentPerformance: { agent: agentOf },
    AgentRanking: { agent: agentOf },
  };
}

/** What a report is asked on behalf of one account. */
function accountRequest(
  args: {
    readonly range: schema.TimeRange;
    readonly timeZone?: string | null | undefined;
    readonly distribution?: schema.Distribution;
  },
  filter: ChatFilter,
  context: GatewayContext,
): ReportRequest {
  return {
    range: readRange(args.range, 'range'),
    timeZone: args.timeZone ?? context.timeZone,
    distribution: args.distribution ?? 'DAY',
    filter,
  };
}

function groupsOnly(groups: readonly string[] | null | undefined): ChatFilter {
  if (groups?.length === 0)
    throw new BadUserInputError('groups must name at least one group, or be left out.');
  checkIds('groups', groups);
  return groups == null ? {} : { groups: { values: groups } };
}
