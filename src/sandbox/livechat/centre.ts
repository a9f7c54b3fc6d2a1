import { servingMembers } from '../centre/chats.ts';
import { remembering } from '../centre/memo.ts';
import type { Centre } from '../centre/model.ts';
import type { Streams } from '../centre/random.ts';
import { daysBetween } from '../centre/schedule.ts';
import { agentsOf } from './agents.ts';
import { SURVEYS } from './catalogue.ts';
import { createChats } from './chats.ts';
import { greetingsOfDay } from './greetings.ts';
import type { LiveChatCentre } from './model.ts';

const REMEMBERED_GREETING_DAYS = 64;

/** What LiveChat sees of a made-up centre. */
export function liveChatCentre(centre: Centre, random: Streams): LiveChatCentre {
  const agents = agentsOf(centre, random);
  const chats = createChats(centre, random, agents);
  const inVain = 12 + 3 * servingMembers(centre);
  const greetingsOf = remembering(REMEMBERED_GREETING_DAYS, (day: number) =>
    greetingsOfDay(random('greetings', day), day, chats.plannedFor(day), inVain),
  );
  return {
    now: centre.now,
    statusSpans: centre.statusSpans,
    agents,
    surveys: SURVEYS,
    chats: chats.between,
    greetings(from, to) {
      const end = Math.min(to, centre.now() + 1);
      return daysBetween(Math.max(centre.openedAt, from), end).flatMap((day) =>
        greetingsOf(day).filter(({ at }) => at >= from && at < end),
      );
    },
  };
}
