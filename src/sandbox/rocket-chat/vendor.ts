import type { SandboxVendor } from '../vendor.ts';
import { failure } from './failure.ts';
import { DEFAULT_ROCKET_CHAT_OPTIONS, type RocketChatOptions, readRocketChatOptions } from './options.ts';

/** These open nothing but the sandbox, so they may stand here. */
const CREDENTIALS = { userId: 'sandboxGatewayUid', authToken: 'sandbox-rocket-chat-token' } as const;

/** Rocket.Chat's omnichannel endpoints. */
export const rocketChat = {
  id: 'ROCKET_CHAT',
  prefix: '/rocket-chat',
  readOptions: readRocketChatOptions,
  environment: (url, options) => ({
    ROCKETCHAT_URL: url,
    ROCKETCHAT_USER_ID: CREDENTIALS.userId,
    ROCKETCHAT_AUTH_TOKEN: CREDENTIALS.authToken,
    ROCKETCHAT_TIME_ZONE: { ...DEFAULT_ROCKET_CHAT_OPTIONS, ...options }.rocketChatTimeZone,
  }),
  quotaVariable: 'ROCKETCHAT_CALLS_PER_MINUTE',
  failure,
  async create(surroundings, options) {
    const { rocketChatImitation } = await import('./imitation.ts');
    const { quotas } = surroundings;
    return rocketChatImitation(surroundings, {
      ...CREDENTIALS,
      quotas,
      ...DEFAULT_ROCKET_CHAT_OPTIONS,
      ...options,
    });
  },
} as const satisfies SandboxVendor<RocketChatOptions>;
