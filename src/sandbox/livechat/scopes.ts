/** The scopes that the imitated methods ask for, by the vendor's names. */
export const LIVECHAT_SCOPES = ['reports_read', 'agents--all:ro'] as const;

/** What a token is good for. */
export type LiveChatScope = (typeof LIVECHAT_SCOPES)[number];
