import { BadUserInputError, UpstreamError } from '../../domain/errors.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { Resolvers } from '../../generated/schema.ts';
import { readRange, readText } from '../../graphql/arguments.ts';
import { readWindow, toConnection } from '../../graphql/connection.ts';
import type { GatewayContext } from '../../graphql/context.ts';
import { Cursors } from '../../graphql/cursor.ts';
import { reportAll } from '../../graphql/reporting.ts';
import { placed, WALK_PLACE, walkWindow } from '../../graphql/walk-cursor.ts';
import type { OverviewMetric, RocketChatSession } from './session.ts';

/** The overview of one user over some days; each figure is asked for when selected. */
export interface RocketChatOverviewRecord {
  readonly username: string;
  readonly range: TimeRange;
  readonly departmentId: string | null;
}

/**
 * The resolvers of Rocket.Chat's types and fields. `sessionOf` gives Rocket.Chat during one operation, null where it is
 * not configured.
 */
export function resolvers(sessionOf: (context: GatewayContext) => RocketChatSession | null): Resolvers {
  function figure(metric: OverviewMetric) {
    return async (
      { username, range, departmentId }: RocketChatOverviewRecord,
      _args: unknown,
      context: GatewayContext,
    ) => {
      const figures = await sessionOf(context)?.overview(metric, range, departmentId);
      return figures?.get(username) ?? null;
    };
  }

  return {
    Query: {
      async agentsAvailableForExtension(_, args, context, info) {
        const session = sessionOf(context);
        const query = {
          extension: args.extension == null ? null : readText(args.extension, 'extension'),
          text: args.text == null ? null : readText(args.text, 'text'),
        };
        const list = `agentsAvailableForExtension ${JSON.stringify(query)}`;
        const cursors = new Cursors(context.sealer, list, WALK_PLACE);
        const window = readWindow(cursors, args);
        if (session === null)
          return { ...toConnection(cursors, window, [], false), unavailable: [], count: async () => 0 };
        const directory = session.availableForExtension(query);
        const page = await context.loaders.people.pageOf(directory, walkWindow(window));
        return {
          ...toConnection(cursors, window, page.people.map(placed), page.hasMore),
          unavailable: reportAll(context, info, page.problems),
          count: page.count,
        };
      },
    },

    RocketChatAccount: {
      email: ({ emails }) => emails[0] ?? null,
      username: ({ key }) => key,
      maxSimultaneousChats: ({ maxSimultaneousChats }) => orThrow(maxSimultaneousChats),

      async availability({ key }, args, context) {
        const session = sessionOf(context);
        const range = readRange(args.range, 'range');
        if (session === null) return null;
        const seconds = await session.availability(range);
        const availableSeconds = orThrow(seconds.get(key));
        if (availableSeconds === undefined) return null;
        const { from, to } = session.covers.availability(range);
        return { availableSeconds, coversFrom: from, coversTo: to };
      },

      overview: ({ key }, { range, departmentId }) => ({
        username: key,
        range: readRange(range, 'range'),
        departmentId: departmentId == null ? null : readDepartmentId(departmentId),
      }),
    },

    RocketChatOverview: {
      coversFrom: ({ range }, _, context) => sessionOf(context)?.covers.overview(range).from ?? range.from,
      coversTo: ({ range }, _, context) => sessionOf(context)?.covers.overview(range).to ?? range.to,
      conversationsPercent: figure('conversationsPercent'),
      messages: figure('messages'),
      averageChatDurationSeconds: figure('averageChatDurationSeconds'),
      averageFirstResponseSeconds: figure('averageFirstResponseSeconds'),
      bestFirstResponseSeconds: figure('bestFirstResponseSeconds'),
      averageResponseSeconds: figure('averageResponseSeconds'),
      averageReactionSeconds: figure('averageReactionSeconds'),
    },
  };
}

/** The vendor's value; the error that stands in its place is thrown, and so costs one field. */
function orThrow<Value>(value: Value | UpstreamError): Value {
  if (value instanceof UpstreamError) throw value;
  return value;
}

/** Rocket.Chat takes an empty id, and some words for none, for no choice and answers with figures of all departments. */
function readDepartmentId(id: string): string {
  if (id.trim() === id && !/^(undefined|null)?$/i.test(id)) return id;
  throw new BadUserInputError(
    'departmentId must be the id of a department, without blanks around it; leave it out for all departments.',
  );
}
