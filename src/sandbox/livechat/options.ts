import type { EnvironmentReader } from '../../environment.ts';
import { LIVECHAT_SCOPES, type LiveChatScope } from './scopes.ts';

/** What LiveChat's tokens are good for. */
export interface LiveChatOptions {
  /** The scopes of either token; everything unless told. */
  readonly liveChatScopes?: readonly LiveChatScope[];
}

/** The options by the environment. */
export const readLiveChatOptions = (reader: EnvironmentReader): LiveChatOptions => ({
  liveChatScopes: reader.someOf('SANDBOX_LIVECHAT_SCOPES', LIVECHAT_SCOPES),
});
