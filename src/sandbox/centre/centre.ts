import { createMembers } from './members.ts';
import { remembering } from './memo.ts';
import type { Centre, StatusSpan } from './model.ts';
import { randomFor } from './random.ts';
import { DAY, dayOf, daysBetween, LONGEST_SHIFT_DAYS, shiftOf, spanAsOf } from './schedule.ts';

/** Enough for three days of the largest staff, which is what one day's spans need. */
const REMEMBERED_SHIFTS = 40_000;

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
  const openedAt = (dayOf(now()) - weeks * 7) * DAY;

  const shifts = remembering(REMEMBERED_SHIFTS, (key: number) =>
    shiftOf(seed, key % size, Math.floor(key / size)),
  );
  const shiftBegunOn = (day: number, member: number) =>
    day * DAY < openedAt ? null : shifts(day * size + member);

  return {
    members,
    now,
    openedAt,
    shiftBegunOn,
    streams:
      (owner) =>
      (...key) =>
        randomFor(seed, owner, ...key),

    statusSpans(from, to, asked = everyone) {
      const present = now();
      const found: StatusSpan[] = [];
      const firstBegun = Math.max(openedAt, from - LONGEST_SHIFT_DAYS * DAY);
      for (const day of daysBetween(firstBegun, Math.min(to, present + 1))) {
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
  };
}
