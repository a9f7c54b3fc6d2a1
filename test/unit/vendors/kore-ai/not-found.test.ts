import { expect, test } from 'vitest';
import { UpstreamError } from '../../../../src/domain/errors.ts';
import { failureOf, operation, rangeOf } from '../asking.ts';
import type { StubAnswer } from '../stub-vendor.ts';
import {
  accountOf,
  agentRows,
  filtersOf,
  listed,
  type Row,
  type SentFilter,
  segmentsIn,
  steps,
  stubbedKoreAi,
} from './kore-ai.ts';

const RANGE = rangeOf('2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z');
const STATUS = [{ primaryStatus: 'BUSY', startTime: '2026-03-02T08:00:00', endTime: '2026-03-02T09:00:00' }];
const ANA: Row = { userId: 'u-ana', email: 'Ana@deskgraph.test', status: STATUS };
const BEN: Row = { userId: 'u-ben', email: 'ben@deskgraph.test', status: STATUS };
const NOT_FOUND = {
  code: 'UPSTREAM_INVALID_RESPONSE',
  message: 'an agent that it has listed before is missing from its answer and from its whole list.',
};

/** A server that answers in one way when it is asked for agents by address, and lists these rows when it is not. */
function serverOf(rows: readonly Row[], byAddress: (emails: readonly string[]) => readonly object[]) {
  return stubbedKoreAi((request): StubAnswer => {
    const { agents } = (request.body as { filter: SentFilter }).filter;
    return agents === undefined
      ? listed(request, rows)
      : { body: { hasMore: false, data: byAddress(agents) } };
  });
}

test('a row without segments means none, and nothing more is read', async () => {
  const { status: _, ...row } = ANA;
  await using kore = await serverOf([], () => [row]);
  const segments = await kore.port
    .open(operation())
    .segments.of([accountOf('u-ana', 'Ana@deskgraph.test')], RANGE);
  expect(segmentsIn(segments, 'u-ana')).toEqual([]);
  expect(filtersOf(kore).map(({ agents }) => agents)).toEqual([['Ana@deskgraph.test']]);
});

test.each<readonly [string, (emails: readonly string[]) => readonly object[]]>([
  ['finds nobody by a list of addresses', () => []],
  ['spells the address differently now', (emails) => (emails.includes('ANA@DESKGRAPH.TEST') ? [ANA] : [])],
  ['answers with an agent who was not asked for', () => [BEN]],
  ['has another agent by this address', () => [{ ...BEN, userId: 'u-new', email: 'Ana@deskgraph.test' }]],
])('an account is found in the whole list where the server %s', async (_, byAddress) => {
  await using kore = await serverOf([BEN, ANA], byAddress);
  const segments = await kore.port
    .open(operation())
    .segments.of([accountOf('u-ana', 'Ana@deskgraph.test')], RANGE);
  expect([...segments.keys()]).toEqual(['u-ana']);
  expect(segmentsIn(segments, 'u-ana')).toHaveLength(1);
  expect(filtersOf(kore).map(({ agents }) => agents)).toEqual([['Ana@deskgraph.test'], undefined]);
});

test.each<readonly [string, object]>([
  ['with its address in other letters', { ...ANA, email: 'ANA@DESKGRAPH.TEST' }],
  ['with another address', { ...ANA, email: 'anna@deskgraph.test' }],
  ['without an address', { ...ANA, email: null }],
])('a row of the same user id %s is the account’s', async (_, row) => {
  await using kore = await serverOf([], () => [row, BEN]);
  const segments = await kore.port
    .open(operation())
    .segments.of([accountOf('u-ana', 'Ana@deskgraph.test')], RANGE);
  expect(segmentsIn(segments, 'u-ana')).toHaveLength(1);
  expect(kore.stub.requests).toHaveLength(1);
});

test('an account that the whole list lacks as well is an error of its own, and costs no other account', async () => {
  await using kore = await serverOf([ANA], (emails) =>
    [ANA, BEN].filter(({ email }) => emails.includes(email ?? '')),
  );
  const gone = [accountOf('u-gone', 'gone@deskgraph.test'), accountOf('u-lost', 'Ben@deskgraph.test')];
  const accounts = [accountOf('u-ana', 'Ana@deskgraph.test'), ...gone];
  const segments = await kore.port.open(operation()).segments.of(accounts, RANGE);
  expect([...segments.keys()]).toEqual(['u-ana', 'u-gone', 'u-lost']);
  expect(segmentsIn(segments, 'u-ana')).toHaveLength(1);
  for (const { key } of gone) {
    expect(segments.get(key)).toBeInstanceOf(UpstreamError);
    expect(segments.get(key)).toMatchObject(NOT_FOUND);
  }
  expect(kore.stub.requests).toHaveLength(2);
});

