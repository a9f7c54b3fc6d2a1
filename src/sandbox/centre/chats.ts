import { remembering } from './memo.ts';
import type { Centre, Chat, Member } from './model.ts';
import type { Random, Streams } from './random.ts';
import { DAY, dayOf, daysBetween, type PlannedSpan, SECOND } from './schedule.ts';

/** In a larger staff only every second member, every third and so on takes chats, so that reports stay quick. */
const MOST_SERVING_MEMBERS = 300;
const REMEMBERED_DAYS = 64;

/** What a vendor adds to the centre's plan of a chat. */
export interface Channel<Details extends object> {
  /** The vendor's own streams. */
  readonly random: Streams;
  /** Whether the member takes chats at this vendor. */
  serves(member: Member): boolean;
  /** What the vendor knows of one chat beside the rest; the member is null where none took it. */
  details(random: Random, member: Member | null): Details;
  /** The details that are not known before the chat is over, as they are until then. */
  readonly whileOpen: Partial<Details>;
}

/** All chats of one vendor. */
export interface ChatLog<Details extends object> {
  /** Chats created in `from <= t < to`, oldest first, as they are known now. */
  between(from: number, to: number): readonly (Chat & Details)[];
  /** Chats of a UTC day, oldest first, as they will have been. */
  plannedFor(day: number): readonly (Chat & Details)[];
}

/** How many members of this centre take chats, at whichever vendor. */
export const servingMembers = ({ members }: Centre): number => members.filter(serving(members)).length;

const serving =
  (members: readonly Member[]) =>
  ({ index }: Member): boolean =>
    index % Math.ceil(members.length / MOST_SERVING_MEMBERS) === 0;

/** A chat as it will have been once it is over: always with an end. */
interface Plan<Details> {
  readonly chat: Chat & { readonly closedAt: number };
  readonly details: Details;
}

/** Makes up a vendor's chats over the centre's shifts. Each day is worked out when it is asked for. */
export function createChatLog<Details extends object>(
  centre: Centre,
  { random: streams, serves, details, whileOpen }: Channel<Details>,
): ChatLog<Details> {
  const staff = centre.members.filter(serving(centre.members)).filter((member) => serves(member));
  const mostAbandoned = 1 + Math.ceil(servingMembers(centre) / 16);

  const takenInShiftsBegunOn = remembering(REMEMBERED_DAYS, (day: number): readonly Plan<Details>[] =>
    staff.flatMap((member) => {
      const shift = centre.shiftBegunOn(day, member.index);
      if (shift === null) return [];
      const random = streams('chats', member.index, day);
      const atWork = stretchesAtWork(shift.spans);
      return Array.from({ length: random.whole(3, 6) }, () => ({
        chat: takenChat(random, member, random.pick(atWork)),
        details: details(random, member),
      }));
    }),
  );

  function abandonedOn(day: number): readonly Plan<Details>[] {
    const random = streams('abandoned', day);
    return Array.from({ length: random.whole(1, mostAbandoned) }, () => ({
      chat: abandonedChat(random, day),
      details: details(random, null),
    }));
  }

  const plansOf = remembering(REMEMBERED_DAYS, (day: number): readonly Plan<Details>[] => {
    if (day * DAY < centre.openedAt) return [];
    // Of a shift that began yesterday, some chats are today's.
    const taken = [...takenInShiftsBegunOn(day - 1), ...takenInShiftsBegunOn(day)];
    return [...taken.filter(({ chat }) => dayOf(chat.createdAt) === day), ...abandonedOn(day)].sort(
      (one, other) => one.chat.createdAt - other.chat.createdAt,
    );
  });

  return {
    between(from, to) {
      const now = centre.now();
      return daysBetween(Math.max(centre.openedAt, from), Math.min(to, now + 1)).flatMap((day) =>
        plansOf(day).flatMap((plan) => {
          const { createdAt, closedAt } = plan.chat;
          if (createdAt < from || createdAt >= to || createdAt > now) return [];
          if (closedAt <= now) return { ...plan.chat, ...plan.details };
          return { ...openChat(plan.chat, now), ...plan.details, ...whileOpen };
        }),
      );
    },
    plannedFor: (day) => plansOf(day).map((plan) => ({ ...plan.chat, ...plan.details })),
  };
}

/** What is known of a chat that has begun and is not over. Nothing is known before it happened. */
function openChat(chat: Chat & { readonly closedAt: number }, now: number): Chat {
  const open = { ...chat, closedAt: null };
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

function takenChat(random: Random, member: Member, stretch: Stretch) {
  const longest = Math.max(60, Math.floor((stretch.to - stretch.from) / SECOND));
  const seconds = Math.min(longest, skewed(random, 3 * 60, 45 * 60));
  const assignedAt = stretch.from + random.whole(0, longest - seconds) * SECOND;
  const waitSeconds = random.chance(0.4) ? random.whole(1, 8) : skewed(random, 5, 240);
  return {
    createdAt: assignedAt - waitSeconds * SECOND,
    assignedAt,
    closedAt: Math.min(stretch.to, assignedAt + seconds * SECOND),
    member: member.index,
    ...answers(random, waitSeconds, seconds),
  };
}

/** A chat that the visitor gave up before any member took it. */
function abandonedChat(random: Random, day: number) {
  const createdAt = day * DAY + random.whole(0, DAY - 1);
  const closedAt = createdAt + random.whole(40, 900) * SECOND;
  return { createdAt, assignedAt: null, closedAt, member: null, ...NO_ANSWER };
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

/** Whole seconds between two bounds, mostly near the lower one. */
const skewed = (random: Random, from: number, to: number) =>
  from + Math.floor(random.fraction() ** 2.5 * (to - from));
