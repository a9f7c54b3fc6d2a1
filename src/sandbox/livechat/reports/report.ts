import type { AgentFilters } from '../agent-filters.ts';
import { type Bucket, bucketAt, bucketsOf } from '../buckets.ts';
import type { ChatFilters } from '../chat-filters.ts';
import type { Directory } from '../directory.ts';
import type { RawObject } from '../input.ts';
import type { Chat, LiveChatCentre } from '../model.ts';
import type { Parameters } from '../parameters.ts';

/** What a report is made from. */
export interface ReportContext<Filters> {
  readonly centre: LiveChatCentre;
  readonly directory: Directory;
  readonly parameters: Parameters<Filters>;
}

/** What is special to one report's answer; its name and the repeated request are added outside. */
export interface ReportAnswer {
  readonly total?: number;
  readonly records?: RawObject | readonly unknown[];
  readonly summary?: RawObject;
}

/** What a Chats report is made from. */
export type ChatContext = ReportContext<ChatFilters>;
/** What an Agents report is made from. */
export type AgentContext = ReportContext<AgentFilters>;

/** The chats that the request is about, oldest first. */
export function selectChats({ centre, parameters }: ChatContext): readonly Chat[] {
  const { range, filters } = parameters;
  const chats = centre.chats(range.from, range.to + 1);
  const tests = filters?.chat ?? [];
  return tests.length === 0 ? chats : chats.filter((chat) => tests.every((passes) => passes(chat)));
}

/** The buckets that the request's range is cut into. */
export function bucketsFor({ parameters }: ReportContext<unknown>): readonly Bucket[] {
  return bucketsOf(parameters.range, parameters.distribution, parameters.zone);
}

/** A record for every bucket: what `figures` makes of the bucket's events, and `{}` where there are none. */
export function recordsPerBucket<Event>(
  context: ReportContext<unknown>,
  events: readonly Event[],
  instantOf: (event: Event) => number,
  figures: (events: readonly Event[]) => RawObject,
): RawObject {
  const buckets = bucketsFor(context);
  const contents: Event[][] = buckets.map(() => []);
  for (const event of events) contents[bucketAt(buckets, instantOf(event))]?.push(event);
  return Object.fromEntries(
    buckets.map(({ key }, place) => {
      const content = contents[place] ?? [];
      return [key, content.length === 0 ? {} : figures(content)];
    }),
  );
}

/** Like `recordsPerBucket`, for chats, which count when they were created. */
export function chatRecords(
  context: ChatContext,
  chats: readonly Chat[],
  figures: (chats: readonly Chat[]) => RawObject,
): RawObject {
  return recordsPerBucket(context, chats, (chat) => chat.createdAt, figures);
}
