import type { Account } from '../../domain/account.ts';

/** A LiveChat agent; `key` is the agent id, mostly the e-mail address. */
export interface LiveChatAccount extends Account {
  readonly vendor: 'LIVECHAT';
}

/** A LiveChat agent with nothing but the id, as a report gives it. */
export function liveChatAccountByKey(key: string): LiveChatAccount {
  return { vendor: 'LIVECHAT', key, name: null, emails: key.includes('@') ? [key] : [] };
}
