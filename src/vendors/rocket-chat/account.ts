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
