import fc from 'fast-check';
import type { Agent, StatusServer, Told } from './status-server.ts';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** Around which everything happens: the ends of years and of February, changes of clocks, and any other time. */
const middle = fc.oneof(
  fc.constantFrom('2025-12-31T23:59:59Z', '2024-02-29T00:00:00Z', '2026-03-29T01:00:00Z').map(Date.parse),
  fc.constantFrom('2026-10-25T01:00:00Z', '2026-03-08T07:00:00Z', '2024-09-08T04:00:00Z').map(Date.parse),
  fc
    .integer({ min: Date.parse('2020-01-01') / SECOND, max: Date.parse('2030-01-01') / SECOND })
    .map((seconds) => seconds * SECOND),
);

/** Where the range is thought of, if it is one of whole days. */
const ZONES = ['UTC', 'Europe/Warsaw', 'Asia/Kathmandu', 'America/Santiago', 'Pacific/Kiritimati'];

/** The vendor's words and what they mean. */
export const MEANING: Readonly<Record<string, string>> = {
  ...{ AVAILABLE: 'AVAILABLE', Busy: 'BUSY', AWAY: 'AWAY', offline: 'OFFLINE' },
  LOGIN_PREP: 'OTHER',
};

const segment = fc.record({
  /** Whose, counted around; mostly somebody at the edge of a page. */
  agent: fc.oneof(fc.nat(), fc.constantFrom(0, 49, 50, 99, 100, 119)),
  /** Seconds after the middle, also the same as others; null where it begins when the agent's last one ends. */
  start: fc.option(fc.oneof(fc.integer({ min: -4 * 86_400, max: 4 * 86_400 }), fc.constantFrom(-3600, 0))),
  seconds: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 1 },
    { arbitrary: fc.integer({ min: 0, max: 30_000 }), weight: 3 },
    { arbitrary: fc.integer({ min: 86_400, max: 40 * 86_400 }), weight: 1 },
  ),
  lasts: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  primaryStatus: fc.constantFrom(...Object.keys(MEANING)),
  secondaryStatus: fc.constantFrom('', 'NBK', 'Lunch'),
});

/** An end of the range: some time, the beginning of a day somewhere, or next to where a segment begins or ends. */
const end = fc.record({
  milliseconds: fc.oneof(
    fc.integer({ min: -4 * 86_400, max: 4 * 86_400 }).map((seconds) => seconds * SECOND),
    fc.integer({ min: -4 * DAY, max: 4 * DAY }),
  ),
  timeZone: fc.option(fc.constantFrom(...ZONES), { freq: 2 }),
  borrowed: fc.option(fc.nat(), { freq: 2 }),
  beside: fc.constantFrom(0, 0, -SECOND, SECOND, -1, 1),
});

/** A server, the agents of whom it is asked, and a range. */
export interface World extends StatusServer {
  readonly asked: readonly Agent[];
  readonly from: number;
  readonly to: number;
}

const drawn = fc.record({
  middle,
  count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(49, 50, 51, 120)),
  segments: fc.array(segment, { maxLength: 25 }),
  /** An agent without an address, if any: then agents cannot be asked for by theirs. */
  nameless: fc.option(fc.nat()),
  isAsked: fc.oneof(fc.constant([true]), fc.array(fc.boolean(), { minLength: 1, maxLength: 7 })),
  ends: fc.tuple(end, end),
  most: fc.constantFrom(50, 50, 20),
  newcomers: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
  tellsTouching: fc.boolean(),
  /** Whether segments of one agent may share time. */
  contradicts: fc.constantFrom(false, false, true),
});

/** Any world. */
export const world: fc.Arbitrary<World> = drawn.map(
  ({ middle: around, count, segments, nameless, isAsked, ends, contradicts, ...server }) => {
    const status = Array.from({ length: count }, (): Told[] => []);
    for (const { agent, start, seconds, lasts, ...words } of segments) {
      const own = status[agent % count] as Told[];
      const from = start === null ? (own.at(-1)?.to ?? around) : around + start * SECOND;
      // What lasts is not what has ended: of one that is told both ways it depends on the days which of them is seen.
      if (own.some((other) => isTwin(other, { from, ...words }))) continue;
      const told = { from, to: lasts ? null : from + seconds * SECOND, ...words };
      if (contradicts || !own.some((other) => shareTime(told, other))) own.push(told);
    }
    const agents = status.map((own, index): Agent => {
      const email =
        nameless !== null && index === nameless % count ? {} : { email: `agent-${index}@deskgraph.test` };
      return { userId: `u-${index}`, ...email, status: own };
    });
    const edges = status.flat().flatMap(({ from, to }) => [from, to ?? from]);
    const [one = 0, other = 0] = ends.map(({ milliseconds, timeZone, borrowed, beside }) => {
      const edge = borrowed === null ? undefined : edges[borrowed % Math.max(1, edges.length)];
      if (edge !== undefined) return edge + beside;
      return timeZone === null ? around + milliseconds : startOfDay(around + milliseconds, timeZone);
    });
    const [from, to] = [Math.min(one, other), Math.max(one, other, Math.min(one, other) + 1)];
    const asked = agents.filter((_, index) => isAsked[index % isAsked.length]);
    return { agents, asked, from, to, ...server };
  },
);

/** Whether two segments are at some time both there. One that takes no time is there within another, not at its ends. */
export function shareTime(one: Told, other: Told): boolean {
  return one.from < (other.to ?? Infinity) && other.from < (one.to ?? Infinity);
}

function isTwin(one: Omit<Told, 'to'>, other: Omit<Told, 'to'>): boolean {
  return (
    one.from === other.from &&
    one.primaryStatus === other.primaryStatus &&
    one.secondaryStatus === other.secondaryStatus
  );
}

function startOfDay(time: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).startOfDay()
    .epochMilliseconds;
}
