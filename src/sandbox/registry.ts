import { koreAi } from './kore-ai/vendor.ts';
import { liveChat } from './livechat/vendor.ts';
import { rocketChat } from './rocket-chat/vendor.ts';

/** The vendors that the sandbox imitates. */
export const SANDBOX_VENDORS = [rocketChat, koreAi, liveChat] as const;

type Create = (typeof SANDBOX_VENDORS)[number]['create'];

/** The options of all these vendors together. */
export type VendorOptions = Create extends (surroundings: never, options: infer Options) => unknown
  ? Options
  : never;
