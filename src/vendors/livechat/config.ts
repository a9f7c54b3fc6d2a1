import type { EnvironmentReader } from '../../environment.ts';

/** The versions of the Reports API that deskgraph speaks. */
export type LiveChatVersion = '3.4' | '3.5' | '3.6';

/** The credential: an OAuth access token, or a personal access token with the account it belongs to. */
export type LiveChatCredential =
  | { readonly kind: 'access token'; readonly accessToken: string }
  | {
      readonly kind: 'personal access token';
      readonly accountId: string;
      readonly personalAccessToken: string;
    };

/** What it takes to ask LiveChat. */
export interface LiveChatConfig {
  /** Without a slash at its end. */
  readonly url: string;
  readonly apiVersion: LiveChatVersion;
  readonly credential: LiveChatCredential;
  /** Calls a minute to all endpoints together; Infinity unless configured, as no limit is published. */
  readonly callsPerMinute: number;
}

const VERSIONS: readonly LiveChatVersion[] = ['3.4', '3.5', '3.6'];
const ACCOUNT_VARIABLES = ['LIVECHAT_ACCOUNT_ID', 'LIVECHAT_PERSONAL_ACCESS_TOKEN'];
const VARIABLES = ['LIVECHAT_ACCESS_TOKEN', ...ACCOUNT_VARIABLES, 'LIVECHAT_URL', 'LIVECHAT_API_VERSION'];

/** LiveChat's part of the environment; null where LiveChat is left out of it. */
export function readLiveChatConfig(reader: EnvironmentReader): LiveChatConfig | null {
  const callsPerMinute = reader.callsPerMinute('LIVECHAT_CALLS_PER_MINUTE', Number.POSITIVE_INFINITY);
  if (!reader.any(VARIABLES)) return null;
  return {
    url: reader.url('LIVECHAT_URL', 'https://api.livechatinc.com'),
    apiVersion: reader.oneOf('LIVECHAT_API_VERSION', VERSIONS, '3.6'),
    credential: readCredential(reader),
    callsPerMinute,
  };
}

function readCredential(reader: EnvironmentReader): LiveChatCredential {
  const accessToken = reader.text('LIVECHAT_ACCESS_TOKEN');
  const hasAccount = reader.any(ACCOUNT_VARIABLES);
  if (accessToken !== undefined && hasAccount) {
    reader.faults.push(
      'LIVECHAT_ACCESS_TOKEN is set beside LIVECHAT_ACCOUNT_ID or LIVECHAT_PERSONAL_ACCESS_TOKEN: give one credential.',
    );
  }
  if (accessToken !== undefined) return { kind: 'access token', accessToken };
  if (hasAccount) {
    return {
      kind: 'personal access token',
      accountId: reader.required(
        'LIVECHAT_ACCOUNT_ID',
        'the account that the personal access token belongs to',
      ),
      personalAccessToken: reader.required(
        'LIVECHAT_PERSONAL_ACCESS_TOKEN',
        "the account's personal access token",
      ),
    };
  }
  const purpose = 'an access token, unless LIVECHAT_ACCOUNT_ID and LIVECHAT_PERSONAL_ACCESS_TOKEN are given';
  return { kind: 'access token', accessToken: reader.required('LIVECHAT_ACCESS_TOKEN', purpose) };
}
