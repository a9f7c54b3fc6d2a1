import { BadUserInputError } from '../../domain/errors.ts';
import { type Person, personKeyText } from '../../domain/person.ts';
import { VENDORS } from '../../domain/vendor.ts';
import type { AgentBy, AgentFilter, QueryResolvers } from '../../generated/schema.ts';
import type { WalkFilter } from '../../loaders/people/walk.ts';
import { readRange, readText, readVendors } from '../arguments.ts';
import { pageOf, readWindow, toConnection } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import { fromAgentId } from '../global-id.ts';
import { placed, walkWindow } from '../walk-cursor.ts';
import { chatReport } from './chat-report.ts';
import { reportAll, reporting } from './reporting.ts';

const MAX_IDS = 200;

export const Query: QueryResolvers = {
  node: (_, { id }, context, info) =>
    reporting(context, info, () => context.loaders.people.byKey(fromAgentId(id, 'id'))),

  nodes(_, { ids }, context, info) {
    if (ids.length > MAX_IDS) throw new BadUserInputError(`ids must name at most ${MAX_IDS} objects.`);
    const keys = ids.map((id, index) => fromAgentId(id, `ids[${index}]`));
    // An id that fails costs its own entry, so the entries are promises; their type here has no null.
    return keys.map(
      (key) => reporting(context, info, () => context.loaders.people.byKey(key)) as Promise<Person>,
    );
  },

  agent: (_, { by }, context, info) => {
    const find = finder(by, context);
    return reporting(context, info, find);
  },

  async agents(_, args, context, info) {
    const { people } = context.loaders;
    const filter = readFilter(args.filter);
    const activeDuring = args.filter?.activeDuring;
    const range = activeDuring == null ? null : readRange(activeDuring, 'filter.activeDuring');
    const list = `agents ${JSON.stringify([filter, range])}`;
    const window = readWindow(list, args);
    if (range !== null) {
      const active = await people.activeDuring(range, filter);
      const page = pageOf(list, window, active.people, ({ key }) => [personKeyText(key)]);
      const unavailable = reportAll(context, info, [...active.problems, ...people.problems()]);
      return { ...page, unavailable, count: async () => active.people.length };
    }
    const page = await people.page(filter, walkWindow(window));
    const isWholeList = filter.text === null && filter.vendors === null;
    return {
      ...toConnection(list, window, page.people.map(placed), page.hasMore),
      unavailable: reportAll(context, info, page.problems),
      count: isWholeList && page.isWhole ? () => people.count() : async () => null,
    };
  },

  async agentsAvailableForExtension(_, args, context, info) {
    const { people, rocketChat } = context.loaders;
    const query = { extension: args.extension ?? null, text: args.text ?? null };
    const list = `agentsAvailableForExtension ${JSON.stringify(query)}`;
    const window = readWindow(list, args);
    if (rocketChat === undefined) {
      return { ...pageOf(list, window, [], () => []), unavailable: [], count: async () => 0 };
    }
    const page = await people.pageOf(rocketChat.availableForExtension(query), walkWindow(window));
    return {
      ...toConnection(list, window, page.people.map(placed), page.hasMore),
      unavailable: reportAll(context, info, page.problems),
      count: page.count,
    };
  },

  chatReport: (_, args, context) => chatReport(args, context.now()),

  vendors: (_, _args, { ports }) =>
    VENDORS.map((vendor) => {
      const port = ports.find((candidate) => candidate.vendor === vendor);
      const { quota = [], breaker = null, lastFailure = null } = port?.health?.() ?? {};
      return {
        vendor,
        configured: port !== undefined,
        apiVersion: port?.apiVersion ?? null,
        warnings: port?.warnings?.() ?? [],
        ...{ quota, breaker, lastFailure },
      };
    }),
};

function finder(by: AgentBy, { loaders: { people } }: GatewayContext): () => Promise<Person | null> {
  const { id, email, rocketChatUsername, koreAiUserId } = by;
  if (id != null) {
    const key = fromAgentId(id, 'by.id');
    return () => people.byKey(key);
  }
  if (email != null) {
    if (!/^\S+@\S+$/.test(email.trim())) throw new BadUserInputError('by.email must be an e-mail address.');
    return () => people.byEmail(email);
  }
  if (rocketChatUsername != null) {
    const username = readText(rocketChatUsername, 'by.rocketChatUsername');
    return () => people.byAccount('ROCKET_CHAT', username);
  }
  const userId = readText(koreAiUserId ?? '', 'by.koreAiUserId');
  return () => people.byAccount('KORE_AI', userId);
}

function readFilter(filter: AgentFilter | null | undefined): WalkFilter {
  return {
    vendors: readVendors(filter?.vendors, 'filter.vendors'),
    text: filter?.text == null ? null : readText(filter.text, 'filter.text'),
  };
}
