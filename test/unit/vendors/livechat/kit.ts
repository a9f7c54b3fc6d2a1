import { liveChat as module } from '../../../../src/vendors/livechat/index.ts';
import { REPORTS } from '../../../../src/vendors/livechat/reports/index.ts';
import type { LiveChatSession } from '../../../../src/vendors/livechat/session.ts';
import { rangeOf } from '../asking.ts';
import type { VendorKit } from '../kit.ts';
import { hostileAnswers } from './hostile-answers.ts';
import { LIVECHAT } from './versions.ts';

const range = rangeOf('2026-03-28T00:00:00+01:00', '2026-03-30T00:00:00+02:00');
const REQUEST = { range, timeZone: 'Europe/Warsaw', distribution: 'DAY', filter: {} } as const;

export const liveChat: VendorKit<LiveChatSession> = {
  module,
  environment: (url, secret) => ({ LIVECHAT_URL: url, LIVECHAT_ACCESS_TOKEN: secret }),
  people: [{ id: 'ana@example.com', name: 'Ana' }],
  hostile: {
    answers: hostileAnswers,
    questions: [
      { what: 'a page of agents', ask: (session) => session.directory.page(0) },
      {
        what: 'presence',
        ask: (session) => session.presence?.of([{ vendor: 'LIVECHAT', key: '0', name: null, emails: [] }]),
      },
      { what: 'active agents', ask: (session) => session.activeAccounts(range) },
      ...Object.values(REPORTS).map((report) => ({
        what: report.field,
        ask: (session: LiveChatSession) => session.report<unknown>(report, REQUEST),
      })),
    ],
  },
  versions: {
    document: new URL('../../../../README.md', import.meta.url),
    cases: LIVECHAT,
    known: ['3.4', '3.5', '3.6'],
    variable: 'LIVECHAT_API_VERSION',
    setting: (version) => ({ environment: { LIVECHAT_API_VERSION: version } }),
    path: (version) => new RegExp(`^/v${version.replace('.', '\\.')}/`),
    refusesWithoutCall: true,
    types: ['LiveChatAccount', 'ChatReport'],
  },
};
