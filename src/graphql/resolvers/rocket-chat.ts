import { BadUserInputError, UpstreamError } from '../../domain/errors.ts';
import type { OverviewMetric } from '../../domain/ports.ts';
import type { RocketChatAccountResolvers, RocketChatOverviewResolvers } from '../../generated/schema.ts';
import { readRange } from '../arguments.ts';
import type { GatewayContext } from '../context.ts';
import type { RocketChatOverviewRecord } from '../records.ts';

export const RocketChatAccount: RocketChatAccountResolvers = {
  email: ({ emails }) => emails[0] ?? null,
  username: ({ key }) => key,
  maxSimultaneousChats: ({ maxSimultaneousChats }) => orThrow(maxSimultaneousChats),

  async availability({ key }, args, { loaders: { rocketChat } }) {
    const range = readRange(args.range, 'range');
    const availableSeconds = orThrow((await rocketChat?.availability(range))?.get(key));
    if (rocketChat === undefined || availableSeconds === undefined) return null;
    const { from, to } = rocketChat.covers.availability(range);
    return { availableSeconds, coversFrom: from, coversTo: to };
  },

  overview: ({ key }, { range, departmentId }) => ({
    username: key,
    range: readRange(range, 'range'),
    departmentId: departmentId == null ? null : readDepartmentId(departmentId),
  }),
};

/** What the vendor tells; the error that stands in its place is thrown, and so costs one field. */
function orThrow<Value>(told: Value | UpstreamError): Value {
  if (told instanceof UpstreamError) throw told;
  return told;
}

/** Rocket.Chat takes an empty id, and some words for none, for no choice and answers with figures of all departments. */
function readDepartmentId(id: string): string {
  if (id.trim() === id && !/^(undefined|null)?$/i.test(id)) return id;
  throw new BadUserInputError(
    'departmentId must be the id of a department, without blanks around it; leave it out for all departments.',
  );
}

function figure(metric: OverviewMetric) {
  return async (
    { username, range, departmentId }: RocketChatOverviewRecord,
    _args: unknown,
    { loaders: { rocketChat } }: GatewayContext,
  ) => (await rocketChat?.overview(metric, range, departmentId))?.get(username) ?? null;
}

export const RocketChatOverview: RocketChatOverviewResolvers = {
  coversFrom: ({ range }, _, { loaders: { rocketChat } }) =>
    rocketChat?.covers.overview(range).from ?? range.from,
  coversTo: ({ range }, _, { loaders: { rocketChat } }) => rocketChat?.covers.overview(range).to ?? range.to,
  conversationsPercent: figure('conversationsPercent'),
  messages: figure('messages'),
  averageChatDurationSeconds: figure('averageChatDurationSeconds'),
  averageFirstResponseSeconds: figure('averageFirstResponseSeconds'),
  bestFirstResponseSeconds: figure('bestFirstResponseSeconds'),
  averageResponseSeconds: figure('averageResponseSeconds'),
  averageReactionSeconds: figure('averageReactionSeconds'),
};
