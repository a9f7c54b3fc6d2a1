/** The versions of the server that can be imitated, oldest first. */
export const ROCKET_CHAT_VERSIONS = ['6.4', '7.0', '7.10', '7.13', '8.0', '8.8'] as const;

/** A version of the server. */
export type RocketChatVersion = (typeof ROCKET_CHAT_VERSIONS)[number];

/** The newest that still has every endpoint. */
export const DEFAULT_ROCKET_CHAT_VERSION: RocketChatVersion = '7.13';

/** What stands between a request and an endpoint. */
export type CheckName = 'login' | 'permission' | 'licence' | 'quota' | 'params';

const CHECKS_BEFORE_8: readonly CheckName[] = ['licence', 'login', 'quota', 'params', 'permission'];
const CHECKS: readonly CheckName[] = ['login', 'permission', 'licence', 'quota', 'params'];

/** What one version does and another does not. */
export interface RocketChatFeatures {
  /** The checks in the order in which they are made. */
  readonly checks: readonly CheckName[];
  /** Whether who is not logged in is told so in the fields of every other error, too. */
  readonly loginErrorHasSuccess: boolean;
  /** Whether `available-for-service-history` knows `count`, `offset` and `sort`. */
  readonly pagedHistory: boolean;
  /** Whether `available-for-service-history` reads only ISO dates, and not whatever the engine takes for a date. */
  readonly isoDatesOnly: boolean;
  /** Whether `omnichannel/agents/available` exists. */
  readonly availableForExtension: boolean;
  /** Whether `omnichannel/agents/available` stops after `count` rows. */
  readonly availableHeedsCount: boolean;
  /** Whether faulty parameters are told as by routes that were moved to the server's chained API. */
  readonly chainedParamErrors: boolean;
}

/** What a version does. */
export function featuresOf(version: RocketChatVersion): RocketChatFeatures {
  const isAtLeast = (other: RocketChatVersion) =>
    ROCKET_CHAT_VERSIONS.indexOf(version) >= ROCKET_CHAT_VERSIONS.indexOf(other);
  return {
    checks: isAtLeast('8.0') ? CHECKS : CHECKS_BEFORE_8,
    loginErrorHasSuccess: isAtLeast('7.10'),
    pagedHistory: isAtLeast('7.10'),
    isoDatesOnly: isAtLeast('8.8'),
    availableForExtension: !isAtLeast('8.0'),
    availableHeedsCount: isAtLeast('7.10'),
    chainedParamErrors: isAtLeast('8.8'),
  };
}
