import type { EnvironmentReader } from '../../environment.ts';
import { ROCKET_CHAT_PERMISSIONS, type RocketChatPermission } from './permissions.ts';
import { DEFAULT_ROCKET_CHAT_VERSION, ROCKET_CHAT_VERSIONS, type RocketChatVersion } from './versions.ts';

/** How Rocket.Chat's server is set up, and what its caller may do. */
export interface RocketChatOptions {
  /** The version of the server; the newest that has every endpoint unless told. */
  readonly rocketChatVersion?: RocketChatVersion;
  /** What the user is permitted; everything unless told. */
  readonly rocketChatPermissions?: readonly RocketChatPermission[];
  /** Whether the server has an enterprise licence; it has one unless told. */
  readonly rocketChatLicence?: boolean;
  /** The zone whose midnights the server and its reports use; UTC unless told. */
  readonly rocketChatTimeZone?: string;
}

/** A server that refuses nothing that a call does right. */
export const DEFAULT_ROCKET_CHAT_OPTIONS: Required<RocketChatOptions> = {
  rocketChatVersion: DEFAULT_ROCKET_CHAT_VERSION,
  rocketChatPermissions: ROCKET_CHAT_PERMISSIONS,
  rocketChatLicence: true,
  rocketChatTimeZone: 'UTC',
};

/** The options by the environment. */
export function readRocketChatOptions(reader: EnvironmentReader): RocketChatOptions {
  return {
    rocketChatVersion: reader.oneOf(
      'SANDBOX_ROCKETCHAT_VERSION',
      ROCKET_CHAT_VERSIONS,
      DEFAULT_ROCKET_CHAT_VERSION,
    ),
    rocketChatPermissions: reader.someOf('SANDBOX_ROCKETCHAT_PERMISSIONS', ROCKET_CHAT_PERMISSIONS),
    rocketChatLicence: reader.oneOf('SANDBOX_ROCKETCHAT_LICENCE', ['on', 'off'], 'on') === 'on',
  };
}
