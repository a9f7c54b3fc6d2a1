import type { Agent } from './users.ts';

/** Whether the text occurs in any of the values, whatever the case. */
export function mentions(text: string | null, values: readonly string[]): boolean {
  const sought = (text ?? '').toLowerCase();
  return values.some((value) => value.toLowerCase().includes(sought));
}

/** The field `livechat`, which holds the limit of an agent who ever had one. */
export function livechatField({ user }: Agent): { maxNumberSimultaneousChat: number | string } | null {
  return user.chatLimit === null ? null : { maxNumberSimultaneousChat: user.chatLimit };
}
