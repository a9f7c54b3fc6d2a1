import { GREETING_IDS, GROUPS } from './catalogue.ts';
import type { Chat, GreetingShown } from './model.ts';
import { randomFor } from './random.ts';
import { DAY, SECOND } from './schedule.ts';

/**
 * The greetings of a UTC day: the accepted ones are exactly those that the day's chats began with, and about three
 * times as many came to nothing.
 */
export function greetingsOfDay(seed: number, day: number, chats: readonly Chat[], servingMembers: number) {
  const random = randomFor(seed, 'greetings', day);
  const accepted = chats.flatMap(({ greetingId, groupId, goalId, createdAt }): GreetingShown[] => {
    // A greeting belongs to the day of its chat, even to a chat that begins with the day.
    const at = Math.max(day * DAY, createdAt - random.whole(5, 40) * SECOND);
    return greetingId === null
      ? []
      : [{ at, greetingId, groupId, outcome: 'accepted', goal: goalId !== null }];
  });
  const inVain = Array.from(
    { length: 12 + 3 * servingMembers },
    (): GreetingShown => ({
      at: day * DAY + random.whole(0, DAY - 1),
      greetingId: random.pick(GREETING_IDS),
      groupId: random.pick(GROUPS).id,
      outcome: random.chance(0.3) ? 'canceled' : 'ignored',
      goal: random.chance(0.02),
    }),
  );
  return [...accepted, ...inVain].sort((one, other) => one.at - other.at);
}
