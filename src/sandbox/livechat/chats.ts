import { type ChatLog, createChatLog } from '../centre/chats.ts';
import type { Centre } from '../centre/model.ts';
import { identifier, type Random, type Streams } from '../centre/random.ts';
import type { Agent } from './agents.ts';
import { COUNTRIES, GOAL_IDS, GREETING_IDS, GROUPS, SALE_IDS, SURVEYS, TAGS } from './catalogue.ts';
import type { ChatDetails, SurveyAnswer } from './model.ts';

const CAPITALS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const ALL_GROUP_IDS: readonly number[] = GROUPS.map(({ id }) => id);

/** The account's chats. */
export function createChats(centre: Centre, random: Streams, agents: readonly Agent[]): ChatLog<ChatDetails> {
  const groupIdsOf = new Map(agents.map(({ member, groupIds }) => [member.index, groupIds]));
  return createChatLog<ChatDetails>(centre, {
    random,
    serves: ({ index }) => groupIdsOf.has(index),
    details(ofChat, member) {
      const visitor = aboutVisitor(ofChat);
      if (member === null) {
        return { ...visitor, groupId: ofChat.pick(ALL_GROUP_IDS), rating: null, tags: [], survey: [] };
      }
      const groupId = ofChat.pick(groupIdsOf.get(member.index) ?? ALL_GROUP_IDS);
      const rating = ofChat.chance(0.35) ? (ofChat.chance(0.86) ? 'good' : 'bad') : null;
      return { ...visitor, groupId, rating, tags: tagsOf(ofChat), survey: surveyOf(ofChat, groupId) };
    },
    whileOpen: { rating: null, tags: [], goalId: null, saleId: null, survey: [] },
  });
}

function aboutVisitor(random: Random) {
  const startedBy = random.pick([
    'customer-from-greeting',
    'customer-without-greeting',
    'customer-without-greeting',
    'agent',
  ] as const);
  return {
    id: identifier(random, CAPITALS_AND_DIGITS, 10),
    continuous: random.chance(0.12),
    startedBy,
    greetingId: startedBy === 'customer-from-greeting' ? random.pick(GREETING_IDS) : null,
    goalId: random.chance(0.06) ? random.pick(GOAL_IDS) : null,
    saleId: random.chance(0.03) ? random.pick(SALE_IDS) : null,
    eventTypes: random.chance(0.1) ? ['message', 'file'] : ['message'],
    country: random.pick(COUNTRIES),
  };
}

function tagsOf(random: Random): string[] {
  const wanted = random.pick([0, 0, 1, 1, 1, 2, 3]);
  const tags = new Set<string>();
  // The product of two fractions favours the first tags; a tag that comes twice counts once.
  for (let tag = 0; tag < wanted; tag++) {
    tags.add(TAGS[Math.floor(random.fraction() * random.fraction() * TAGS.length)] as string);
  }
  return [...tags];
}

/** What the visitor answered to the group's surveys: only some answer. */
function surveyOf(random: Random, groupId: number): SurveyAnswer[] {
  return SURVEYS.filter((survey) => survey.groupId === groupId)
    .filter(({ type }) => random.chance(type === 'pre_chat' ? 0.6 : 0.25))
    .flatMap(({ surveyId, questions }) =>
      questions.map(({ questionId, choices }) => ({
        surveyId,
        questionId,
        choice: Math.floor(random.fraction() * random.fraction() * choices.length),
      })),
    );
}
