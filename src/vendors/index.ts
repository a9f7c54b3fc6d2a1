import type { Config } from '../config.ts';
import type { Vendors } from '../domain/ports.ts';
import { createKoreAi } from './kore-ai/index.ts';
import { createLiveChat } from './livechat/index.ts';
import { createRocketChat } from './rocket-chat/index.ts';

/** The vendors that are configured. To add one, give it a folder here and a line in this file and in `config.ts`. */
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
