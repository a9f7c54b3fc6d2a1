import { describe, expect, test } from 'vitest';
import type { StatusSegment } from '../../../../src/domain/segment.ts';
import { failureOf, operation, rangeOf } from '../asking.ts';
import type { StubRequest } from '../stub-vendor.ts';
import { accountOf, fixture, type SentFilter, segmentsIn, stubbedKoreAi } from './kore-ai.ts';

const MAJA = 'u-11aa22bb-0000-5000-8000-000000000001';

function segment(
  words: readonly (string | null)[],
  startedAt: string,
  endedAt: string | null,
): StatusSegment {
  const [status, reportedStatus = null, reportedReason = null] = words;
  return {
    vendor: 'KORE_AI',
    status: status as StatusSegment['status'],
    ...{ reportedStatus, reportedReason },
    startedAt: Temporal.Instant.from(startedAt),
    endedAt: endedAt === null ? null : Temporal.Instant.from(endedAt),
  };
}

const OVER_32_HOURS = segment(
  ['AVAILABLE', 'AVAILABLE', 'AVAILABLE'],
  '2026-02-28T23:50:10Z',
  '2026-03-02T08:07:14Z',
);
const NBK = segment(['BUSY', 'BUSY', 'NBK'], '2026-03-02T08:07:14Z', '2026-03-02T08:08:10Z');
const NO_TIME = segment(['AWAY', 'Away', null], '2026-03-02T09:30:00Z', '2026-03-02T09:30:00Z');
const UNKNOWN = segment(
  ['OTHER', 'LOGIN_PREP', 'Login Prep'],
  '2026-03-02T10:02:00Z',
  '2026-03-02T10:12:00Z',
);
const OPEN = segment(['BUSY', 'BUSY', 'Lunch'], '2026-03-02T10:12:00Z', null);

describe('segments are whole, in UTC, and those that overlap the range', () => {
  test.each<readonly [string, string, string, readonly StatusSegment[]]>([
    ['a day', '2026-03-02T00:00Z', '2026-03-03T00:00Z', [OVER_32_HOURS, NBK, NO_TIME, UNKNOWN, OPEN]],
    ['the day before', '2026-03-01T00:00Z', '2026-03-02T00:00Z', [OVER_32_HOURS]],
    ['an hour within one', '2026-03-01T12:00Z', '2026-03-01T13:00Z', [OVER_32_HOURS]],
    ['one second of each', '2026-03-02T08:07:13Z', '2026-03-02T08:07:15Z', [OVER_32_HOURS, NBK]],
    ['from the end of one', '2026-03-02T08:07:14Z', '2026-03-02T08:08:00Z', [NBK]],
    ['to the start of one', '2026-03-02T08:00:00Z', '2026-03-02T08:07:14Z', [OVER_32_HOURS]],
    ['a gap', '2026-03-02T08:08:10Z', '2026-03-02T09:30:00Z', []],
    ['from the instant of one that took no time', '2026-03-02T09:30:00Z', '2026-03-02T09:31:00Z', [NO_TIME]],
    ['to the start of the open one', '2026-03-02T10:10:00Z', '2026-03-02T10:12:00Z', [UNKNOWN]],
    ['after the open one began', '2026-03-02T15:00:00Z', '2026-03-02T16:00:00Z', [OPEN]],
    ['at an offset of 45 minutes', '2026-03-02T13:52:13+05:45', '2026-03-02T13:52:14+05:45', [OVER_32_HOURS]],
  ])('%s', async (_, from, to, expected) => {
    await using kore = await stubbedKoreAi(() => ({ body: fixture('agents') }));
    const range = rangeOf(from, to);
    const one = kore.port.open(operation());
    const { accounts } = await one.directory.page(0);
    const segments = await one.segments.of(accounts, range);
    expect(segments.get(MAJA)).toEqual(expected);
    expect([...segments.values()].slice(1)).toEqual([[], [], []]);
    const active = await one.activeAccounts(range);
    expect(active.map(({ key }) => key)).toEqual(expected.length === 0 ? [] : [MAJA]);
  });
});

