import { BadUserInputError } from '../../domain/errors.ts';
import { type Person, personKeyText } from '../../domain/person.ts';
import type { AgentBy, AgentFilter, QueryResolvers } from '../../generated/schema.ts';
import type { PeopleFilter } from '../../people/index.ts';
import { readEmail, readRange, readText, readVendors } from '../arguments.ts';
import { pageOf, readWindow, toConnection } from '../connection.ts';
import type { GatewayContext } from '../context.ts';
import { Cursors } from '../cursor.ts';
import { fromAgentId } from '../global-id.ts';
import { reportAll, reporting } from '../reporting.ts';
import {
  ACTIVE_PLACE,
  type ActivePlace,
  omissionsOf,
  omissionTexts,
  placed,
  WALK_PLACE,
  walkWindow,
} from '../walk-cursor.ts';

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
    const listed = context.vendors.flatMap(({ profile, port }) => (port === null ? [] : profile.id));
    const list = `agents ${JSON.stringify([filter, range, listed])}`;
    if (range !== null) {
      const cursors = new Cursors(context.sealer, list, ACTIVE_PLACE);
      const window = readWindow(cursors, args);
      const active = await people.activeDuring(range, filter, omissionsOf(window));
      const omissions = omissionTexts(active);
      const page = pageOf<Person, ActivePlace>(cursors, window, active.people, ({ key }) => [
        personKeyText(key),
        ...omissions,
      ]);
      return {
        ...page,
        unavailable: reportAll(context, info, active.problems),
        count: async () => active.people.length,
      };
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

  vendors: (_, _args, { vendors }) =>
    vendors.map(({ profile, port }) => {
      const { quota = [], breaker = null, brokenRoutes = [], lastFailure = null } = port?.health?.() ?? {};
      return {
        vendor: profile.id,
        configured: port !== null,
        apiVersion: port?.apiVersion ?? null,
        capabilities: profile.capabilities,
        warnings: port?.warnings?.() ?? [],
        ...{ quota, breaker, brokenRoutes, lastFailure },
      };
    }),
};

/** What finds the person. GraphQL has checked that exactly one field is given. */
function finder(
  { id, email, ...keys }: AgentBy,
  { sealer, vendors, loaders: { people } }: GatewayContext,
): () => Promise<Person | null> {
  if (id != null) {
    const key = fromAgentId(sealer, id, 'by.id');
    return () => people.byKey(key);
  }
  if (email != null) {
    const address = readEmail(email, 'by.email');
    return () => people.byEmail(address);
  }
  const keyByField = new Map(Object.entries(keys));
  for (const { profile } of vendors) {
    const key = profile.keyField === null ? null : keyByField.get(profile.keyField);
    if (key != null) {
      const account = readText(key, `by.${profile.keyField}`);
      return () => people.byAccount(profile.id, account);
    }
  }
  throw new TypeError('A field of AgentBy belongs to no vendor');
}

function readFilter(filter: AgentFilter | null | undefined): PeopleFilter {
  return {
    vendors: readVendors(filter?.vendors, 'filter.vendors'),
    text: filter?.text == null ? null : readText(filter.text, 'filter.text'),
  };
}
