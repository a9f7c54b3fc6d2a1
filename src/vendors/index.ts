import type { Config } from '../config.ts';
import type { Vendors } from '../domain/ports.ts';
import { createKoreAi } from './kore-ai/index.ts';
import { createLiveChat } from './livechat/index.ts';
import { createRocketChat } from './rocket-chat/index.ts';

/** The vendors that are configured. What a new one must give is in `domain/ports.ts`; its name is in `domain/vendor.ts`. */
export function createVendors(
  { rocketChat, koreAi, liveChat }: Config,
  now: () => Temporal.Instant,
): Vendors {
  return {
    ...(rocketChat && { rocketChat: createRocketChat(rocketChat) }),
    ...(koreAi && { koreAi: createKoreAi(koreAi, now) }),
    ...(liveChat && { liveChat: createLiveChat(liveChat) }),
  };
}
