import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../../src/sandbox/rocket-chat/answers.ts';
import { isoServerDate, lenientServerDate } from '../../../../src/sandbox/rocket-chat/server-dates.ts';

const KOLKATA = 'Asia/Kolkata';
const LOS_ANGELES = 'America/Los_Angeles';

/** What a reader makes of a text: a date, null where it is no day, or the words of the refusal. */
function reading(read: () => Temporal.PlainDate | null): unknown {
  try {
    return read()?.toString() ?? null;
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

describe('a date that is ISO', () => {
  it.each([
    ['2026-03-16', KOLKATA, '2026-03-16'],
    ['2026-03-16', LOS_ANGELES, '2026-03-16'],
    ['2026-03', LOS_ANGELES, '2026-03-01'],
    ['2026', LOS_ANGELES, '2026-01-01'],
    ['2026-03-16T23:00:00', KOLKATA, '2026-03-16'],
    ['2026-03-16 23:00', KOLKATA, '2026-03-16'],
    ['2026-03-16T20:00:00Z', KOLKATA, '2026-03-17'],
    ['2026-03-16T20:00:00.123+05:30', KOLKATA, '2026-03-16'],
    ['2026-03-16T20:00:00+05:30', LOS_ANGELES, '2026-03-16'],
    ['2026-03-16T02:00:00Z', LOS_ANGELES, '2026-03-15'],
  ])('%s is at %s the day %s, to any server', (text, timeZone, day) => {
    expect(reading(() => isoServerDate(text, timeZone))).toBe(day);
    expect(reading(() => lenientServerDate(text, timeZone))).toBe(day);
  });
});

describe('a date that only the engine takes for one', () => {
  it.each([
    ['09/09/2020', KOLKATA, '2020-09-09'],
    ['2020-9-9', LOS_ANGELES, '2020-09-09'],
    ['March 16, 2026', LOS_ANGELES, '2026-03-16'],
    ['16 Mar 2026 23:30', KOLKATA, '2026-03-16'],
    ['Mon, 16 Mar 2026 20:00:00 GMT', KOLKATA, '2026-03-17'],
    ['Mon Mar 16 2026 20:00:00 GMT-0700', LOS_ANGELES, '2026-03-16'],
    ['03/16/2026 01:00 EST', LOS_ANGELES, '2026-03-15'],
    ['2026-3-16 02:00 +02:00', LOS_ANGELES, '2026-03-15'],
    ['2026-02-30', KOLKATA, null],
  ])('%s is at %s the day %s, or refused', (text, timeZone, day) => {
    expect(Date.parse(text)).not.toBeNaN();
    expect(reading(() => lenientServerDate(text, timeZone))).toBe(day);
    expect(reading(() => isoServerDate(text, timeZone))).toMatchObject({
      status: 400,
      body: { success: false, error: 'Invalid time value' },
    });
  });
});
