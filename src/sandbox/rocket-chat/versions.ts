/** The versions of the server that can be imitated, oldest first. */
export const ROCKET_CHAT_VERSIONS = ['6.4', '7.0', '7.10', '7.13', '8.0', '8.8'] as const;

/** A version of the server. */
export type RocketChatVersion = (typeof ROCKET_CHAT_VERSIONS)[number];

/** The newest that still has every endpoint. */
export const DEFAULT_ROCKET_CHAT_VERSION: RocketChatVersion = '7.13';

/** What one version can and another cannot. */
export interface RocketChatFeatures {
  /** Whether `available-for-service-history` knows `count`, `offset` and `sort`. */
  readonly pagedHistory: boolean;
  /** Whether `omnichannel/agents/available` exists. */
  readonly availableForExtension: boolean;
}

/** What a version can. */
export const featuresOf = (version: RocketChatVersion): RocketChatFeatures => ({
  pagedHistory: isAtLeast(version, '7.10'),
  availableForExtension: !isAtLeast(version, '8.0'),
});

const isAtLeast = (version: RocketChatVersion, other: RocketChatVersion): boolean =>
  ROCKET_CHAT_VERSIONS.indexOf(version) >= ROCKET_CHAT_VERSIONS.indexOf(other);
