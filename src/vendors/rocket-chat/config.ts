import type { EnvironmentReader } from '../../environment.ts';

/** Where the Rocket.Chat server is, and the user that asks it. */
export interface RocketChatConfig {
  /** Without a slash at the end; may have a path, as servers do that are not at their host's root. */
  readonly url: string;
  readonly userId: string;
  readonly authToken: string;
  /** The zone of the server process, whose midnights divide its reports into days. */
  readonly timeZone: string;
  /** The zone of its analytics, setting Default_Timezone_For_Reporting: that of the server process unless it was changed. */
  readonly reportTimeZone: string;
  /** How often each endpoint may be called; Infinity where the server's limiter is off. */
  readonly callsPerMinute: number;
}

const VARIABLES = [
  'ROCKETCHAT_URL',
  'ROCKETCHAT_USER_ID',
  'ROCKETCHAT_AUTH_TOKEN',
  'ROCKETCHAT_TIME_ZONE',
  'ROCKETCHAT_REPORT_TIME_ZONE',
];

/** The configuration of Rocket.Chat; null where none of its variables is set. */
export function readRocketChatConfig(reader: EnvironmentReader): RocketChatConfig | null {
  const callsPerMinute = reader.callsPerMinute('ROCKETCHAT_CALLS_PER_MINUTE', 10);
  if (!reader.any(VARIABLES)) return null;
  const server = {
    url: reader.url('ROCKETCHAT_URL'),
    userId: reader.required('ROCKETCHAT_USER_ID', 'the id of the user that the token belongs to'),
    authToken: reader.required('ROCKETCHAT_AUTH_TOKEN', "that user's personal access token"),
    timeZone: reader.timeZone('ROCKETCHAT_TIME_ZONE', 'UTC'),
    callsPerMinute,
  };
  return { ...server, reportTimeZone: reader.timeZone('ROCKETCHAT_REPORT_TIME_ZONE', server.timeZone) };
}
