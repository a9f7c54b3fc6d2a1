import { type Clock, machineClock } from '../domain/clock.ts';
import type { Vendors } from '../domain/ports.ts';
import { createStore } from '../upstream/steps/response-cache.ts';
import { createKoreAi, KORE_AI_CAPABILITIES, type KoreAiConfig } from './kore-ai/index.ts';
import { createLiveChat, LIVECHAT_CAPABILITIES, type LiveChatConfig } from './livechat/index.ts';
import { createRocketChat, ROCKET_CHAT_CAPABILITIES, type RocketChatConfig } from './rocket-chat/index.ts';

/** What each vendor's part of the environment says; null where it is left out. */
export interface VendorConfigs {
  readonly rocketChat: RocketChatConfig | null;
  readonly koreAi: KoreAiConfig | null;
  readonly liveChat: LiveChatConfig | null;
  /** For how long an answer is used again: as fresh, and while the vendor fails. Fresh for no time turns both off. */
  readonly memory: { readonly freshMilliseconds: number; readonly staleMilliseconds: number };
}

/** The size of the response cache, which all vendors share. */
const CACHE_BYTES = 64 * 1024 * 1024;

/** What each vendor can tell, by the word of its own module. */
const CAPABILITIES: Vendors['capabilities'] = {
  ROCKET_CHAT: ROCKET_CHAT_CAPABILITIES,
  KORE_AI: KORE_AI_CAPABILITIES,
  LIVECHAT: LIVECHAT_CAPABILITIES,
};

/** The vendors that are configured. What a new one must give is in `domain/ports.ts`; its name is in `domain/vendor.ts`. */
export function createVendors(
  { rocketChat, koreAi, liveChat, memory }: VendorConfigs,
  now: () => Temporal.Instant,
  clock: Clock = machineClock,
): Vendors {
  const isCached = memory.freshMilliseconds > 0;
  const resources = {
    clock,
    cache: isCached ? { ...memory, store: createStore(CACHE_BYTES) } : null,
    random: Math.random,
  };
  return {
    capabilities: CAPABILITIES,
    ...(rocketChat && { rocketChat: createRocketChat(rocketChat, now, resources) }),
    ...(koreAi && { koreAi: createKoreAi(koreAi, now, resources) }),
    ...(liveChat && { liveChat: createLiveChat(liveChat, resources) }),
  };
}
