import type { SandboxVendor } from '../vendor.ts';
import type { Credentials } from './auth.ts';
import { failure } from './errors.ts';
import { type LiveChatOptions, readLiveChatOptions } from './options.ts';

/** These open nothing but the sandbox, so they may stand here. The personal token goes with the account's id. */
export const LIVECHAT_CREDENTIALS: Credentials = {
  accessToken: 'sandbox-livechat-access-token',
  accountId: 'sandbox-livechat-account',
  personalAccessToken: 'sandbox-livechat-personal-token',
};

/** LiveChat's Reports API, and its lists of agents. */
export const liveChat = {
  id: 'LIVECHAT',
  prefix: '/livechat',
  readOptions: readLiveChatOptions,
  environment: (url) => ({
    LIVECHAT_URL: url,
    LIVECHAT_ACCESS_TOKEN: LIVECHAT_CREDENTIALS.accessToken,
  }),
  quotaVariable: null,
  failure,
  async create({ centre, random }, options) {
    const { liveChatCentre } = await import('./centre.ts');
    const { liveChatImitation } = await import('./imitation.ts');
    return liveChatImitation(liveChatCentre(centre, random), { ...LIVECHAT_CREDENTIALS, ...options });
  },
} as const satisfies SandboxVendor<LiveChatOptions>;
