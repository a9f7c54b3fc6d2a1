import fc from 'fast-check';
import { z } from 'zod';
import {
  accountsAt,
  activeDuring,
  type Cases,
  casesOfPeople,
  instant,
  positive,
  statusSegments,
  text,
  timeInStatus,
} from '../e2e/versions/case.ts';
import { rangeOf } from '../unit/vendors/asking.ts';
import type { VendorKit } from '../unit/vendors/kit.ts';
import { WITH_PARLEY } from './index.ts';
import { parley as module, type ParleySession } from './vendor.ts';

const RANGE = rangeOf('2026-03-01T00:00:00Z', '2026-03-03T00:00:00Z');

const CASES: Cases = {
  ...casesOfPeople('PARLEY', '{ parleyBadge: "p-100011" }', instant.nullable()),
  '`AgentFilter.activeDuring`': activeDuring('PARLEY'),
  '`Agent.statusSegments`': statusSegments('PARLEY', text),
  '`Agent.timeInStatus`': timeInStatus('PARLEY'),
  '`ParleyAccount.calls`': {
    query: `query ($range: TimeRange!) { agents(first: 200) { nodes { accounts { vendor
      ... on ParleyAccount { calls(range: $range) { count talkSeconds } } } } } }`,
    values: (data) => accountsAt('PARLEY')(data).map(({ calls }) => calls),
    like: z.object({ count: positive, talkSeconds: positive }),
    atLeast: 10,
  },
};

function hostileAnswers(mark: string): fc.Arbitrary<unknown> {
  const marked = fc.string().map((words) => mark + words);
  const time = fc.constantFrom('2026-03-01T23:59:59Z', '-271821-04-20T00:00:00Z', '2026-03-02', '__proto__');
  const anything = fc.oneof(fc.jsonValue(), marked, time, fc.constant(null));
  const row = fc.record(
    {
      badge: fc.oneof(marked, fc.constantFrom('b', '__proto__'), anything),
      ...{ name: fc.oneof(marked, anything), mail: anything, mood: fc.oneof(marked, anything) },
      ...{ since: fc.oneof(time, anything), from: time, until: fc.oneof(time, anything) },
      ...{ count: fc.oneof(fc.nat(), anything), talkSeconds: fc.oneof(fc.nat(), anything) },
    },
    { requiredKeys: ['badge'] },
  );
  const rows = fc.oneof(fc.array(row, { maxLength: 3 }), anything);
  // It has no more members than it lists at once.
  const answer = { crew: rows, log: rows, calls: rows, count: fc.oneof(fc.nat(3), fc.jsonValue()) };
  return fc.oneof(anything, fc.record(answer, { requiredKeys: [] }));
}

export const parley: VendorKit<ParleySession> = {
  module,
  environment: (url, secret) => ({ PARLEY_URL: url, PARLEY_TOKEN: secret }),
  people: {
    crew: [{ badge: 'p-1', name: 'Ana', mail: 'ana@example.com', mood: 'ready', since: null }],
    count: 1,
  },
  hostile: {
    answers: hostileAnswers,
    questions: [
      { what: 'a page of the crew', ask: (session) => session.directory.page(0) },
      {
        what: 'members by address',
        ask: (session) => session.directory.lookup?.byEmail(['a@a.test']),
      },
      { what: 'a member by badge', ask: (session) => session.directory.byKey?.('b') },
      {
        what: 'segments',
        async ask(session) {
          const accounts = await session.activeAccounts(RANGE);
          return session.segments?.of(accounts, RANGE);
        },
      },
      { what: 'calls', ask: (session) => session.calls(RANGE) },
    ],
  },
  versions: {
    document: new URL('README.md', import.meta.url),
    cases: CASES,
    known: ['1', '2'],
    variable: 'PARLEY_API_VERSION',
    setting: (version) => ({ vendors: WITH_PARLEY, environment: { PARLEY_API_VERSION: version } }),
    path: (version) => new RegExp(`^/v${version}/`),
    refusesWithoutCall: true,
    types: ['ParleyAccount'],
  },
};
