import type { Account } from '../../domain/account.ts';

/** A LiveChat agent; `key` is the agent id, mostly the e-mail address. */
export interface LiveChatAccount extends Account {
  readonly vendor: 'LIVECHAT';
}
