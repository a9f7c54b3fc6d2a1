import type { Centre, Status } from '../centre/model.ts';
import type { Agent } from './directory.ts';

const LOGIN_STATUS: Readonly<Record<Status, string>> = {
  AVAILABLE: 'accepting chats',
  BUSY: 'not accepting chats',
  AWAY: 'not accepting chats',
};

// Longer than anybody's days off; each further day costs every listing of a large staff.
const LOOK_BACK = 7 * 24 * 3_600_000;

/** The present login status by member; those who are offline are absent. */
export function loginStatuses(centre: Centre, agents: readonly Agent[]): ReadonlyMap<number, string> {
  const now = centre.now();
  const spans = centre.statusSpans(now - 1, now + 1, indices(agents));
  const present = spans.filter(({ from, to }) => from <= now && (to === null || to > now));
  return new Map(present.map(({ member, status }) => [member, LOGIN_STATUS[status]]));
}

/** The end of each member's last shift that is over, as the vendor writes it; absent where there was none. */
export function lastLogouts(centre: Centre, agents: readonly Agent[]): ReadonlyMap<number, string> {
  const now = centre.now();
  const lastEnd = new Map<number, number>();
  const logouts = new Map<number, number>();
  for (const { member, from, to } of centre.statusSpans(now - LOOK_BACK, now + 1, indices(agents))) {
    const before = lastEnd.get(member);
    // A gap between two spans means that the member was logged out.
    if (before !== undefined && before < from) logouts.set(member, before);
    lastEnd.set(member, to ?? Number.POSITIVE_INFINITY);
  }
  for (const [member, end] of lastEnd) if (end <= now) logouts.set(member, end);
  return new Map([...logouts].map(([member, instant]) => [member, microseconds(instant)]));
}

function microseconds(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString({ fractionalSecondDigits: 6 });
}

function indices(agents: readonly Agent[]): readonly number[] {
  return agents.map(({ member }) => member.index);
}
