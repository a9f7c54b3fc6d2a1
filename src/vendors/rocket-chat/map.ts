import type { z } from 'zod';
import type { RocketChatAccount } from '../../domain/account.ts';
import type { StatusSegment } from '../../domain/segment.ts';
import type { Session } from './sessions.ts';
import type { User } from './wire.ts';

/** A user as the account of a person. */
export function toAccount(user: z.output<typeof User>): RocketChatAccount {
  return {
    vendor: 'ROCKET_CHAT',
    key: user.username,
    userId: user._id,
    name: user.name,
    emails: user.emails,
    status: user.status,
    statusLivechat: user.statusLivechat,
    maxSimultaneousChats: user.livechat?.maxNumberSimultaneousChat ?? null,
  };
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
