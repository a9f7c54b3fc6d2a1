import { expect, test } from 'vitest';
import { type Environment, EnvironmentReader } from '../../../../src/environment.ts';
import { readKoreAiConfig } from '../../../../src/vendors/kore-ai/config.ts';

function read(environment: Environment) {
  const reader = new EnvironmentReader(environment);
  return { config: readKoreAiConfig(reader), faults: reader.faults };
}

const PLACE = {
  KORE_AI_URL: 'https://platform.deskgraph.test/',
  KORE_AI_ACCOUNT_ID: 'acc_1-a',
  KORE_AI_STREAM_ID: 'st-1',
};
const CLIENT = { KORE_AI_CLIENT_ID: 'cs-1', KORE_AI_CLIENT_SECRET: 'word-1' };
const READ = {
  ...{ url: 'https://platform.deskgraph.test', accountId: 'acc_1-a', streamId: 'st-1', apiVersion: '1' },
  credential: { kind: 'client', clientId: 'cs-1', clientSecret: 'word-1' },
  callsPerMinute: 60,
};

test('Kore.ai is left out where none of its variables is set', () => {
  expect(read({ PATH: '/bin', KORE_AI_URL: ' ' })).toEqual({ config: null, faults: [] });
});

test.each<readonly [string, Environment, object]>([
  ['with a client and version 1', { ...PLACE, ...CLIENT }, {}],
  ['with a ready JWT', { ...PLACE, KORE_AI_JWT: 'a.b.c' }, { credential: { kind: 'jwt', jwt: 'a.b.c' } }],
  ['with version 3', { ...PLACE, ...CLIENT, KORE_AI_API_VERSION: '3' }, { apiVersion: '3' }],
  [
    'with version 2, without a stream',
    { ...PLACE, ...CLIENT, KORE_AI_STREAM_ID: '', KORE_AI_API_VERSION: '2' },
    { apiVersion: '2', streamId: null },
  ],
])('an account is configured %s', (_, environment, change) => {
  expect(read(environment)).toEqual({ config: { ...READ, ...change }, faults: [] });
});

const NO_URL = /^KORE_AI_URL is missing/;
const NO_ACCOUNT = /^KORE_AI_ACCOUNT_ID is missing/;
const NO_STREAM = /^KORE_AI_STREAM_ID is missing: .* version [13] requires/;
const NO_CLIENT = /^KORE_AI_CLIENT_ID is missing: .*KORE_AI_JWT/;
const NO_SECRET = /^KORE_AI_CLIENT_SECRET is missing: .*KORE_AI_JWT/;
const BAD_ACCOUNT = /^KORE_AI_ACCOUNT_ID must consist of/;
const TWO_CREDENTIALS = /^KORE_AI_JWT stands beside/;

test.each<readonly [string, Environment, readonly RegExp[]]>([
  ['only an address', { KORE_AI_URL: 'https://secret.test' }, [NO_STREAM, NO_ACCOUNT, NO_CLIENT, NO_SECRET]],
  ['only a JWT', { KORE_AI_JWT: 'secret' }, [NO_STREAM, NO_URL, NO_ACCOUNT]],
  ['only a version', { KORE_AI_API_VERSION: '2' }, [NO_URL, NO_ACCOUNT, NO_CLIENT, NO_SECRET]],
  ['no credential', PLACE, [NO_CLIENT, NO_SECRET]],
  ['a client without its secret', { ...PLACE, KORE_AI_CLIENT_ID: 'secret' }, [NO_SECRET]],
  ['a secret without its client', { ...PLACE, KORE_AI_CLIENT_SECRET: 'secret' }, [NO_CLIENT]],
  ['a client beside a JWT', { ...PLACE, ...CLIENT, KORE_AI_JWT: 'secret' }, [TWO_CREDENTIALS]],
  [
    'half a client beside a JWT',
    { ...PLACE, KORE_AI_CLIENT_ID: 'secret', KORE_AI_JWT: 'secret' },
    [TWO_CREDENTIALS],
  ],
  [
    'no stream for version 3',
    { ...PLACE, ...CLIENT, KORE_AI_STREAM_ID: '', KORE_AI_API_VERSION: '3' },
    [NO_STREAM],
  ],
  ['an account that is a path', { ...PLACE, ...CLIENT, KORE_AI_ACCOUNT_ID: '../secret' }, [BAD_ACCOUNT]],
  [
    'a version that is none',
    { ...PLACE, ...CLIENT, KORE_AI_API_VERSION: 'secret' },
    [/^KORE_AI_API_VERSION must be one of 1, 2, 3\.$/],
  ],
  [
    'an address with a fragment',
    { ...PLACE, ...CLIENT, KORE_AI_URL: 'https://a.test/#secret' },
    [/^KORE_AI_URL must be an http or https address/],
  ],
])('%s: faults that name the variables and show no value', (_, environment, expected) => {
  const { faults } = read(environment);
  expect(faults).toEqual(expected.map((fault) => expect.stringMatching(fault)));
  for (const value of ['secret', 'acc_1-a', 'cs-1', 'word-1', 'st-1'])
    expect(faults.join()).not.toContain(value);
});
