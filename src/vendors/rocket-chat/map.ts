import type { z } from 'zod';
import { UpstreamError } from '../../domain/errors.ts';
import type { AgentPresence } from '../../domain/presence.ts';
import type { AgentStatus, StatusSegment } from '../../domain/segment.ts';
import type { RocketChatAccount } from './account.ts';
import type { Session } from './sessions.ts';
import type { User } from './wire.ts';

/** A user as the account of a person. */
export function toAccount(user: z.output<typeof User>): RocketChatAccount {
  const limit = user.livechat?.maxNumberSimultaneousChat ?? null;
  return {
    vendor: 'ROCKET_CHAT',
    key: user.username,
    userId: user._id,
    name: user.name,
    emails: user.emails,
    status: user.status,
    statusLivechat: user.statusLivechat,
    maxSimultaneousChats: limit === 'unreadable' ? unreadableLimit() : limit,
  };
}

function unreadableLimit(): UpstreamError {
  const sentence = 'livechat.maxNumberSimultaneousChat of a user is no whole number of chats.';
  return new UpstreamError('ROCKET_CHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
}

/** A session as a segment: the server records one only while the user is available, and only once it has ended. */
export function toSegment({ startedAt, stoppedAt }: Session): StatusSegment {
  return {
    vendor: 'ROCKET_CHAT',
    status: 'AVAILABLE',
    reportedStatus: null,
    reportedReason: null,
    startedAt,
    endedAt: stoppedAt,
  };
}

/** Of users who take no chats. */
const STATUSES: ReadonlyMap<string, AgentStatus> = new Map([
  ['online', 'BUSY'],
  ['away', 'AWAY'],
  ['busy', 'BUSY'],
  ['offline', 'OFFLINE'],
]);

/** Available as the server itself counts it for its history: not offline, and taking chats. */
export function toPresence({ vendor, status, statusLivechat }: RocketChatAccount): AgentPresence | null {
  if (status === null) return null;
  const takesChats = status !== 'offline' && statusLivechat === 'available';
  return {
    vendor,
    status: takesChats ? 'AVAILABLE' : (STATUSES.get(status) ?? 'OTHER'),
    reportedStatus: status,
    since: null,
  };
}