test('a whole list that cannot be read costs only the accounts that were not found by address', async () => {
  await using kore = await stubbedKoreAi((request) =>
    (request.body as { filter: SentFilter }).filter.agents === undefined
      ? { status: 429, body: {}, headers: { 'retry-after': '9' } }
      : listed(request, [BEN]),
  );
  const accounts = [accountOf('u-ben', 'ben@deskgraph.test'), accountOf('u-ana', 'Ana@deskgraph.test')];
  const segments = await kore.port.open(operation()).segments.of(accounts, RANGE);
  expect(segmentsIn(segments, 'u-ben')).toHaveLength(1);
  expect(segments.get('u-ana')).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: 9 });
});

test('an answer by address that fails is an error of all accounts, and the whole list is not read', async () => {
  await using kore = await stubbedKoreAi(() => ({ status: 500, body: {} }));
  const accounts = [accountOf('u-ana', 'Ana@deskgraph.test')];
  const fault = await failureOf(kore.port.open(operation()).segments.of(accounts, RANGE));
  expect(fault).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(filtersOf(kore).every(({ agents }) => agents !== undefined)).toBe(true);
});

test('the whole list is read once, for all accounts that were not found', async () => {
  const rows = agentRows(60).map((row) => ({ ...row, status: STATUS }));
  await using kore = await serverOf(rows, () => []);
  const accounts = rows.map(({ userId, email }) => accountOf(userId, email));
  const segments = await kore.port.open(operation()).segments.of(accounts, RANGE);
  for (const { userId } of rows) expect(segmentsIn(segments, userId)).toHaveLength(1);
  const ofWholeList = steps(kore).filter((_, index) => filtersOf(kore)[index]?.agents === undefined);
  expect(ofWholeList.filter((step) => step.startsWith('0+'))).toHaveLength(1);
});

test('an account without an address that the whole list lacks is not found, and the list is read once', async () => {
  await using kore = await serverOf([ANA], () => []);
  const segments = await kore.port
    .open(operation())
    .segments.of([accountOf('u-ana'), accountOf('u-gone')], RANGE);
  expect(segmentsIn(segments, 'u-ana')).toHaveLength(1);
  expect(segments.get('u-gone')).toMatchObject(NOT_FOUND);
  expect(kore.stub.requests).toHaveLength(1);
});

test('an account with two addresses is asked for by both, and has the segments of both rows', async () => {
  const later = [{ primaryStatus: 'AWAY', startTime: '2026-03-02T10:00:00', endTime: '-' }];
  // Batches of one answer each, as the second address falls into the second batch.
  const rows = [
    ...agentRows(49),
    { ...ANA, email: 'a@deskgraph.test' },
    { ...ANA, email: 'b@deskgraph.test', status: later },
  ];
  await using kore = await stubbedKoreAi((request) => listed(request, rows));
  const accounts = [
    ...agentRows(49).map(({ userId, email }) => accountOf(userId, email)),
    accountOf('u-ana', 'a@deskgraph.test', 'b@deskgraph.test'),
  ];
  const segments = await kore.port.open(operation()).segments.of(accounts, RANGE);
  expect(segmentsIn(segments, 'u-ana').map(({ status }) => status)).toEqual(['BUSY', 'AWAY']);
});

test('segments that contradict each other are an error of their agent alone, who counts as active', async () => {
  const open = (primaryStatus: string, startTime: string) => ({ primaryStatus, startTime, endTime: '-' });
  const status = [open('AVAILABLE', '2026-03-02T08:00:00'), open('BUSY', '2026-03-02T09:00:00')];
  await using kore = await stubbedKoreAi((request) => listed(request, [{ ...ANA, status }, BEN]));
  const one = kore.port.open(operation());
  const accounts = await one.activeAccounts(RANGE);
  expect(accounts).toMatchObject([{ key: 'u-ana', openSegment: { status: 'BUSY' } }, { key: 'u-ben' }]);
  const segments = await one.segments.of(accounts, RANGE);
  expect(segmentsIn(segments, 'u-ben')).toHaveLength(1);
  expect(segments.get('u-ana')).toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
    message: 'segments of one agent overlap each other, though an agent has one status at a time.',
  });
});
