import { DEPARTMENTS, GROUPS, SURVEYS } from './catalogue.ts';
import { abandonedChats, chatAsOf, chatsOfShift, type PlannedChat, withSurvey } from './chats.ts';
import { greetingsOfDay } from './greetings.ts';
import { createMembers } from './members.ts';
import { remembering } from './memo.ts';
import type { Centre, Chat, GreetingShown, StatusSpan } from './model.ts';
import { DAY, dayOf, LONGEST_SHIFT_DAYS, shiftOf, spanAsOf } from './schedule.ts';

/** Beyond so many members, only every so-manieth one takes chats, so that reports on a large staff stay quick. */
const MOST_SERVING_MEMBERS = 300;
/** Enough for three days of the largest staff, which is what one day's spans need. */
const REMEMBERED_SHIFTS = 40_000;
const REMEMBERED_CHAT_DAYS = 64;
const REMEMBERED_GREETING_DAYS = 64;

/** What decides everything about a centre. */
export interface CentreOptions {
  /** The size of the staff, up to 10,000. */
  readonly members: number;
  readonly seed: number;
  /** The clock, in epoch milliseconds. */
  readonly now: () => number;
  /** For how long the centre had been open at the first look at the clock; 8 unless told. */
  readonly weeks?: number;
}

/** A made-up contact centre. Creating it makes up the staff; what they did is worked out when it is asked for. */
export function createCentre({ members: size, seed, now, weeks = 8 }: CentreOptions): Centre {
  const members = createMembers(size, seed);
  const everyone = members.map(({ index }) => index);
  const openingDay = dayOf(now()) - weeks * 7;
  const stride = Math.ceil(size / MOST_SERVING_MEMBERS);
  const serving = members.filter(({ index }) => index % stride === 0);

  const shifts = remembering(REMEMBERED_SHIFTS, (key: number) =>
    shiftOf(seed, key % size, Math.floor(key / size)),
  );
  const shiftBegunOn = (day: number, member: number) =>
    day < openingDay ? null : shifts(day * size + member);

  const chatsOfShiftsBegunOn = remembering(REMEMBERED_CHAT_DAYS, (day: number): readonly PlannedChat[] =>
    serving.flatMap((member) => {
      const shift = shiftBegunOn(day, member.index);
      return shift === null ? [] : chatsOfShift(seed, day, member, shift);
    }),
  );

  const chatsOfDay = remembering(REMEMBERED_CHAT_DAYS, (day: number): readonly PlannedChat[] => {
    if (day < openingDay) return [];
    const taken = [...chatsOfShiftsBegunOn(day - 1), ...chatsOfShiftsBegunOn(day)];
    return [
      ...taken.filter((chat) => dayOf(chat.createdAt) === day),
      ...abandonedChats(seed, day, serving.length),
    ]
      .map((chat) => withSurvey(seed, chat))
      .sort((one, other) => one.createdAt - other.createdAt);
  });

  const greetingsOf = remembering(REMEMBERED_GREETING_DAYS, (day: number): readonly GreetingShown[] => {
    const begun = chatsOfDay(day).filter(({ channel }) => channel === 'livechat');
    return day < openingDay ? [] : greetingsOfDay(seed, day, begun, serving.length);
  });

  return {
    members,
    groups: GROUPS,
    departments: DEPARTMENTS,
    surveys: SURVEYS,
    now,
    openedAt: openingDay * DAY,

    statusSpans(from, to, asked = everyone) {
      const present = now();
      const found: StatusSpan[] = [];
      for (const day of daysBetween(from - LONGEST_SHIFT_DAYS * DAY, Math.min(to, present + 1))) {
        for (const member of asked) {
          for (const planned of shiftBegunOn(day, member)?.spans ?? []) {
            if (planned.from >= to || planned.to <= from) continue;
            const span = spanAsOf(planned, present);
            if (span !== null) found.push(span);
          }
        }
      }
      return found.sort((one, other) => one.from - other.from);
    },

    chats(channel, from, to) {
      const present = now();
      return daysBetween(from, Math.min(to, present + 1)).flatMap((day) =>
        chatsOfDay(day)
          .filter((chat) => chat.channel === channel && chat.createdAt >= from && chat.createdAt < to)
          .map((chat) => chatAsOf(chat, present))
          .filter((chat): chat is Chat => chat !== null),
      );
    },

    greetings(from, to) {
      const end = Math.min(to, now() + 1);
      return daysBetween(from, end).flatMap((day) =>
        greetingsOf(day).filter(({ at }) => at >= from && at < end),
      );
    },
  };

  /** The UTC days that `from <= t < to` touches, none from before the centre opened. */
  function daysBetween(from: number, to: number): number[] {
    const first = Math.max(openingDay, dayOf(from));
    return Array.from({ length: Math.max(0, dayOf(to - 1) - first + 1) }, (_, at) => first + at);
  }
}
