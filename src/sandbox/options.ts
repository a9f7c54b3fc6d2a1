import { type EverySecond, everySecond } from './faults/delivery.ts';
import type { SandboxFault } from './faults/register.ts';
import { LIVECHAT_SCOPES, type LiveChatScope } from './livechat/scopes.ts';
import type { Quotas } from './quotas.ts';
import { ROCKET_CHAT_PERMISSIONS, type RocketChatPermission } from './rocket-chat/permissions.ts';
import { DEFAULT_ROCKET_CHAT_VERSION, type RocketChatVersion } from './rocket-chat/versions.ts';

/** What may differ from one sandbox to another. */
export interface SandboxOptions {
  /** The size of the staff, up to 10,000; 60 unless told. */
  readonly agents?: number;
  /** Another seed makes up another centre. */
  readonly seed?: number;
  /** The clock, in epoch milliseconds; the machine's unless told. */
  readonly now?: () => number;
  /** Any free port unless told. */
  readonly port?: number;
  /** For how many weeks the centre has been open; 8 unless told. */
  readonly weeks?: number;
  /** The zone whose midnights Rocket.Chat's server uses; UTC unless told. */
  readonly timeZone?: string;
  /** How many calls the vendors take: any number unless told, their own quotas by `real`, or so many a minute. */
  readonly quotas?: Quotas;
  /** The version of Rocket.Chat's server; the newest that has every endpoint unless told. */
  readonly rocketChatVersion?: RocketChatVersion;
  /** What Rocket.Chat permits the user; everything unless told. */
  readonly rocketChatPermissions?: readonly RocketChatPermission[];
  /** Whether Rocket.Chat's server has an enterprise licence; it has one unless told. */
  readonly rocketChatLicence?: boolean;
  /** What LiveChat's tokens are good for; everything unless told. */
  readonly liveChatScopes?: readonly LiveChatScope[];
  /** The faults that are on from the start; none unless told. */
  readonly faults?: readonly SandboxFault[];
  /** The clock of what drips; the machine's unless told. */
  readonly everySecond?: EverySecond;
}

/** The seed of the centre that everybody meets first. */
export const DEFAULT_SEED = 8128;

/** What a sandbox is unless told otherwise: one in which nothing is refused that a call does right. */
export const DEFAULTS: Required<SandboxOptions> = {
  agents: 60,
  seed: DEFAULT_SEED,
  now: () => Date.now(),
  port: 0,
  weeks: 8,
  timeZone: 'UTC',
  quotas: 'off',
  rocketChatVersion: DEFAULT_ROCKET_CHAT_VERSION,
  rocketChatPermissions: ROCKET_CHAT_PERMISSIONS,
  rocketChatLicence: true,
  liveChatScopes: LIVECHAT_SCOPES,
  faults: [],
  everySecond,
};
