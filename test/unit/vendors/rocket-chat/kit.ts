import { ROCKET_CHAT_VERSIONS } from '../../../../src/sandbox/rocket-chat/versions.ts';
import { rocketChat as module } from '../../../../src/vendors/rocket-chat/index.ts';
import type { RocketChatSession } from '../../../../src/vendors/rocket-chat/session.ts';
import { rangeOf } from '../asking.ts';
import type { VendorKit } from '../kit.ts';
import { hostileAnswers } from './hostile-answers.ts';
import { ROCKET_CHAT } from './versions.ts';

const RANGE = rangeOf('2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z');

export const rocketChat: VendorKit<RocketChatSession> = {
  module,
  environment: (url, secret) => ({
    ROCKETCHAT_URL: url,
    ROCKETCHAT_USER_ID: 'uid',
    ROCKETCHAT_AUTH_TOKEN: secret,
    ROCKETCHAT_CALLS_PER_MINUTE: 'unlimited',
  }),
  people: { users: [{ _id: 'a', username: 'ana', emails: [{ address: 'ana@example.com' }] }], total: 1 },
  hostile: {
    answers: hostileAnswers,
    // It has nothing more to list, so what it counts beyond that is not asked for without end.
    answerTo: ({ query }, answer) =>
      (query.get('offset') ?? '0') === '0' ? answer : { users: [], agents: [], total: 2 ** 31 - 1 },
    questions: [
      { what: 'a page of users', ask: (session) => session.directory.page(0) },
      { what: 'a user by username', ask: (session) => session.directory.byKey?.('a') },
      { what: 'the time available', ask: (session) => session.availability(RANGE) },
      {
        what: 'segments',
        async ask(session) {
          const accounts = await session.activeAccounts(RANGE);
          return session.segments?.of(accounts, RANGE);
        },
      },
      { what: 'messages', ask: (session) => session.overview('messages', RANGE, null) },
      {
        what: 'a page of agents without an extension',
        ask: (session) => session.availableForExtension({ extension: null, text: null }).page(0),
      },
    ],
  },
  versions: {
    document: new URL('../../../../README.md', import.meta.url),
    cases: ROCKET_CHAT,
    known: ROCKET_CHAT_VERSIONS,
    variable: null,
    setting(version) {
      const rocketChatVersion = ROCKET_CHAT_VERSIONS.find((known) => known === version);
      if (rocketChatVersion === undefined) throw new Error(`The sandbox cannot be Rocket.Chat ${version}`);
      return { sandboxOptions: { rocketChatVersion } };
    },
    // The server's paths do not name its version.
    path: () => /^\/api\/v1\//,
    refusesWithoutCall: false,
    types: ['RocketChatAccount'],
  },
};
