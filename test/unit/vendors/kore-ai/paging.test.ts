import { expect, test } from 'vitest';
import { failureOf, operation, rangeOf } from '../asking.ts';
import type { StubRequest } from '../stub-vendor.ts';
import { agentRows, filtersOf, listed, segmentsIn, steps, stubbedKoreAi } from './kore-ai.ts';

const RANGE = rangeOf('2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z');
const STATUS = [
  { primaryStatus: 'AVAILABLE', startTime: '2026-03-02T08:10:00', endTime: '2026-03-02T08:20:00' },
];
const ROWS = agentRows(120).map((row) => ({ ...row, status: STATUS }));
const IDS = ROWS.map(({ userId }) => userId);

test.each([
  [50, ['0+50', '49+50', '98+50']],
  [40, ['0+50', '39+50', '78+50', '117+50']],
])('everybody is read whole from a server that lists %i at once', async (most, asked) => {
  await using kore = await stubbedKoreAi((request) => listed(request, ROWS, most));
  const accounts = await kore.port.open(operation()).activeAccounts(RANGE);
  expect(accounts.map(({ key }) => key)).toEqual(IDS);
  expect(steps(kore)).toEqual(asked);
});

test('everybody is read whole from a server that lists all after the offset', async () => {
  await using kore = await stubbedKoreAi(({ query }) => ({
    body: { hasMore: false, data: ROWS.slice(Number(query.get('offset'))) },
  }));
  const accounts = await kore.port.open(operation()).activeAccounts(RANGE);
  expect(accounts.map(({ key }) => key)).toEqual(IDS);
});

test('without hasMore, a full page has a successor and another has none', async () => {
  await using kore = await stubbedKoreAi(({ query }) => {
    const offset = Number(query.get('offset'));
    return { body: { data: ROWS.slice(offset, offset + 50) } };
  });
  expect(await kore.port.open(operation()).activeAccounts(RANGE)).toHaveLength(120);
  expect(steps(kore)).toEqual(['0+50', '49+50', '98+50']);
});

test.each([undefined, null])(
  'with hasMore %s, a page is full by the limit that the server states',
  async (hasMore) => {
    const served = (request: StubRequest) => {
      const { body } = listed(request, ROWS, 40);
      return {
        body: { ...(body as object), limit: Math.min(40, Number(request.query.get('limit'))), hasMore },
      };
    };
    await using kore = await stubbedKoreAi(served);
    expect(await kore.port.open(operation()).activeAccounts(RANGE)).toHaveLength(120);
  },
);

test('who slips from one page to the next is read once', async () => {
  const page = ({ query }: StubRequest) => {
    const isFirst = query.get('offset') === '0';
    return { body: { hasMore: isFirst, data: isFirst ? ROWS.slice(0, 50) : ROWS.slice(48, 60) } };
  };
  await using kore = await stubbedKoreAi(page);
  const accounts = await kore.port.open(operation()).activeAccounts(RANGE);
  expect(accounts.map(({ key }) => key)).toEqual(IDS.slice(0, 60));
});

test.each<readonly [string, (rows: typeof ROWS) => object[], string[]]>([
  ['has gone', (rows) => rows.toSpliced(5, 1), IDS.toSpliced(5, 1)],
  ['has come', (rows) => [{ userId: 'u-new', status: STATUS }, ...rows], IDS],
])('everybody is read whole where somebody %s between two calls', async (_, change, expected) => {
  await using kore = await stubbedKoreAi((request) =>
    listed(request, kore.stub.requests.length === 1 ? ROWS : (change(ROWS) as typeof ROWS)),
  );
  const accounts = await kore.port.open(operation()).activeAccounts(RANGE);
  expect(accounts.map(({ key }) => key)).toEqual(expected);
});

test('a page is refused where somebody has gone since the page before it', async () => {
  await using kore = await stubbedKoreAi((request) =>
    listed(request, kore.stub.requests.length === 1 ? ROWS : ROWS.slice(1)),
  );
  const one = kore.port.open(operation());
  await one.directory.page(0);
  const error = await failureOf(one.directory.page(1));
  expect(error).toMatchObject({ vendor: 'KORE_AI', code: 'UPSTREAM_INVALID_RESPONSE' });
  expect(error.message).toContain('the list changed while it was read');
});

test('120 agents are asked for by address, 50 at a time', async () => {
  await using kore = await stubbedKoreAi((request) => listed(request, ROWS), { apiVersion: '2' });
  const one = kore.port.open(operation());
  const accounts = await one.activeAccounts(RANGE);
  const before = kore.stub.requests.length;
  const segments = await one.segments.of(accounts, RANGE);
  expect([...segments.keys()]).toEqual(IDS);
  for (const id of IDS) expect(segmentsIn(segments, id)).toHaveLength(1);
  const asked = filtersOf(kore).slice(before);
  expect(asked.map(({ agents }) => agents?.length).toSorted()).toEqual([20, 50, 50]);
  expect(asked.flatMap(({ agents }) => agents).toSorted()).toEqual(ROWS.map(({ email }) => email));
});

test('where one agent has no address, everybody is asked for', async () => {
  const nameless = { userId: 'u-nameless', status: STATUS };
  await using kore = await stubbedKoreAi((request) => listed(request, [...ROWS.slice(0, 2), nameless]));
  const one = kore.port.open(operation());
  const segments = await one.segments.of(await one.activeAccounts(RANGE), RANGE);
  expect([...segments.keys()]).toEqual(['u-000', 'u-001', 'u-nameless']);
  expect(filtersOf(kore)).toHaveLength(1);
});

test('about nobody nothing is asked', async () => {
  await using kore = await stubbedKoreAi((request) => listed(request, ROWS));
  expect(await kore.port.open(operation()).segments.of([], RANGE)).toEqual(new Map());
  expect(kore.stub.requests).toEqual([]);
});

test.each<readonly [string, (offset: number) => object[], RegExp]>([
  [
    'more agents and lists none',
    (offset) => (offset === 0 ? ROWS.slice(0, 20) : []),
    /follow the first 20 but does/,
  ],
  ['more agents and lists the same again', () => ROWS.slice(0, 50), /follow but lists the same 50 again/],
])('a server that promises %s is refused, not asked for ever', async (_, rows, says) => {
  await using kore = await stubbedKoreAi(({ query }) => ({
    body: { hasMore: true, data: rows(Number(query.get('offset'))) },
  }));
  const error = await failureOf(kore.port.open(operation()).activeAccounts(RANGE));
  expect(error).toMatchObject({ vendor: 'KORE_AI', code: 'UPSTREAM_INVALID_RESPONSE' });
  expect(error.message).toMatch(says);
  expect(kore.stub.requests).toHaveLength(2);
});