/** A server that writes its times as the real one does: local to the offset in minutes that the request names. */
function serverWith(startedAt: string, endedAt: string) {
  return ({ body }: StubRequest) => {
    const minutes = -(body as { filter: SentFilter }).filter.dateFilter.timeZoneOffSet;
    const local = (instant: string) =>
      Temporal.Instant.from(instant).add({ minutes }).toString({ smallestUnit: 'second' }).replace('Z', '');
    const status = [{ primaryStatus: 'AVAILABLE', startTime: local(startedAt), endTime: local(endedAt) }];
    return { body: { hasMore: false, data: [{ userId: MAJA, email: 'maja.wrona@deskgraph.test', status }] } };
  };
}

test.each([
  [
    'over the hour that Warsaw skips',
    '2026-03-29T00:59:59Z',
    '2026-03-29T01:00:01Z',
    '2026-03-29T00:00+01:00',
    '2026-03-30T00:00+02:00',
  ],
  [
    'in the hour that Warsaw has twice',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-10-25T02:00+02:00',
    '2026-10-25T03:00+01:00',
  ],
  [
    'over midnight of Kathmandu',
    '2026-03-02T18:14:59Z',
    '2026-03-02T18:15:01Z',
    '2026-03-03T00:00+05:45',
    '2026-03-04T00:00+05:45',
  ],
  [
    "over a year's end",
    '2025-12-31T23:59:59Z',
    '2026-01-01T00:00:01Z',
    '2025-12-31T23:00Z',
    '2026-01-01T01:00Z',
  ],
  ['in one minute', '2026-03-02T08:30:10Z', '2026-03-02T08:30:11Z', '2026-03-02T08:30Z', '2026-03-02T08:31Z'],
])('a segment %s is right to the second', async (_, startedAt, endedAt, from, to) => {
  for (const version of ['1', '2', '3'] as const) {
    const later = Temporal.Instant.from(to);
    await using kore = await stubbedKoreAi(serverWith(startedAt, endedAt), { apiVersion: version }, later);
    const one = kore.port.open(operation());
    const accounts = await one.activeAccounts(rangeOf(from, to));
    const segments = await one.segments.of(accounts, rangeOf(from, to));
    expect(segments.get(MAJA)).toEqual([segment(['AVAILABLE', 'AVAILABLE'], startedAt, endedAt)]);
  }
});

test.each([
  ['AVAILABLE', 'AVAILABLE', 'AVAILABLE'],
  ['busy', 'BUSY', 'busy'],
  [' Offline ', 'OFFLINE', 'Offline'],
  ['System Away', 'OTHER', 'System Away'],
  ['constructor', 'OTHER', 'constructor'],
])('the status %j is %s, reported as %j', async (primaryStatus, status, reportedStatus) => {
  const told = { primaryStatus, startTime: '2026-03-02T08:00:00', endTime: '-', duration: '-' };
  await using kore = await stubbedKoreAi(() => ({ body: { data: [{ userId: 'u', status: [told] }] } }));
  const { accounts } = await kore.port.open(operation()).directory.page(0);
  expect(accounts).toMatchObject([{ openSegment: { status, reportedStatus, reportedReason: null } }]);
});

