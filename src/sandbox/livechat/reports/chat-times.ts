import { mean, twoDecimals } from '../figures.ts';
import type { RawObject } from '../input.ts';
import type { Chat } from '../model.ts';
import { type ChatContext, chatRecords, type ReportAnswer, selectChats } from './report.ts';

/** How long chats lasted, and how long agents chatted in them, in whole seconds on average. */
export function duration(context: ChatContext): ReportAnswer {
  const chats = selectChats(context);
  const now = context.centre.now();
  return { total: chats.length, records: chatRecords(context, chats, (some) => durations(some, now)) };
}

/** The agents' average time to answer, in seconds, over the chats that were answered. */
export function responseTime(context: ChatContext): ReportAnswer {
  return responseReport(context, 'response_time', (chat) => chat.averageResponseSeconds);
}

/** The agents' average time to the first answer, in seconds, over the chats that were answered. */
export function firstResponseTime(context: ChatContext): ReportAnswer {
  return responseReport(context, 'first_response_time', (chat) => chat.firstResponseSeconds);
}

function durations(chats: readonly Chat[], now: number): RawObject {
  const whole = chats.map(({ createdAt, closedAt }) => (closedAt ?? now) - createdAt);
  const served = chats.flatMap(({ assignedAt, closedAt }) =>
    assignedAt === null ? [] : (closedAt ?? now) - assignedAt,
  );
  const chatting = mean(served);
  return {
    ...(chatting === null ? {} : { agents_chatting_duration: wholeSeconds(chatting) }),
    count: chats.length,
    duration: wholeSeconds(mean(whole) ?? 0),
  };
}

function responseReport(
  context: ChatContext,
  field: string,
  secondsOf: (chat: Chat) => number | null,
): ReportAnswer {
  const answered = selectChats(context).filter((chat) => secondsOf(chat) !== null);
  const figures = (chats: readonly Chat[]) => ({
    count: chats.length,
    [field]: twoDecimals(mean(chats.flatMap((chat) => secondsOf(chat) ?? [])) ?? 0),
  });
  return { total: answered.length, records: chatRecords(context, answered, figures) };
}

function wholeSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000);
}
