import { createCentre } from './centre/centre.ts';
import type { Centre } from './centre/model.ts';
import type { StrayCall } from './faults/elsewhere.ts';
import type { FaultOptions } from './faults/register.ts';
import { FAULTS, type FaultName } from './faults/table.ts';
import { type SandboxCall, serve } from './http.ts';
import { koreAiSandbox } from './kore-ai/index.ts';
import { liveChatSandbox } from './livechat/index.ts';
import { DEFAULTS, type SandboxOptions } from './options.ts';
import { rocketChatSandbox } from './rocket-chat/index.ts';
import type { SandboxVendorName } from './route.ts';

export type { FaultOptions } from './faults/register.ts';
export type { FaultName } from './faults/table.ts';
export type { SandboxCall } from './http.ts';
export { LIVECHAT_SCOPES } from './livechat/scopes.ts';
export { DEFAULT_SEED, type SandboxOptions } from './options.ts';
export { ROCKET_CHAT_PERMISSIONS } from './rocket-chat/permissions.ts';
export { ROCKET_CHAT_VERSIONS } from './rocket-chat/versions.ts';
export type { SandboxVendorName } from './route.ts';

/** The three vendors' APIs, running on loopback HTTP. */
export interface Sandbox {
  /** The server's own address; each vendor is found below a path of its own. */
  readonly url: string;
  /** The events that the vendors' answers are computed from. */
  readonly centre: Centre;
  /** The variables that somebody with accounts at all three vendors would set. */
  readonly environment: Readonly<Record<string, string>>;
  /** The newest calls, at most 10,000, oldest first. */
  readonly calls: readonly SandboxCall[];
  /** What followed a redirect to the sandbox's second server. */
  readonly strayCalls: readonly StrayCall[];
  /** Forgets both. */
  clearCalls(): void;
  /** Lets every call of a vendor fail with a status from now on; null takes away whatever fault it has. */
  fail(vendor: SandboxVendorName, status: number | null): void;
  /** Lets calls of a vendor go wrong from now on; null takes the fault of that route away, or of all routes. */
  fault(vendor: SandboxVendorName, fault: FaultName | null, options?: FaultOptions): void;
  close(): Promise<void>;
}

/** The names of all faults. */
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** These open nothing but the sandbox, so they may stand here. */
const CREDENTIALS = {
  rocketChat: { userId: 'sandboxGatewayUid', authToken: 'sandbox-rocket-chat-token' },
  koreAi: {
    accountId: 'sandbox-account-27c1',
    streamId: 'st-sandbox-5d0e',
    clientId: 'cs-sandbox-93ab',
    clientSecret: 'sandbox-kore-ai-client-secret-of-32-bytes-and-more',
  },
  liveChat: {
    accessToken: 'sandbox-livechat-access-token',
    accountId: 'sandbox-livechat-account',
    personalAccessToken: 'sandbox-livechat-personal-token',
  },
} as const;

/** LiveChat takes these, as `Authorization: Basic`, in place of the access token. */
export const LIVECHAT_PERSONAL_CREDENTIALS: Readonly<Record<'accountId' | 'personalAccessToken', string>> =
  CREDENTIALS.liveChat;

/** Starts the vendors' imitations over one made-up contact centre. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { agents, seed, now, port, weeks, timeZone, quotas, faults, everySecond, ...vendors } = {
    ...DEFAULTS,
    ...options,
  };
  const centre = createCentre({ members: agents, seed, now, weeks });
  const rocketChat = rocketChatSandbox(centre, {
    ...CREDENTIALS.rocketChat,
    timeZone,
    quotas,
    version: vendors.rocketChatVersion,
    permissions: vendors.rocketChatPermissions,
    licence: vendors.rocketChatLicence,
  });
  const koreAi = koreAiSandbox(centre, { ...CREDENTIALS.koreAi, quotas });
  const liveChat = liveChatSandbox(centre, { ...CREDENTIALS.liveChat, scopes: vendors.liveChatScopes });
  const server = await serve(
    [
      { name: 'ROCKET_CHAT', prefix: '/rocket-chat', vendor: rocketChat },
      { name: 'KORE_AI', prefix: '/kore-ai', vendor: koreAi },
      { name: 'LIVECHAT', prefix: '/livechat', vendor: liveChat },
    ],
    { port, now, everySecond, faults },
  );
  return { ...server, centre, environment: environmentFor(server.url, timeZone) };
}

function environmentFor(url: string, timeZone: string): Sandbox['environment'] {
  const { rocketChat, koreAi, liveChat } = CREDENTIALS;
  return {
    ROCKETCHAT_URL: `${url}/rocket-chat`,
    ROCKETCHAT_USER_ID: rocketChat.userId,
    ROCKETCHAT_AUTH_TOKEN: rocketChat.authToken,
    ROCKETCHAT_TIME_ZONE: timeZone,
    KORE_AI_URL: `${url}/kore-ai`,
    KORE_AI_ACCOUNT_ID: koreAi.accountId,
    KORE_AI_STREAM_ID: koreAi.streamId,
    KORE_AI_CLIENT_ID: koreAi.clientId,
    KORE_AI_CLIENT_SECRET: koreAi.clientSecret,
    LIVECHAT_URL: `${url}/livechat`,
    LIVECHAT_ACCESS_TOKEN: liveChat.accessToken,
  };
}
