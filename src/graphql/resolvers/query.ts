import { z } from 'zod';
import { BadUserInputError } from '../../domain/errors.ts';
import { type Person, personKeyText } from '../../domain/person.ts';
import { VENDORS } from '../../domain/vendor.ts';
import type { AgentBy, AgentFilter, QueryResolvers } from '../../generated/schema.ts';
import type { PeopleFilter } from '../../people/index.ts';
import { readEmail, readRange, readText, readVendors } from '../arguments.ts';
import { pageOf, readWindow, toConnection } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import { Cursors } from '../cursor.ts';
import { fromAgentId } from '../global-id.ts';
import { placed, WALK_PLACE, walkWindow } from '../walk-cursor.ts';
import { chatReport } from './chat-report.ts';
import { reportAll, reporting } from './reporting.ts';

const MAX_IDS = 200;

export const Query: QueryResolvers = {
  node: (_, { id }, context, info) =>
    reporting(context, info, () => context.loaders.people.byKey(fromAgentId(context.sealer, id, 'id'))),

  nodes(_, { ids }, context, info) {
    if (ids.length > MAX_IDS) throw new BadUserInputError(`ids must name at most ${MAX_IDS} objects.`);
    // An id that fails costs its own entry, so the entries are promises; their type here has no null.
    return ids.map(async (id, index) => {
      const key = fromAgentId(context.sealer, id, `ids[${index}]`);
      return reporting(context, info, () => context.loaders.people.byKey(key)) as Promise<Person>;
    });
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
    // The list is that of the vendors that are configured: with others it is another one.
    const listed = context.ports.map(({ vendor }) => vendor);
    const list = `agents ${JSON.stringify([filter, range, listed])}`;
    if (range !== null) {
      const cursors = new Cursors(context.sealer, list, PERSON_PLACE);
      const window = readWindow(cursors, args);
      const active = await people.activeDuring(range, filter);
      const page = pageOf(cursors, window, active.people, ({ key }) => [personKeyText(key)]);
      const unavailable = reportAll(context, info, active.problems);
      return { ...page, unavailable, count: async () => active.people.length };
    }
    const cursors = new Cursors(context.sealer, list, WALK_PLACE);
    const window = readWindow(cursors, args);
    const page = await people.page(filter, walkWindow(window));
    const isWholeList = filter.text === null && filter.vendors === null;
    return {
      ...toConnection(cursors, window, page.people.map(placed), page.hasMore),
      unavailable: reportAll(context, info, page.problems),
      count: isWholeList && page.isWhole ? () => people.count() : async () => null,
    };
  },

  async agentsAvailableForExtension(_, args, context, info) {
    const { people, rocketChat } = context.loaders;
    const query = {
      extension: args.extension == null ? null : readText(args.extension, 'extension'),
      text: args.text == null ? null : readText(args.text, 'text'),
    };
    const list = `agentsAvailableForExtension ${JSON.stringify(query)}`;
    const cursors = new Cursors(context.sealer, list, WALK_PLACE);
    const window = readWindow(cursors, args);
    if (rocketChat === undefined) {
      return { ...toConnection(cursors, window, [], false), unavailable: [], count: async () => 0 };
    }
    const page = await people.pageOf(rocketChat.availableForExtension(query), walkWindow(window));
    return {
      ...toConnection(cursors, window, page.people.map(placed), page.hasMore),
      unavailable: reportAll(context, info, page.problems),
      count: page.count,
    };
  },

  chatReport: (_, args, context) => chatReport(args, context),

  vendors: (_, _args, { ports, capabilities }) =>
    VENDORS.map((vendor) => {
      const port = ports.find((candidate) => candidate.vendor === vendor);
      const { quota = [], breaker = null, brokenRoutes = [], lastFailure = null } = port?.health?.() ?? {};
      return {
        vendor,
        configured: port !== undefined,
        apiVersion: port?.apiVersion ?? null,
        capabilities: capabilities[vendor],
        warnings: port?.warnings?.() ?? [],
        ...{ quota, breaker, brokenRoutes, lastFailure },
      };
    }),
};

function finder(by: AgentBy, { sealer, loaders: { people } }: GatewayContext): () => Promise<Person | null> {
  const { id, email, rocketChatUsername, koreAiUserId } = by;
  if (id != null) {
    const key = fromAgentId(sealer, id, 'by.id');
    return () => people.byKey(key);
  }
  if (email != null) {
    const address = readEmail(email, 'by.email');
    return () => people.byEmail(address);
  }
  if (rocketChatUsername != null) {
    const username = readText(rocketChatUsername, 'by.rocketChatUsername');
    return () => people.byAccount('ROCKET_CHAT', username);
  }
  const userId = readText(koreAiUserId ?? '', 'by.koreAiUserId');
  return () => people.byAccount('KORE_AI', userId);
}

function readFilter(filter: AgentFilter | null | undefined): PeopleFilter {
  return {
    vendors: readVendors(filter?.vendors, 'filter.vendors'),
    text: filter?.text == null ? null : readText(filter.text, 'filter.text'),
  };
}

/** A place among the people who were active: the person's key. */
const PERSON_PLACE = z.tuple([z.string()]);
