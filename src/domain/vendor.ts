/** The vendors that deskgraph reads, in the words of the schema's enum `Vendor`. */
export type Vendor = 'ROCKET_CHAT' | 'KORE_AI' | 'LIVECHAT';

/** Every vendor, in the order in which answers name them. */
export const VENDORS: readonly Vendor[] = ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'];

/** The vendors' names as people write them, for messages. */
export const VENDOR_NAMES: Readonly<Record<Vendor, string>> = {
  ROCKET_CHAT: 'Rocket.Chat',
  KORE_AI: 'Kore.ai',
  LIVECHAT: 'LiveChat',
};
