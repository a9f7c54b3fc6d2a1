import type { Random } from '../centre/random.ts';
import { DAY, SECOND } from '../centre/schedule.ts';
import { GREETING_IDS, GROUPS } from './catalogue.ts';
import type { Chat, GreetingShown } from './model.ts';

/**
 * The greetings of a UTC day: the accepted ones are exactly those that the day's chats began with; as many more as
 * `inVain` says came to nothing.
 */
export function greetingsOfDay(
  random: Random,
  day: number,
  chats: readonly Chat[],
  inVain: number,
): readonly GreetingShown[] {
  const accepted = chats.flatMap(({ greetingId, groupId, goalId, createdAt }): GreetingShown[] => {
    // A greeting belongs to the day of its chat, even to a chat that begins with the day.
    const at = Math.max(day * DAY, createdAt - random.whole(5, 40) * SECOND);
    return greetingId === null
      ? []
      : [{ at, greetingId, groupId, outcome: 'accepted', goal: goalId !== null }];
  });
  const others = Array.from(
    { length: inVain },
    (): GreetingShown => ({
      at: day * DAY + random.whole(0, DAY - 1),
      greetingId: random.pick(GREETING_IDS),
      groupId: random.pick(GROUPS).id,
      outcome: random.chance(0.3) ? 'canceled' : 'ignored',
      goal: random.chance(0.02),
    }),
  );
  return [...accepted, ...others].sort((one, other) => one.at - other.at);
}
