import { randomFor, uuid } from '../../centre/random.ts';
import { mean } from '../figures.ts';
import type { RawObject } from '../input.ts';
import type { Chat } from '../model.ts';
import { type ChatContext, chatRecords, type ReportAnswer, selectChats } from './report.ts';

/** How many visitors one page tells of. The vendor's number is not known. */
const PAGE_SIZE = 20;

interface Wait {
  readonly chat: Chat;
  readonly left: boolean;
  readonly seconds: number;
}

/** How long visitors waited until their chat was taken, or until they gave up. */
export function queuedVisitors(context: ChatContext): ReportAnswer {
  const waits = selectChats(context).flatMap((chat) => waitOf(chat) ?? []);
  return {
    total: waits.filter(({ left }) => !left).length,
    records: chatRecords(
      context,
      waits.map(({ chat }) => chat),
      queues,
    ),
  };
}

/** Who gave up, a page at a time. Nobody here fills in a survey before the chat and leaves, so all lack details. */
export function queuedVisitorsLeft(context: ChatContext): ReportAnswer {
  const left = selectChats(context)
    .flatMap((chat) => waitOf(chat) ?? [])
    .filter((wait) => wait.left);
  const from = (context.parameters.page - 1) * PAGE_SIZE;
  return {
    total: left.length,
    summary: { left_without_details: left.length, total_pages: Math.ceil(left.length / PAGE_SIZE) },
    records: Object.fromEntries(
      left.slice(from, from + PAGE_SIZE).map((wait) => [wait.chat.id, leaver(wait)]),
    ),
  };
}

/** Null for somebody who did not wait, or still does. */
function waitOf(chat: Chat): Wait | null {
  const end = chat.assignedAt ?? chat.closedAt;
  if (end === null || end <= chat.createdAt) return null;
  return { chat, left: chat.assignedAt === null, seconds: Math.round((end - chat.createdAt) / 1000) };
}

function queues(chats: readonly Chat[]): RawObject {
  const waits = chats.flatMap((chat) => waitOf(chat) ?? []);
  return {
    left_queue: figures(waits.filter(({ left }) => left)),
    queued: figures(waits.filter(({ left }) => !left)),
  };
}

function figures(waits: readonly Wait[]): RawObject {
  const seconds = waits.map((wait) => wait.seconds);
  const average = mean(seconds);
  if (average === null) return {};
  return { count: seconds.length, min: Math.min(...seconds), max: Math.max(...seconds), avg: average };
}

function leaver({ chat, seconds }: Wait): RawObject {
  const random = randomFor('visitor', chat.id);
  return {
    visitor: { id: uuid(random), ip: `203.0.113.${random.whole(1, 254)}` },
    queue: {
      duration: seconds,
      group: chat.groupId,
      start_date: new Date(chat.createdAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    },
  };
}
