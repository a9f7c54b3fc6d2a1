import { agentOf } from '../directory.ts';
import { type ChatContext, type ReportAnswer, selectChats } from './report.ts';

const CONFIDENCE = 2.69;

/** How each agent who had chats was rated. */
export function ranking(context: ChatContext): ReportAnswer {
  const ratings = new Map<string, { good: number; bad: number }>();
  for (const chat of selectChats(context)) {
    const email = agentOf(chat, context.directory)?.email;
    if (email === undefined) continue;
    const counts = ratings.get(email) ?? { good: 0, bad: 0 };
    ratings.set(email, counts);
    if (chat.rating !== null) counts[chat.rating] += 1;
  }
  const records = [...ratings].map(([email, { good, bad }]) => [
    email,
    { total: good + bad, good, bad, score: rankingScore(good, bad) },
  ]);
  return { records: Object.fromEntries(records) };
}

/** The vendor's own formula. It resembles the lower Wilson bound, but divides `z` by `n` once more. */
export function rankingScore(good: number, bad: number): number {
  const n = good + bad;
  if (n === 0) return 0;
  const p = good / n;
  const z = CONFIDENCE ** 2 / (4 * n);
  return (p + 2 * z - CONFIDENCE * Math.sqrt((z / n + p * (1 - p)) / n)) / (1 + 4 * z);
}
