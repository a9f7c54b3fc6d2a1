import type { Account } from '../../domain/account.ts';
import type { UpstreamError } from '../../domain/errors.ts';

/** A Rocket.Chat omnichannel agent; `key` is the username. */
export interface RocketChatAccount extends Account {
  readonly vendor: 'ROCKET_CHAT';
  readonly userId: string | null;
  readonly status: string | null;
  readonly statusLivechat: string | null;
  /** Null where no limit is set; the error where what is set is no count of chats. */
  readonly maxSimultaneousChats: number | null | UpstreamError;
}

/** A Rocket.Chat user with nothing but the username, as a report gives it. */
export function rocketChatAccountByKey(key: string): RocketChatAccount {
  const unknown = {
    userId: null,
    name: null,
    status: null,
    statusLivechat: null,
    maxSimultaneousChats: null,
  };
  return { vendor: 'ROCKET_CHAT', key, emails: [], ...unknown };
}
