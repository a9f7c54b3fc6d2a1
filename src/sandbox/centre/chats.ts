import {
  COUNTRIES,
  DEPARTMENTS,
  GOAL_IDS,
  GREETING_IDS,
  GROUPS,
  SALE_IDS,
  SURVEYS,
  TAGS,
} from './catalogue.ts';
import type { Channel, Chat, Member, SurveyAnswer } from './model.ts';
import { chatId, documentId, type Random, randomFor } from './random.ts';
import { DAY, type PlannedSpan, SECOND, type Shift } from './schedule.ts';

/** A chat as it will have been once it is over: always with an end. */
export interface PlannedChat extends Chat {
  readonly closedAt: number;
}

/** The chats that a member takes during one shift, in no particular order. */
export function chatsOfShift(seed: number, day: number, member: Member, shift: Shift): PlannedChat[] {
  const channels = channelsOf(member);
  if (channels.length === 0) return [];
  const random = randomFor(seed, 'chats', member.index, day);
  const atWork = stretchesAtWork(shift.spans);
  return Array.from({ length: random.whole(5, 11) }, () =>
    takenChat(random, member, random.pick(channels), random.pick(atWork)),
  );
}

/** The chats of a UTC day that visitors gave up before anybody took them. */
export function abandonedChats(seed: number, day: number, servingMembers: number): PlannedChat[] {
  const random = randomFor(seed, 'abandoned', day);
  return Array.from({ length: random.whole(1, 2 + Math.ceil(servingMembers / 8)) }, () => {
    const createdAt = day * DAY + random.whole(0, DAY - 1);
    const channel = random.pick(['rocket-chat', 'livechat'] as const);
    return {
      ...aboutVisitor(random, channel),
      createdAt,
      assignedAt: null,
      closedAt: createdAt + random.whole(40, 900) * SECOND,
      member: null,
      groupId: random.pick(GROUPS).id,
      departmentId: random.pick(DEPARTMENTS).id,
      ...NO_ANSWER,
      rating: null,
      tags: [],
      survey: [],
    };
  });
}

/** What is known of a chat at an instant; null where it has not begun. Nothing is known before it happened. */
export function chatAsOf(chat: PlannedChat, now: number): Chat | null {
  if (chat.createdAt > now) return null;
  if (chat.closedAt <= now) return chat;
  const open = { ...chat, closedAt: null, rating: null, tags: [], goalId: null, saleId: null, survey: [] };
  if (chat.assignedAt === null) return open;
  if (chat.assignedAt > now) return { ...open, assignedAt: null, member: null, ...NO_ANSWER };
  const answeredAt = chat.assignedAt + (chat.reactionSeconds ?? Number.POSITIVE_INFINITY) * SECOND;
  if (answeredAt > now) return { ...open, ...NO_ANSWER, waitingForResponse: true };
  const done = (now - chat.assignedAt) / (chat.closedAt - chat.assignedAt);
  // In every third open chat the visitor wrote last.
  const waitingForResponse = Math.floor(chat.createdAt / SECOND) % 3 === 0;
  return { ...open, messages: Math.max(1, Math.floor(chat.messages * done)), waitingForResponse };
}

const NO_ANSWER = {
  firstResponseSeconds: null,
  averageResponseSeconds: null,
  reactionSeconds: null,
  messages: 0,
  waitingForResponse: false,
} as const;

function channelsOf(member: Member): Channel[] {
  const channels: Channel[] = [];
  if (member.rocketChat !== null) channels.push('rocket-chat');
  if (member.liveChat !== null) channels.push('livechat');
  return channels;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Unbroken stretches in which the member is AVAILABLE or BUSY: a chat may begin in one span and end in the next. */
function stretchesAtWork(spans: readonly PlannedSpan[]): Stretch[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { status, from, to } of spans) {
    if (status === 'AWAY') continue;
    const last = stretches.at(-1);
    if (last?.to === from) last.to = to;
    else stretches.push({ from, to });
  }
  return stretches;
}

