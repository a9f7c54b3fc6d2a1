import type { Status, StatusSpan } from '../../../../src/sandbox/centre/model.ts';
import type { Agent } from '../../../../src/sandbox/livechat/agents.ts';
import { type Account, liveChatImitation } from '../../../../src/sandbox/livechat/imitation.ts';
import type { Chat, GreetingShown, LiveChatCentre, Survey } from '../../../../src/sandbox/livechat/model.ts';
import type { Imitation, SandboxAnswer } from '../../../../src/sandbox/vendor.ts';

const NOW = '2024-03-08T12:00:00Z';
/** The agent ids of the two members who have an account. */
export const ADA = 'ada@desk.test';
export const BO = 'bo@desk.test';

const CREDENTIALS = { accessToken: 'token', accountId: 'account', personalAccessToken: 'personal' };

const AGENTS: readonly Agent[] = [
  { ...agent(0, 'Ada', 'North', ADA), groupIds: [1, 2], maxChats: 4 },
  { ...agent(1, 'Bo', 'South', BO), groupIds: [2], maxChats: 6 },
];

function agent(index: number, firstName: string, lastName: string, email: string) {
  const member = { index, place: index, firstName, lastName, mailbox: firstName, address: email };
  return { member, email, accountId: `acc-${index}` };
}

/** The instant in epoch milliseconds. */
export function at(instant: string): number {
  return Date.parse(instant);
}

/** A chat that nobody answered, except for what is said about it. */
export function chat(createdAt: string, details: Partial<Chat> = {}): Chat {
  return {
    id: createdAt,
    createdAt: at(createdAt),
    assignedAt: null,
    closedAt: at(createdAt) + 60_000,
    member: null,
    groupId: 1,
    firstResponseSeconds: null,
    averageResponseSeconds: null,
    reactionSeconds: null,
    messages: 0,
    waitingForResponse: false,
    continuous: false,
    startedBy: 'customer-without-greeting',
    greetingId: null,
    tags: [],
    rating: null,
    goalId: null,
    saleId: null,
    eventTypes: ['message'],
    country: 'PL',
    survey: [],
    ...details,
  };
}

/** A stretch of a member’s time in one status; without an end where it lasts. */
export function span(memberIndex: number, status: Status, from: string, to: string | null): StatusSpan {
  return { member: memberIndex, status, reason: status, from: at(from), to: to === null ? null : at(to) };
}

interface Events {
  readonly chats?: readonly Chat[];
  readonly spans?: readonly StatusSpan[];
  readonly greetings?: readonly GreetingShown[];
  readonly surveys?: readonly Survey[];
}

function handMadeCentre(events: Events): LiveChatCentre {
  const { chats = [], spans = [], greetings = [], surveys = [] } = events;
  return {
    agents: AGENTS,
    surveys,
    now: () => at(NOW),
    statusSpans: (from, to, members) =>
      spans.filter(
        (one) =>
          one.from < to && (one.to === null || one.to > from) && (members?.includes(one.member) ?? true),
      ),
    chats: (from, to) => chats.filter((one) => one.createdAt >= from && one.createdAt < to),
    greetings: (from, to) => greetings.filter((one) => one.at >= from && one.at < to),
  };
}

/** What is special about a call: its version, its token, or that its body is no JSON. */
export interface Call {
  readonly version?: string;
  readonly authorization?: string | undefined;
  readonly malformed?: boolean;
}

/** A LiveChat over these events, and how to call it. */
export function liveChatOver(events: Events, account: Partial<Account> = {}) {
  const vendor = liveChatImitation(handMadeCentre(events), { ...CREDENTIALS, ...account });
  return {
    post: (path: string, body?: unknown, call: Call = {}) => answer(vendor, 'POST', path, call, body, ''),
    get: (path: string, query = '', call: Call = {}) => answer(vendor, 'GET', path, call, undefined, query),
    vendor,
  };
}

/** `filters` over the days of the hand-made week, with more of them. */
export function inTheWeek(more: object = {}) {
  return { filters: { from: '2024-03-04T00:00:00Z', to: '2024-03-06T23:59:59Z', ...more } };
}

/** The answer’s body, taken for an object. */
export function bodyOf(answered: SandboxAnswer): Record<string, unknown> {
  return answered.body as Record<string, unknown>;
}

function answer(
  vendor: Imitation,
  method: string,
  path: string,
  call: Call,
  body: unknown,
  query: string,
): SandboxAnswer {
  const { version = 'v3.6', malformed = false } = call;
  const authorization = 'authorization' in call ? call.authorization : `Bearer ${CREDENTIALS.accessToken}`;
  const route = vendor.routes.find((one) => one.method === method && one.pattern === `/:version/${path}`);
  if (route === undefined) return vendor.notFound;
  return route.handle({
    method,
    path: `/${version}/${path}`,
    params: { version },
    query: new URLSearchParams(query),
    headers: { authorization },
    body,
    malformed,
  });
}
