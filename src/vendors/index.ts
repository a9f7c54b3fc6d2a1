import { type Clock, machineClock } from '../domain/clock.ts';
import type { Operation } from '../domain/operation.ts';
import type { Vendors } from '../domain/ports.ts';
import type { VendorResolvers } from '../graphql/schema.ts';
import { createStore } from '../upstream/memory.ts';
import { createKoreAi, KORE_AI_CAPABILITIES, type KoreAiConfig } from './kore-ai/index.ts';
import {
  createLiveChat,
  LIVECHAT_CAPABILITIES,
  type LiveChatConfig,
  type LiveChatPort,
  type LiveChatSession,
  liveChatResolvers,
} from './livechat/index.ts';
import { createRocketChat, ROCKET_CHAT_CAPABILITIES, type RocketChatConfig } from './rocket-chat/index.ts';

/** What each vendor's part of the environment says; null where it is left out. */
export interface VendorConfigs {
  readonly rocketChat: RocketChatConfig | null;
  readonly koreAi: KoreAiConfig | null;
  readonly liveChat: LiveChatConfig | null;
  /** For how long an answer is used again: as fresh, and while the vendor fails. Fresh for no time turns both off. */
  readonly memory: { readonly freshMilliseconds: number; readonly staleMilliseconds: number };
}

/** What the memory of all vendors' answers takes. */
const MEMORY_BYTES = 64 * 1024 * 1024;

/** What each vendor can tell, by the word of its own module. */
const CAPABILITIES: Vendors['capabilities'] = {
  ROCKET_CHAT: ROCKET_CHAT_CAPABILITIES,
  KORE_AI: KORE_AI_CAPABILITIES,
  LIVECHAT: LIVECHAT_CAPABILITIES,
};

/** The vendors of this gateway, as their own resolvers need them. */
export interface GatewayVendors extends Vendors {
  readonly liveChat?: LiveChatPort;
}

/** What vendors' own resolvers ask during one operation; absent where a vendor is not configured. */
export interface VendorSessions {
  readonly liveChat?: LiveChatSession;
}

/** One operation's sessions. */
export function openSessions({ liveChat }: GatewayVendors, operation: Operation): VendorSessions {
  return { ...(liveChat && { liveChat: liveChat.open(operation) }) };
}

/** The types that one vendor alone fills. */
export const VENDOR_RESOLVERS: readonly VendorResolvers[] = [
  liveChatResolvers({
    session: ({ sessions }) => sessions.liveChat,
    agent: (account, { loaders }) => loaders.people.reference(account),
  }),
];

/** The vendors that are configured. What a new one must give is in `domain/ports.ts`; its name is in `domain/vendor.ts`. */
export function createVendors(
  { rocketChat, koreAi, liveChat, memory }: VendorConfigs,
  now: () => Temporal.Instant,
  clock: Clock = machineClock,
): GatewayVendors {
  const remembers = memory.freshMilliseconds > 0;
  const resources = {
    clock,
    memory: remembers ? { ...memory, store: createStore(MEMORY_BYTES) } : null,
    random: Math.random,
  };
  return {
    capabilities: CAPABILITIES,
    ...(rocketChat && { rocketChat: createRocketChat(rocketChat, now, resources) }),
    ...(koreAi && { koreAi: createKoreAi(koreAi, now, resources) }),
    ...(liveChat && { liveChat: createLiveChat(liveChat, resources) }),
  };
}
