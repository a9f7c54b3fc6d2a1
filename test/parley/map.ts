import type { Account } from '../../src/domain/account.ts';
import type { AgentPresence } from '../../src/domain/presence.ts';
import type { AgentStatus, StatusSegment } from '../../src/domain/segment.ts';
import type { EntryRow, MateRow } from './wire.ts';

/** A member of a Parley crew; `key` is the badge. */
export interface ParleyAccount extends Account {
  readonly vendor: 'PARLEY';
  readonly presence: AgentPresence;
}

const STATUSES: ReadonlyMap<string, AgentStatus> = new Map([
  ['ready', 'AVAILABLE'],
  ['talking', 'BUSY'],
  ['pausing', 'AWAY'],
  ['gone', 'OFFLINE'],
]);

const statusOf = (mood: string): AgentStatus => STATUSES.get(mood) ?? 'OTHER';

export function toAccount({ badge, name, mail, mood, since }: MateRow): ParleyAccount {
  const vendor = 'PARLEY';
  const presence = { vendor, status: statusOf(mood), reportedStatus: mood, since };
  return { vendor, key: badge, name, emails: mail === null ? [] : [mail], presence };
}

export function toSegment({ mood, from, until }: EntryRow): StatusSegment {
  const common = { vendor: 'PARLEY', status: statusOf(mood), reportedStatus: mood, reportedReason: null };
  return { ...common, startedAt: from, endedAt: until };
}
