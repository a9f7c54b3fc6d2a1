import { expect, test } from 'vitest';
import { type KoreAiAccount, normalizeEmail } from '../../../src/domain/account.ts';
import { presenceOf } from '../../../src/domain/presence.ts';
import { operation } from '../asking.ts';
import { agentRows, filtersOf, fixture, listed, steps, stubbedKoreAi } from './kore-ai.ts';

const ID = 'u-11aa22bb-0000-5000-8000-00000000000';

test('a page of agents is a page of accounts, and what is absent or empty is null', async () => {
  await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
  const page = await kore.port.directory.page(0, operation());
  const lunch = {
    ...{ vendor: 'KORE_AI', status: 'BUSY', reportedStatus: 'BUSY', reportedReason: 'Lunch' },
    startedAt: Temporal.Instant.from('2026-03-02T10:12:00Z'),
    endedAt: null,
  };
  expect(page).toEqual({
    accounts: [
      {
        ...{ key: `${ID}1`, name: 'Maja Wrona', firstName: 'Maja', lastName: 'Wrona' },
        ...{ emails: ['Maja.Wrona@deskgraph.test'], customId: '80421', openSegment: lunch },
      },
      {
        ...{ key: `${ID}2`, name: 'Ole', firstName: 'Ole', lastName: null },
        ...{ emails: ['ole.lund@deskgraph.test'], customId: null, openSegment: null },
      },
      {
        ...{ key: `${ID}3`, name: null, firstName: null, lastName: null },
        ...{ emails: ['pia@deskgraph.test'], customId: null, openSegment: null },
      },
      {
        ...{ key: `${ID}4`, name: 'Quin', firstName: null, lastName: 'Quin' },
        ...{ emails: [], customId: null, openSegment: null },
      },
    ].map((account) => ({ vendor: 'KORE_AI', ...account })),
    total: null,
    hasMore: false,
  });
});

test('the open segment is the presence, since it began; without one nothing is said', async () => {
  await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
  const { accounts } = await kore.port.directory.page(0, operation());
  expect(accounts.map(presenceOf)).toEqual([
    {
      ...{ vendor: 'KORE_AI', status: 'BUSY', reportedStatus: 'BUSY' },
      since: Temporal.Instant.from('2026-03-02T10:12:00Z'),
    },
    null,
    null,
    null,
  ]);
});

test.each([
  ['2026-03-02T10:15:30.500Z', '2026-03-02T10:15:00', '2026-03-02T10:16:00'],
  ['2026-03-02T10:15:00Z', '2026-03-02T10:15:00', '2026-03-02T10:16:00'],
  ['2025-12-31T23:59:59.999Z', '2025-12-31T23:59:00', '2026-01-01T00:00:00'],
  ['2026-03-02T00:00:00Z', '2026-03-02T00:00:00', '2026-03-02T00:01:00'],
])('who is there at %s is asked of the minute %s to %s, and of its day', async (now, startDate, endDate) => {
  const answer = () => ({ body: fixture('agents') });
  const instant = Temporal.Instant.from(now);
  await using second = await stubbedKoreAi(answer, { apiVersion: '2' }, instant);
  await second.port.directory.page(0, operation());
  expect(filtersOf(second)).toEqual([{ dateFilter: { startDate, endDate, timeZoneOffSet: 0 } }]);
  await using first = await stubbedKoreAi(answer, {}, instant);
  await first.port.directory.page(0, operation());
  const day = now.slice(0, 10);
  expect(filtersOf(first)).toEqual([{ dateFilter: { startDate: day, endDate: day, timeZoneOffSet: 0 } }]);
});

test.each([
  [0, 49, true],
  [1, 49, true],
  [2, 22, false],
  [3, 0, false],
])('page %i of 120 agents has %i', async (index, length, hasMore) => {
  const rows = agentRows(120);
  await using kore = await stubbedKoreAi((request) => listed(request, rows));
  const { directory } = kore.port;
  expect(directory).toMatchObject({ vendor: 'KORE_AI', pageSize: 49, ordered: false });
  const page = await directory.page(index, operation());
  expect(page).toMatchObject({ total: null, hasMore });
  expect(page.accounts.map(({ key }) => key)).toEqual(
    rows.slice(index * 49, index * 49 + 49).map(({ userId }) => userId),
  );
  expect(page.accounts).toHaveLength(length);
  expect(steps(kore)).toEqual([`${index * 49}+50`]);
});

test('addresses are looked up together, 50 to a call, and case aside', async () => {
  const rows = agentRows(50).map((row) => ({ ...row, email: row.email.replace('agent', 'Agent') }));
  await using kore = await stubbedKoreAi(() => ({ body: { hasMore: false, data: rows } }));
  const emails = rows.map(({ email }) => normalizeEmail(email));
  expect(kore.port.directory.lookup?.size).toBe(50);
  const accounts = await kore.port.directory.lookup?.byEmail(emails, operation());
  expect(accounts?.map(({ key }) => key)).toEqual(rows.map(({ userId }) => userId));
  expect(filtersOf(kore).map(({ agents }) => agents)).toEqual([emails.join(',')]);
  expect(steps(kore)).toEqual(['0+50']);
});

test('whom a server lists without being asked is not found', async () => {
  await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
  const accounts = await kore.port.directory.lookup?.byEmail(['maja.wrona@deskgraph.test'], operation());
  expect((accounts as KoreAiAccount[]).map(({ firstName }) => firstName)).toEqual(['Maja']);
});

test('the same page asked twice in one operation costs one call, in two operations two', async () => {
  await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
  const one = operation();
  await Promise.all([kore.port.directory.page(0, one), kore.port.directory.page(0, one)]);
  expect(kore.stub.requests).toHaveLength(1);
  await kore.port.directory.page(0, operation());
  expect(kore.stub.requests).toHaveLength(2);
});
