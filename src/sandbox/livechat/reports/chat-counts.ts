import { tally } from '../figures.ts';
import type { RawObject } from '../input.ts';
import type { Chat } from '../model.ts';
import { type ChatContext, chatRecords, type ReportAnswer, selectChats } from './report.ts';

type Figures = (chats: readonly Chat[]) => RawObject;
type CountReport = (context: ChatContext) => ReportAnswer;

const STARTED_BY = {
  'customer-from-greeting': 'started_by_customer_from_greeting',
  'customer-without-greeting': 'started_by_customer_without_greeting',
  agent: 'started_by_agent',
} as const;

/** How many chats there were, and how many of them were continuous. */
export const totalChats: CountReport = countReport((chats) => ({
  total: chats.length,
  ...counts(chats.flatMap((chat) => (chat.continuous ? ['continuous'] : []))),
}));

/** How many chats carry each tag; the total counts the chats, with and without tags. */
export const tags: CountReport = countReport((chats) => counts(chats.flatMap((chat) => chat.tags)));

/** How many chats each group had. */
export const groups: CountReport = countReport((chats) =>
  counts(chats.map(({ groupId }) => String(groupId))),
);

/** How many chats carry each tag, in the range as a whole. */
export const tagUsage: CountReport = (context) => ({
  records: counts(selectChats(context).flatMap((chat) => chat.tags)),
});

/** How many chats there were, rated or not, and how many were rated good and bad. */
export const ratings: CountReport = countReport((chats) => ({
  chats: chats.length,
  ...counts(chats.flatMap(({ rating }) => rating ?? [])),
}));

/** How the chats came about. */
export const engagement: CountReport = countReport((chats) =>
  counts(chats.map((chat) => STARTED_BY[chat.startedBy])),
);

function countReport(figures: Figures): CountReport {
  return (context) => {
    const chats = selectChats(context);
    return { total: chats.length, records: chatRecords(context, chats, figures) };
  };
}

// What does not come has no key: the vendor leaves zero counters out.
function counts(keys: readonly string[]): RawObject {
  return Object.fromEntries(tally(keys));
}
