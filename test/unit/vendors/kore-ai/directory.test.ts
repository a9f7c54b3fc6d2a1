import { describe, expect, test } from 'vitest';
import { normalizeEmail } from '../../../../src/domain/account.ts';
import type { KoreAiAccount } from '../../../../src/vendors/kore-ai/account.ts';
import { operation, rangeOf } from '../asking.ts';
import {
  accountOf,
  agentRows,
  filtersOf,
  fixture,
  listed,
  type StubbedKoreAi,
  steps,
  stubbedKoreAi,
} from './kore-ai.ts';

const RANGE = rangeOf('2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z');
const ID = 'u-11aa22bb-0000-5000-8000-00000000000';

test('a page of agents is a page of accounts, and what is absent or empty is null', async () => {
  await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
  const page = await kore.port.open(operation()).directory.page(0);
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
    following: null,
  });
});

test('the open segment is the presence, since it began; without one nothing is said', async () => {
  await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
  const { accounts } = await kore.port.open(operation()).directory.page(0);
  const since = Temporal.Instant.from('2026-03-02T10:12:00Z');
  expect(await kore.port.open(operation()).presence?.of(accounts)).toEqual(
    new Map([[accounts[0]?.key, { vendor: 'KORE_AI', status: 'BUSY', reportedStatus: 'BUSY', since }]]),
  );
  expect(kore.stub.requests).toHaveLength(1);
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
  await second.port.open(operation()).directory.page(0);
  expect(filtersOf(second)).toEqual([{ dateFilter: { startDate, endDate, timeZoneOffSet: 0 } }]);
  await using first = await stubbedKoreAi(answer, {}, instant);
  await first.port.open(operation()).directory.page(0);
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
  const { directory } = kore.port.open(operation());
  expect(directory).toMatchObject({ vendor: 'KORE_AI', pageSize: 49, ordered: false });
  const page = await directory.page(index);
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
  expect(kore.port.open(operation()).directory.lookup?.size).toBe(50);
  const accounts = await kore.port.open(operation()).directory.lookup?.byEmail(emails);
  expect(accounts?.map(({ key }) => key)).toEqual(rows.map(({ userId }) => userId));
  expect(filtersOf(kore).map(({ agents }) => agents)).toEqual([emails]);
  expect(steps(kore)).toEqual(['0+50']);
});

test('whom a server lists without being asked is not found', async () => {
  await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
  const accounts = await kore.port.open(operation()).directory.lookup?.byEmail(['maja.wrona@deskgraph.test']);
  expect((accounts as KoreAiAccount[]).map(({ firstName }) => firstName)).toEqual(['Maja']);
});

