import type { Agent } from './agents.ts';
import type { LiveChatCentre } from './model.ts';

// Longer than anybody's days off; each further day costs every listing of a large staff.
const LOOK_BACK = 7 * 24 * 3_600_000;

/** The status that an agent's next login begins with. It is a setting, and tells nothing of the present. */
export function loginStatus({ member }: Agent): string {
  return member.index % 4 === 1 ? 'not accepting chats' : 'accepting chats';
}

/** The end of each member's last shift that is over, as the vendor writes it; absent where there was none. */
export function lastLogouts(centre: LiveChatCentre, agents: readonly Agent[]): ReadonlyMap<number, string> {
  const now = centre.now();
  const lastEnd = new Map<number, number>();
  const logouts = new Map<number, number>();
  for (const { member, from, to } of centre.statusSpans(
    now - LOOK_BACK,
    now + 1,
    agents.map(({ member }) => member.index),
  )) {
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
