import { expect, test } from 'vitest';
import { type Environment, EnvironmentReader } from '../../../../src/environment.ts';
import { readRocketChatConfig } from '../../../../src/vendors/rocket-chat/config.ts';

function read(environment: Environment) {
  const reader = new EnvironmentReader(environment);
  return { config: readRocketChatConfig(reader), faults: reader.faults };
}

const WHOLE = {
  ROCKETCHAT_URL: 'https://chat.deskgraph.test',
  ROCKETCHAT_USER_ID: 'uid-1',
  ROCKETCHAT_AUTH_TOKEN: 'token-1',
};

test('Rocket.Chat is left out where none of its variables is set', () => {
  expect(read({ PATH: '/bin', ROCKETCHAT_URL: ' ', ROCKETCHAT_TIME_ZONE: '' })).toEqual({
    config: null,
    faults: [],
  });
});

test.each<readonly [string, Environment, object]>([
  ['in UTC, where no zone is named', WHOLE, {}],
  [
    'in its zone',
    { ...WHOLE, ROCKETCHAT_TIME_ZONE: 'Asia/Kathmandu' },
    { timeZone: 'Asia/Kathmandu', reportTimeZone: 'Asia/Kathmandu' },
  ],
  [
    'with analytics in a zone of their own',
    { ...WHOLE, ROCKETCHAT_REPORT_TIME_ZONE: 'Europe/Warsaw' },
    { timeZone: 'UTC', reportTimeZone: 'Europe/Warsaw' },
  ],
  [
    'below a path, without the slash at its end',
    { ...WHOLE, ROCKETCHAT_URL: 'http://127.0.0.1:3000/help/desk/' },
    { url: 'http://127.0.0.1:3000/help/desk' },
  ],
  ['with blanks around what is pasted', { ...WHOLE, ROCKETCHAT_AUTH_TOKEN: ' token-1\n' }, {}],
])('a server is configured %s', (_, environment, change) => {
  const credential = { userId: 'uid-1', authToken: 'token-1' };
  const zones = { timeZone: 'UTC', reportTimeZone: 'UTC' };
  const config = { url: WHOLE.ROCKETCHAT_URL, ...credential, ...zones, callsPerMinute: 10 };
  expect(read(environment)).toEqual({ config: { ...config, ...change }, faults: [] });
});

const NO_URL = /^ROCKETCHAT_URL is missing: .*\.$/;
const NO_USER = /^ROCKETCHAT_USER_ID is missing: .*\.$/;
const NO_TOKEN = /^ROCKETCHAT_AUTH_TOKEN is missing: .*\.$/;
const BAD_URL = /^ROCKETCHAT_URL must be an http or https address/;
const BAD_ZONE = /^ROCKETCHAT_TIME_ZONE must be an IANA time zone/;

test.each<readonly [string, Environment, readonly RegExp[]]>([
  ['only an address', { ROCKETCHAT_URL: 'https://secret.test' }, [NO_USER, NO_TOKEN]],
  ['only a user', { ROCKETCHAT_USER_ID: 'secret' }, [NO_URL, NO_TOKEN]],
  ['only a token', { ROCKETCHAT_AUTH_TOKEN: 'secret' }, [NO_URL, NO_USER]],
  ['only a zone', { ROCKETCHAT_TIME_ZONE: 'Europe/Warsaw' }, [NO_URL, NO_USER, NO_TOKEN]],
  ['no token', { ...WHOLE, ROCKETCHAT_AUTH_TOKEN: '' }, [NO_TOKEN]],
  ['no address but a word', { ...WHOLE, ROCKETCHAT_URL: 'secret' }, [BAD_URL]],
  ['an address of another protocol', { ...WHOLE, ROCKETCHAT_URL: 'ftp://secret.test' }, [BAD_URL]],
  ['an address with a password', { ...WHOLE, ROCKETCHAT_URL: 'https://a:secret@chat.test' }, [BAD_URL]],
  ['an address with a query', { ...WHOLE, ROCKETCHAT_URL: 'https://chat.test/?t=secret' }, [BAD_URL]],
  ['an offset for a zone', { ...WHOLE, ROCKETCHAT_TIME_ZONE: '+05:45' }, [BAD_ZONE]],
  ['a zone that is none', { ...WHOLE, ROCKETCHAT_TIME_ZONE: 'Europe/secret' }, [BAD_ZONE]],
  [
    'everything wrong, all of it reported',
    { ROCKETCHAT_URL: 'secret', ROCKETCHAT_TIME_ZONE: 'secret' },
    [BAD_URL, NO_USER, NO_TOKEN, BAD_ZONE],
  ],
])('%s: faults that name the variables and show no value', (_, environment, expected) => {
  const { faults } = read(environment);
  expect(faults).toEqual(expected.map((fault) => expect.stringMatching(fault)));
  for (const value of ['secret', 'token-1', 'uid-1', '+05:45']) expect(faults.join()).not.toContain(value);
});
