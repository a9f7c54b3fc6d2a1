import type { Vendors } from '../domain/ports.ts';
import { createKoreAi, type KoreAiConfig } from './kore-ai/index.ts';
import { createLiveChat, type LiveChatConfig } from './livechat/index.ts';
import { createRocketChat, type RocketChatConfig } from './rocket-chat/index.ts';

/** What each vendor's part of the environment says; null where it is left out. */
export interface VendorConfigs {
  readonly rocketChat: RocketChatConfig | null;
  readonly koreAi: KoreAiConfig | null;
  readonly liveChat: LiveChatConfig | null;
}

/** The vendors that are configured. What a new one must give is in `domain/ports.ts`; its name is in `domain/vendor.ts`. */
export function createVendors(
  { rocketChat, koreAi, liveChat }: VendorConfigs,
  now: () => Temporal.Instant,
): Vendors {
  return {
    ...(rocketChat && { rocketChat: createRocketChat(rocketChat, now) }),
    ...(koreAi && { koreAi: createKoreAi(koreAi, now) }),
    ...(liveChat && { liveChat: createLiveChat(liveChat) }),
  };
}
