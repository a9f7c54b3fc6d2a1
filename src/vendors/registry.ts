import { koreAi } from './kore-ai/index.ts';
import { liveChat } from './livechat/index.ts';
import type { VendorModule } from './module.ts';
import { rocketChat } from './rocket-chat/index.ts';

/** Every vendor that deskgraph knows, in the order in which answers name them. */
export const VENDOR_MODULES: readonly VendorModule[] = [rocketChat, koreAi, liveChat];
