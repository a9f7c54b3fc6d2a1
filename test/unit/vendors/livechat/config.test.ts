import { expect, test } from 'vitest';
import { type Environment, EnvironmentReader } from '../../../../src/environment.ts';
import { readLiveChatConfig } from '../../../../src/vendors/livechat/config.ts';

function read(environment: Environment) {
  const reader = new EnvironmentReader(environment);
  return { config: readLiveChatConfig(reader), faults: reader.faults };
}

test('LiveChat is left out where none of its variables is set', () => {
  expect(read({ PATH: '/bin', LIVECHAT_URL: ' ' })).toEqual({ config: null, faults: [] });
});

test('an access token is enough', () => {
  expect(read({ LIVECHAT_ACCESS_TOKEN: 'token-1' })).toEqual({
    config: {
      url: 'https://api.livechatinc.com',
      apiVersion: '3.6',
      credential: { kind: 'access token', accessToken: 'token-1' },
      callsPerMinute: Number.POSITIVE_INFINITY,
    },
    faults: [],
  });
});

test('a personal access token goes with its account', () => {
  const environment = {
    LIVECHAT_ACCOUNT_ID: 'account-1',
    LIVECHAT_PERSONAL_ACCESS_TOKEN: 'pat-1',
    LIVECHAT_URL: 'http://127.0.0.1:9/livechat/',
    LIVECHAT_API_VERSION: '3.4',
  };
  expect(read(environment)).toEqual({
    config: {
      url: 'http://127.0.0.1:9/livechat',
      apiVersion: '3.4',
      credential: { kind: 'personal access token', accountId: 'account-1', personalAccessToken: 'pat-1' },
      callsPerMinute: Number.POSITIVE_INFINITY,
    },
    faults: [],
  });
});

test.each<readonly [string, Environment, readonly RegExp[]]>([
  ['only an address', { LIVECHAT_URL: 'https://secret.test' }, [/^LIVECHAT_ACCESS_TOKEN is missing/]],
  ['only an account', { LIVECHAT_ACCOUNT_ID: 'secret' }, [/^LIVECHAT_PERSONAL_ACCESS_TOKEN is missing/]],
  [
    'only a personal token',
    { LIVECHAT_PERSONAL_ACCESS_TOKEN: 'secret' },
    [/^LIVECHAT_ACCOUNT_ID is missing/],
  ],
  [
    'both credentials',
    {
      LIVECHAT_ACCESS_TOKEN: 'secret',
      LIVECHAT_ACCOUNT_ID: 'secret',
      LIVECHAT_PERSONAL_ACCESS_TOKEN: 'secret',
    },
    [/give one credential/],
  ],
  [
    'several faults, all reported',
    { LIVECHAT_API_VERSION: 'secret', LIVECHAT_URL: 'secret' },
    [/^LIVECHAT_URL must/, /^LIVECHAT_API_VERSION must be one of 3\.4, 3\.5, 3\.6/, /^LIVECHAT_ACCESS_TOKEN/],
  ],
])('%s: faults that show no value', (_, environment, expected) => {
  const { faults } = read(environment);
  expect(faults).toEqual(expected.map((fault) => expect.stringMatching(fault)));
  expect(faults.join()).not.toContain('secret');
});
