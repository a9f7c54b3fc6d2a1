import { koreAi as module } from '../../../../src/vendors/kore-ai/index.ts';
import { rangeOf } from '../asking.ts';
import type { VendorKit } from '../kit.ts';
import { hostileAnswers } from './hostile-answers.ts';
import { KORE_AI } from './versions.ts';

const RANGE = rangeOf('2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z');

export const koreAi: VendorKit = {
  module,
  environment: (url, secret) => ({
    KORE_AI_URL: url,
    KORE_AI_ACCOUNT_ID: 'acc',
    KORE_AI_STREAM_ID: 'st-1',
    KORE_AI_JWT: secret,
    KORE_AI_CALLS_PER_MINUTE: 'unlimited',
  }),
  people: { hasMore: false, data: [{ userId: 'u-ana', email: 'ana@example.com' }] },
  hostile: {
    answers: hostileAnswers,
    questions: [
      { what: 'a page of agents', ask: (session) => session.directory.page(0) },
      {
        what: 'agents by address',
        ask: (session) => session.directory.lookup?.byEmail(['u@u.test']),
      },
      {
        what: 'segments',
        async ask(session) {
          const accounts = await session.activeAccounts(RANGE);
          return session.segments?.of(accounts, RANGE);
        },
      },
    ],
  },
  versions: {
    document: new URL('../../../../README.md', import.meta.url),
    cases: KORE_AI,
    known: ['1', '2', '3'],
    variable: 'KORE_AI_API_VERSION',
    setting: (version) => ({ environment: { KORE_AI_API_VERSION: version } }),
    path: (version) => new RegExp(`/account/[\\w-]+${version === '1' ? '' : `/v${version}`}/\\w+$`),
    refusesWithoutCall: false,
    types: ['KoreAiAccount'],
  },
};