test.each<readonly [string, object]>([
  ['has no status', { primaryStatus: undefined }],
  ['has null as its status', { primaryStatus: null }],
  ['has an empty status', { primaryStatus: '' }],
  ['has a blank status', { primaryStatus: ' ' }],
  ['begins in a second that a minute does not have', { startTime: '2026-03-02T07:59:60' }],
  ['ends in a second that a minute does not have', { endTime: '2026-03-02T09:59:60' }],
  ['ends in an hour that a day does not have', { endTime: '2026-03-02T24:00:00' }],
])('a segment that %s is an invalid response, never another segment', async (_, change) => {
  const told = { primaryStatus: 'BUSY', startTime: '2026-03-02T08:00:00', endTime: '2026-03-02T09:00:00' };
  await using kore = await stubbedKoreAi(() => ({
    body: { data: [{ userId: 'u', email: 'u@u.test', status: [{ ...told, ...change }] }] },
  }));
  const range = rangeOf('2026-03-02T00:00Z', '2026-03-03T00:00Z');
  const accounts = [accountOf('u', 'u@u.test')];
  const fault = { vendor: 'KORE_AI', code: 'UPSTREAM_INVALID_RESPONSE' };
  expect(await failureOf(kore.port.open(operation()).segments.of(accounts, range))).toMatchObject(fault);
  expect(await failureOf(kore.port.open(operation()).directory.page(0))).toMatchObject(fault);
});

const FUTURE = {
  code: 'UPSTREAM_INVALID_RESPONSE',
  message: 'a segment of one agent begins or ends in the future.',
};

/** The present of these tests is 10:15:30. */
test.each<readonly [string, string, string]>([
  ['opens', '2026-03-02T10:20:31', '-'],
  ['begins and has ended', '2026-03-02T12:00:00', '2026-03-02T13:00:00'],
  ['has ended', '2026-03-02T10:00:00', '2026-03-02T13:00:00'],
])('a segment that %s in the future costs its own agent', async (_, startTime, endTime) => {
  const open = { primaryStatus: 'BUSY', startTime: '2026-03-02T09:00:00', endTime: '-' };
  const data = [
    { userId: 'u-ana', email: 'ana@u.test', status: [{ primaryStatus: 'AWAY', startTime, endTime }] },
    { userId: 'u-ben', email: 'ben@u.test', status: [open] },
  ];
  await using kore = await stubbedKoreAi(() => ({ body: { hasMore: false, data } }));
  const one = kore.port.open(operation());
  const { accounts } = await one.directory.page(0);
  const range = rangeOf('2026-03-02T00:00Z', '2026-03-03T00:00Z');
  const segments = await one.segments.of(accounts, range);
  expect(segments.get('u-ana')).toMatchObject(FUTURE);
  expect(segmentsIn(segments, 'u-ben')).toHaveLength(1);
  const presence = await one.presence?.of(accounts);
  expect(presence?.get('u-ana')).toMatchObject(FUTURE);
  expect(presence?.get('u-ben')).toMatchObject({ status: 'BUSY' });
});

test('a segment that begins within five minutes from now is the present, as clocks differ', async () => {
  const status = [{ primaryStatus: 'AWAY', startTime: '2026-03-02T10:20:30', endTime: '-' }];
  await using kore = await stubbedKoreAi(() => ({ body: { data: [{ userId: 'u', status }] } }));
  const { accounts } = await kore.port.open(operation()).directory.page(0);
  expect((await kore.port.open(operation()).presence?.of(accounts))?.get('u')).toMatchObject({
    status: 'AWAY',
  });
});

test('segments are ordered, whatever the order in which they are told', async () => {
  const told = (startTime: string, endTime: string) => ({ primaryStatus: 'BUSY', startTime, endTime });
  const status = [
    told('2026-03-02T10:00:00', '-'),
    told('2026-03-02T08:30:00', '2026-03-02T09:00:00'),
    told('2026-03-02T08:00:00', '2026-03-02T08:30:00'),
  ];
  await using kore = await stubbedKoreAi(() => ({
    body: { data: [{ userId: 'u', email: 'u@u.test', status }] },
  }));
  const one = kore.port.open(operation());
  const { accounts } = await one.directory.page(0);
  const range = rangeOf('2026-03-02T00:00Z', '2026-03-03T00:00Z');
  const segments = segmentsIn(await one.segments.of(accounts, range), 'u');
  expect(segments.map(({ endedAt }) => endedAt?.toString() ?? 'open')).toEqual([
    '2026-03-02T08:30:00Z',
    '2026-03-02T09:00:00Z',
    'open',
  ]);
});
