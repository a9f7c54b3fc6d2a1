import type { Account } from '../../domain/account.ts';

/** A LiveChat agent; `key` is the agent id, mostly the e-mail address. */
export interface LiveChatAccount extends Account {
  readonly vendor: 'LIVECHAT';
}

/** A LiveChat agent of whom a report gives the id and nothing else. */
export function liveChatAccountByKey(key: string): LiveChatAccount {
  return { vendor: 'LIVECHAT', key, name: null, emails: key.includes('@') ? [key] : [] };
}
