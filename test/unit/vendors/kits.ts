import { parley } from '../../parley/kit.ts';
import type { VendorKit } from './kit.ts';
import { koreAi } from './kore-ai/kit.ts';
import { liveChat } from './livechat/kit.ts';
import { rocketChat } from './rocket-chat/kit.ts';

/** Every vendor that the shared suites test. */
export const KITS: readonly VendorKit[] = [rocketChat, koreAi, liveChat, parley];
