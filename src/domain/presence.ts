import type { Account } from './account.ts';
import type { AgentStatus } from './segment.ts';
import type { Vendor } from './vendor.ts';

/** What a vendor says of a person now. */
export interface AgentPresence {
  readonly vendor: Vendor;
  readonly status: AgentStatus;
  /** The vendor's own word. */
  readonly reportedStatus: string | null;
  /** Null where the vendor does not tell. */
  readonly since: Temporal.Instant | null;
}

const LOGIN_STATUSES: ReadonlyMap<string, AgentStatus> = new Map([
  ['accepting chats', 'AVAILABLE'],
  ['not accepting chats', 'AWAY'],
  ['offline', 'OFFLINE'],
]);

/** Of users who take no chats. */
const ROCKET_CHAT_STATUSES: ReadonlyMap<string, AgentStatus> = new Map([
  ['online', 'BUSY'],
  ['away', 'AWAY'],
  ['busy', 'BUSY'],
  ['offline', 'OFFLINE'],
]);

/** What the account's vendor says of its owner now; null where it says nothing. */
export function presenceOf(account: Account): AgentPresence | null {
  switch (account.vendor) {
    case 'ROCKET_CHAT':
      return rocketChatPresence(account.status, account.statusLivechat);
    case 'KORE_AI': {
      const { openSegment } = account;
      if (openSegment === null) return null;
      const { vendor, status, reportedStatus, startedAt } = openSegment;
      return { vendor, status, reportedStatus, since: startedAt };
    }
    case 'LIVECHAT': {
      const { vendor, loginStatus } = account;
      if (loginStatus === null) return null;
      return {
        vendor,
        status: LOGIN_STATUSES.get(loginStatus) ?? 'OTHER',
        reportedStatus: loginStatus,
        since: null,
      };
    }
  }
}

/** Available as the server itself counts it for its history: not offline, and taking chats. */
function rocketChatPresence(status: string | null, statusLivechat: string | null): AgentPresence | null {
  if (status === null) return null;
  const takesChats = status !== 'offline' && statusLivechat === 'available';
  return {
    vendor: 'ROCKET_CHAT',
    status: takesChats ? 'AVAILABLE' : (ROCKET_CHAT_STATUSES.get(status) ?? 'OTHER'),
    reportedStatus: status,
    since: null,
  };
}