function takenChat(random: Random, member: Member, channel: Channel, stretch: Stretch): PlannedChat {
  const longest = Math.max(60, Math.floor((stretch.to - stretch.from) / SECOND));
  const seconds = Math.min(longest, skewed(random, 3 * 60, 45 * 60));
  const assignedAt = stretch.from + random.whole(0, longest - seconds) * SECOND;
  const waitSeconds = random.chance(0.4) ? random.whole(1, 8) : skewed(random, 5, 240);
  return {
    ...aboutVisitor(random, channel),
    createdAt: assignedAt - waitSeconds * SECOND,
    assignedAt,
    closedAt: Math.min(stretch.to, assignedAt + seconds * SECOND),
    member: member.index,
    groupId: random.pick(member.liveChat?.groupIds ?? GROUPS.map((group) => group.id)),
    departmentId: random.pick(
      member.rocketChat?.departmentIds ?? DEPARTMENTS.map((department) => department.id),
    ),
    ...answers(random, waitSeconds, seconds),
    rating: random.chance(0.35) ? (random.chance(0.86) ? 'good' : 'bad') : null,
    tags: tagsOf(random),
    survey: [],
  };
}

function answers(random: Random, waitSeconds: number, chatSeconds: number) {
  if (random.chance(0.04)) return NO_ANSWER;
  const reactionSeconds = Math.min(chatSeconds, skewed(random, 3, 150));
  return {
    reactionSeconds,
    firstResponseSeconds: waitSeconds + reactionSeconds,
    averageResponseSeconds: random.whole(800, 9000) / 100,
    messages: random.whole(1, 4 + Math.floor(chatSeconds / 90)),
    waitingForResponse: false,
  };
}

function aboutVisitor(random: Random, channel: Channel) {
  const startedBy = random.pick([
    'customer-from-greeting',
    'customer-without-greeting',
    'customer-without-greeting',
    'agent',
  ] as const);
  return {
    id: channel === 'livechat' ? chatId(random) : documentId(random),
    channel,
    continuous: random.chance(0.12),
    startedBy,
    greetingId: startedBy === 'customer-from-greeting' ? random.pick(GREETING_IDS) : null,
    goalId: random.chance(0.06) ? random.pick(GOAL_IDS) : null,
    saleId: random.chance(0.03) ? random.pick(SALE_IDS) : null,
    eventTypes: random.chance(0.1) ? ['message', 'file'] : ['message'],
    country: random.pick(COUNTRIES),
  };
}

/** Whole seconds between two bounds, mostly near the lower one. */
const skewed = (random: Random, from: number, to: number) =>
  from + Math.floor(random.fraction() ** 2.5 * (to - from));

function tagsOf(random: Random): string[] {
  const wanted = random.pick([0, 0, 1, 1, 1, 2, 3]);
  const tags = new Set<string>();
  // The product of two fractions favours the first tags; a tag that comes twice counts once.
  for (let tag = 0; tag < wanted; tag++) {
    tags.add(TAGS[Math.floor(random.fraction() * random.fraction() * TAGS.length)] as string);
  }
  return [...tags];
}

/** The chat with what its visitor answered to the group's surveys: only LiveChat asks, and only some answer. */
export function withSurvey(seed: number, chat: PlannedChat): PlannedChat {
  if (chat.channel !== 'livechat' || chat.member === null) return chat;
  const random = randomFor(seed, 'survey', chat.id);
  const survey: SurveyAnswer[] = SURVEYS.filter((each) => each.groupId === chat.groupId)
    .filter((each) => random.chance(each.type === 'pre_chat' ? 0.6 : 0.25))
    .flatMap((each) =>
      each.questions.map(({ questionId, choices }) => ({
        surveyId: each.surveyId,
        questionId,
        choice: Math.floor(random.fraction() * random.fraction() * choices.length),
      })),
    );
  return survey.length === 0 ? chat : { ...chat, survey };
}
