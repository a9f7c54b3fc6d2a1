import { z } from 'zod';
import {
  accountsAt,
  activeDuring,
  type Case,
  type Cases,
  casesOfPeople,
  EVERYWHERE,
  instant,
  positive,
  statusSegments,
  text,
  timeInStatus,
} from '../../../e2e/versions/case.ts';

const VENDOR = 'ROCKET_CHAT';

/** More people than an unpaged history lists, on each working day. */
const MANY = 150;

const segments = statusSegments(VENDOR, z.null());
const time = timeInStatus(VENDOR);
const active = activeDuring(VENDOR);
const availability: Case = {
  query: ofAccounts('availability(range: $range) { availableSeconds coversFrom coversTo }'),
  values: (data) => accountsAt(VENDOR)(data).map((account) => account.availability),
  like: z.object({
    availableSeconds: positive,
    coversFrom: z.literal('2026-03-15T00:00:00Z'),
    coversTo: z.literal('2026-03-18T00:00:00Z'),
  }),
  atLeast: 20,
};

const FIGURES = [
  ...['conversationsPercent', 'messages', 'averageChatDurationSeconds', 'averageFirstResponseSeconds'],
  ...['bestFirstResponseSeconds', 'averageResponseSeconds', 'averageReactionSeconds'],
];

/** How each row of Rocket.Chat's table is asked. */
export const ROCKET_CHAT: Cases = {
  ...casesOfPeople(VENDOR, '{ rocketChatUsername: "ulrike.kowalczyk" }'),
  '`RocketChatAccount`, plain fields': {
    query: `{ agent(by: { email: "${EVERYWHERE}" }) { accounts { vendor key name email
      ... on RocketChatAccount { userId username status statusLivechat maxSimultaneousChats } } } }`,
    values: ({ agent }) => accountsAt(VENDOR)({ agents: { nodes: [agent] } }),
    like: z.object({
      ...{
        vendor: z.literal(VENDOR),
        key: z.literal('ulrike.kowalczyk'),
        name: z.literal('Ulrike Kowalczyk'),
      },
      ...{ email: z.literal(EVERYWHERE), userId: text, username: z.literal('ulrike.kowalczyk') },
      ...{ status: text, statusLivechat: text, maxSimultaneousChats: z.literal(5) },
    }),
  },
  '`Agent.statusSegments`, up to 50 users': segments,
  '`Agent.statusSegments`, more users': { ...segments, agents: MANY, atLeast: 51 },
  '`Agent.timeInStatus`, up to 50 users': time,
  '`Agent.timeInStatus`, more users': { ...time, agents: MANY, atLeast: 51 },
  '`RocketChatAccount.availability`, up to 50 users': availability,
  '`RocketChatAccount.availability`, more users': { ...availability, agents: MANY, atLeast: 51 },
  '`AgentFilter.activeDuring`, up to 50 users': active,
  '`AgentFilter.activeDuring`, more users': { ...active, agents: MANY },
  '`RocketChatAccount.overview`, every figure': {
    query: ofAccounts(`overview(range: $range) { coversFrom coversTo ${FIGURES.join(' ')} }`),
    values: (data) => accountsAt(VENDOR)(data).filter(({ overview }) => isComplete(overview)),
    like: z.looseObject({
      overview: z.object({
        ...{ coversFrom: instant, coversTo: instant },
        ...Object.fromEntries(FIGURES.map((figure) => [figure, z.number().positive()])),
      }),
    }),
    atLeast: 5,
  },
  '`Query.agentsAvailableForExtension`': {
    query: `{ agentsAvailableForExtension(first: 50) {
      nodes { id accounts { vendor key } } unavailable { vendor code } } }`,
    values: ({ agentsAvailableForExtension: { nodes } }) => nodes,
    like: z.object({
      id: text,
      accounts: z
        .array(z.object({ vendor: text, key: text }))
        .refine((accounts) => accounts.some(({ vendor }) => vendor === VENDOR)),
    }),
    atLeast: 5,
  },
};

function ofAccounts(selection: string): string {
  return `query ($range: TimeRange!) { agents(first: 200) {
    nodes { accounts { vendor ... on RocketChatAccount { ${selection} } } } } }`;
}

/** Who had no chats has no figures, whatever the version. */
function isComplete(overview: unknown): boolean {
  return Object.values(overview as object).every((figure) => figure !== null);
}
