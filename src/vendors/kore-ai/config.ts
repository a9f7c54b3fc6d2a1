import type { EnvironmentReader } from '../../environment.ts';

/** The versions of the endpoint, by the suffix of its path. */
export type KoreAiVersion = '1' | '2' | '3';

/** The app's credential: what the JWT is signed from, or a JWT that was signed elsewhere. */
export type KoreAiCredential =
  | { readonly kind: 'client'; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'jwt'; readonly jwt: string };

/** Where the Kore.ai account is, and the app that asks it. */
export interface KoreAiConfig {
  readonly url: string;
  readonly accountId: string;
  /** Sent as `iId`; null where version 2 does without. */
  readonly streamId: string | null;
  readonly credential: KoreAiCredential;
  readonly apiVersion: KoreAiVersion;
  /** How often the account may be called, whatever the endpoint. */
  readonly callsPerMinute: number;
}

const CREDENTIAL = ['KORE_AI_CLIENT_ID', 'KORE_AI_CLIENT_SECRET', 'KORE_AI_JWT'];
const VARIABLES = [
  'KORE_AI_URL',
  'KORE_AI_ACCOUNT_ID',
  'KORE_AI_STREAM_ID',
  'KORE_AI_API_VERSION',
  ...CREDENTIAL,
];

/** The configuration of Kore.ai; null where none of its variables is set. */
export function readKoreAiConfig(reader: EnvironmentReader): KoreAiConfig | null {
  const callsPerMinute = reader.callsPerMinute('KORE_AI_CALLS_PER_MINUTE', 60);
  if (!reader.any(VARIABLES)) return null;
  const apiVersion = reader.oneOf('KORE_AI_API_VERSION', ['1', '2', '3'], '1');
  const streamId = reader.text('KORE_AI_STREAM_ID') ?? null;
  if (streamId === null && apiVersion !== '2') {
    reader.faults.push(
      `KORE_AI_STREAM_ID is missing: the id of the app (st-…), which version ${apiVersion} requires.`,
    );
  }
  return {
    url: reader.url('KORE_AI_URL'),
    accountId: readAccountId(reader),
    streamId,
    credential: readCredential(reader),
    apiVersion,
    callsPerMinute,
  };
}

/** The account id becomes a part of the path, so it must not be able to mean another one. */
function readAccountId(reader: EnvironmentReader): string {
  const accountId = reader.required('KORE_AI_ACCOUNT_ID', 'the id of the account');
  if (accountId !== '' && !/^[\w-]+$/.test(accountId)) {
    reader.faults.push('KORE_AI_ACCOUNT_ID must consist of letters, digits, "-" and "_".');
  }
  return accountId;
}

function readCredential(reader: EnvironmentReader): KoreAiCredential {
  const jwt = reader.text('KORE_AI_JWT');
  if (jwt === undefined) {
    const purpose = 'set it together with its counterpart, or set KORE_AI_JWT alone';
    return {
      kind: 'client',
      clientId: reader.required('KORE_AI_CLIENT_ID', purpose),
      clientSecret: reader.required('KORE_AI_CLIENT_SECRET', purpose),
    };
  }
  if (reader.any(['KORE_AI_CLIENT_ID', 'KORE_AI_CLIENT_SECRET'])) {
    reader.faults.push(
      'KORE_AI_JWT stands beside KORE_AI_CLIENT_ID or KORE_AI_CLIENT_SECRET: set the one or the others.',
    );
  }
  return { kind: 'jwt', jwt };
}

/** What is wrong with a word by which the operator names an account; null where nothing is. */
export function faultOfAccountName(word: string): string | null {
  const isKnown = word.includes('@') ? /^[^@]+@[^@]+$/.test(word) : /^u-./.test(word);
  return isKnown ? null : 'must be an e-mail address or a user id (u-…)';
}
