import type { UpstreamError } from './errors.ts';
import type { StatusSegment } from './segment.ts';
import type { Vendor } from './vendor.ts';

interface AccountOfVendor {
  /** What the vendor calls the account. */
  readonly key: string;
  readonly name: string | null;
  /** Every address that the vendor gives for the account, as it spells them, in its order. None is blank. */
  readonly emails: readonly string[];
}

/** A Rocket.Chat omnichannel agent; `key` is the username. */
export interface RocketChatAccount extends AccountOfVendor {
  readonly vendor: 'ROCKET_CHAT';
  readonly userId: string | null;
  readonly status: string | null;
  readonly statusLivechat: string | null;
  /** Null where no limit is set; the error where what is set is no count of chats. */
  readonly maxSimultaneousChats: number | null | UpstreamError;
}

/** A Kore.ai agent; `key` is the user id. */
export interface KoreAiAccount extends AccountOfVendor {
  readonly vendor: 'KORE_AI';
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly customId: string | null;
  /** The segment that lasts at the time of asking; null where none does; an error where the vendor contradicts itself. */
  readonly openSegment: StatusSegment | UpstreamError | null;
}

/** A LiveChat agent; `key` is the agent id, mostly the e-mail address. */
export interface LiveChatAccount extends AccountOfVendor {
  readonly vendor: 'LIVECHAT';
}

/** What one vendor knows of a person. */
export type Account = RocketChatAccount | KoreAiAccount | LiveChatAccount;

/** What the keys of a vendor's accounts are like. */
export interface KeyTraits {
  /** Whether keys are mostly e-mail addresses, which are compared case aside. */
  readonly keysAreAddresses: boolean;
  /** Whether keys are usernames, in which people look for a text. */
  readonly keysAreNames: boolean;
}

/** Whether two accounts are the same account. */
export function isSameAccount(a: Account, b: Account): boolean {
  return a.vendor === b.vendor && a.key === b.key;
}

/** The form in which e-mail addresses are compared: case does not matter. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * The form in which a vendor's account keys are compared. LiveChat's are mostly addresses, which its reports may spell in
 * another case than its list does; every other key is compared exactly.
 */
export function comparableKey(vendor: Vendor, key: string): string {
  return vendor === 'LIVECHAT' ? comparableAddress(key) : key;
}

/** The form in which keys are compared that are mostly addresses. */
export function comparableAddress(key: string): string {
  return key.includes('@') ? normalizeEmail(key) : key;
}

/** Whether the name, an address or, where keys are usernames, the key of the account contains the text, case aside. */
export function matchesText(account: Account, text: string, { keysAreNames }: KeyTraits): boolean {
  const wanted = text.toLowerCase();
  const words = [account.name ?? '', ...account.emails, ...(keysAreNames ? [account.key] : [])];
  return words.some((word) => word.toLowerCase().includes(wanted));
}

/** A Rocket.Chat user of whom a report tells the username and nothing else. */
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

/** A LiveChat agent of whom a report tells the id and nothing else. */
export function liveChatAccountByKey(key: string): LiveChatAccount {
  return { vendor: 'LIVECHAT', key, name: null, emails: key.includes('@') ? [key] : [] };
}