describe('an address', () => {
  const ROW = { userId: 'u-1', email: 'Ána.Ek@Deskgraph.test' };
  /** A server that compares addresses exactly. */
  const exact = () => stubbedKoreAi((request) => listed(request, [ROW]));
  const asked = (kore: StubbedKoreAi) => filtersOf(kore).map(({ agents }) => agents);
  const find = async ({ port }: StubbedKoreAi, ...emails: readonly string[]) =>
    (await port.open(operation()).directory.lookup?.byEmail(emails))?.map(({ key }) => key);
  const LOWER = normalizeEmail(ROW.email);

  test('that finds no agent may be spelled differently at Kore.ai', async () => {
    await using kore = await exact();
    expect(kore.port.open(operation()).directory.lookup?.exact).toBe(true);
    expect(await find(kore, LOWER)).toEqual([]);
  });

  test('is asked for in each given spelling, each once, while its own is not known', async () => {
    await using kore = await exact();
    expect(await find(kore, LOWER, ROW.email, LOWER)).toEqual(['u-1']);
    expect(asked(kore)).toEqual([[LOWER, ROW.email]]);
  });

  test.each<readonly [string, (kore: StubbedKoreAi) => Promise<unknown> | undefined]>([
    ['a page', ({ port }) => port.open(operation()).directory.page(0)],
    ['a lookup', (kore) => find(kore, ROW.email)],
    ['the active agents', ({ port }) => port.open(operation()).activeAccounts(RANGE)],
    ['segments', ({ port }) => port.open(operation()).segments.of([accountOf('u-1', ROW.email)], RANGE)],
  ])('is asked for only in the own spelling that %s has shown', async (_, show) => {
    await using kore = await exact();
    await show(kore);
    expect(await find(kore, LOWER, LOWER.toUpperCase())).toEqual(['u-1']);
    expect(asked(kore).at(-1)).toEqual([ROW.email]);
  });

  test('that a server finds case aside is asked for in the same way again, so that memory can answer', async () => {
    await using kore = await stubbedKoreAi(() => ({ body: { hasMore: false, data: [ROW] } }));
    await find(kore, LOWER);
    await kore.port.open(operation()).directory.page(0);
    expect(await find(kore, LOWER, ROW.email.toUpperCase())).toEqual(['u-1']);
    expect(asked(kore)).toEqual([[LOWER], undefined, [LOWER]]);
  });

  test('is asked for as it is given again once its own spelling finds no agent', async () => {
    let rows = [ROW];
    await using kore = await stubbedKoreAi((request) => listed(request, rows));
    await kore.port.open(operation()).directory.page(0);
    rows = [{ userId: 'u-2', email: LOWER }];
    expect(await find(kore, LOWER)).toEqual([]);
    expect(await find(kore, LOWER)).toEqual(['u-2']);
  });

  test.each(['__proto__', 'constructor', 'toString@deskgraph.test', 'ünï@bücher.test', '字@例え.test'])(
    'such as %s is an address like any other',
    async (email) => {
      const row = { userId: '__proto__', email: email.toUpperCase() };
      await using kore = await stubbedKoreAi((request) => listed(request, [row]));
      await kore.port.open(operation()).directory.page(0);
      expect(await find(kore, email)).toEqual(['__proto__']);
      expect(asked(kore).at(-1)).toEqual([row.email]);
    },
  );
});

test('more spellings than one call can ask for are asked for in two', async () => {
  const rows = agentRows(30).map((row) => ({ ...row, email: row.email.replace('agent', 'Agent') }));
  await using kore = await stubbedKoreAi((request) => listed(request, rows));
  const emails = rows.flatMap(({ email }) => [email, normalizeEmail(email)]);
  const accounts = await kore.port.open(operation()).directory.lookup?.byEmail(emails);
  expect(accounts?.map(({ key }) => key).toSorted()).toEqual(rows.map(({ userId }) => userId));
  expect(filtersOf(kore).map(({ agents }) => agents?.length)).toEqual([50, 10]);
});

test('an agent in two rows of a page is one account, with what either row knows', async () => {
  const segment = { primaryStatus: 'BUSY', startTime: '2026-03-02T10:00:00', endTime: '-' };
  const data = [
    { userId: 'u-1', firstName: 'Ana', email: null },
    { userId: 'u-2', email: 'ben@deskgraph.test' },
    { userId: 'u-1', lastName: 'Ek', email: 'ana@deskgraph.test', customId: '7', status: [segment] },
  ];
  await using kore = await stubbedKoreAi(() => ({ body: { hasMore: false, data } }));
  const { accounts } = await kore.port.open(operation()).directory.page(0);
  expect(accounts).toMatchObject([
    {
      ...{ key: 'u-1', name: 'Ana Ek', emails: ['ana@deskgraph.test'], customId: '7' },
      openSegment: { status: 'BUSY' },
    },
    { key: 'u-2' },
  ]);
});

test('the same page asked twice in one operation costs one call, in two operations two', async () => {
  await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
  const one = kore.port.open(operation());
  await Promise.all([one.directory.page(0), one.directory.page(0)]);
  expect(kore.stub.requests).toHaveLength(1);
  await kore.port.open(operation()).directory.page(0);
  expect(kore.stub.requests).toHaveLength(2);
});
