/** The permissions that the imitated endpoints ask for, by the vendor's names. */
export const ROCKET_CHAT_PERMISSIONS = [
  'transfer-livechat-guest',
  'edit-omnichannel-contact',
  'view-livechat-manager',
  'manage-agent-extension-association',
] as const;

/** A permission of the caller's. */
export type RocketChatPermission = (typeof ROCKET_CHAT_PERMISSIONS)[number];
