import { expect, test } from 'vitest';
import type { VendorPort } from '../../../../src/domain/ports.ts';
import type { RocketChatAccount } from '../../../../src/vendors/rocket-chat/account.ts';
import type { RocketChatSession } from '../../../../src/vendors/rocket-chat/session.ts';
import { failureOf, operation, rangeOf } from '../asking.ts';
import { cut, historyServer } from './history-server.ts';
import { accountNamed, fixture, listed, queriesOf, stubbedRocketChat, userRows } from './rocket-chat.ts';

const PATH = '/api/v1/livechat/analytics/agents/available-for-service-history';
const INVALID = { vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' };
const RANGE = rangeOf('2026-03-02T08:30:00Z', '2026-03-04T00:00:00Z');
const SENT = {
  start: '2026-03-02T00:00:00.000Z',
  end: '2026-03-03T23:59:59.999Z',
  offset: '0',
  count: '100',
};
test('the time available is told for whole days, in one call, also of those who are gone since', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('history') }));
  expect(await rocket.port.open(operation()).availability(RANGE)).toEqual(
    new Map([
      ['maja.wrona', 48_211],
      ['no.longer.here', 1],
      ['ole.lund', 0],
    ]),
  );
  expect(rocket.stub.requests).toMatchObject([{ method: 'GET', path: PATH }]);
  expect(queriesOf(rocket)).toEqual([SENT]);
});

test('active are those whom the history lists, and no more than their usernames is known', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('history') }));
  expect(await rocket.port.open(operation()).activeAccounts(RANGE)).toEqual([
    accountNamed('maja.wrona'),
    accountNamed('no.longer.here'),
    accountNamed('ole.lund'),
  ]);
  expect(queriesOf(rocket)).toEqual([SENT]);
});

test('who was active and for how long, asked in one operation, costs one call', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('history') }));
  const one = rocket.port.open(operation());
  await Promise.all([one.availability(RANGE), one.activeAccounts(RANGE)]);
  expect(rocket.stub.requests).toHaveLength(1);
});

test.each([
  ['UTC', '2026-03-02T08:30:00Z', '2026-03-02T08:31:00Z', '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z'],
  ['UTC', '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z', '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z'],
  ['UTC', '2025-12-31T23:59:59Z', '2026-01-01T00:00:01Z', '2025-12-31T00:00:00Z', '2026-01-02T00:00:00Z'],
  [
    'Europe/Warsaw',
    '2026-03-29T10:00:00Z',
    '2026-03-29T11:00:00Z',
    '2026-03-28T23:00:00Z',
    '2026-03-29T22:00:00Z',
  ],
  [
    'Asia/Kathmandu',
    '2026-03-02T18:00:00Z',
    '2026-03-02T18:30:00Z',
    '2026-03-01T18:15:00Z',
    '2026-03-03T18:15:00Z',
  ],
])('in %s, from %s to %s is told of %s to %s', async (timeZone, from, to, first, end) => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('history') }), { timeZone });
  const range = rangeOf(from, to);
  expect(rocket.port.open(operation()).covers.availability(range)).toEqual(rangeOf(first, end));
  await rocket.port.open(operation()).availability(range);
  const lastMillisecond = Temporal.Instant.from(end).subtract({ milliseconds: 1 });
  expect(queriesOf(rocket)).toMatchObject([
    { start: first.replace('Z', '.000Z'), end: String(lastMillisecond) },
  ]);
});

test('the sessions of the full report are segments; a user with 0 seconds has none', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('history-full') }));
  const range = rangeOf('2026-03-02T09:00:00Z', '2026-03-02T18:00:00Z');
  const accounts = await rocket.port.open(operation()).activeAccounts(range);
  const segments = await rocket.port.open(operation()).segments?.of(accounts, range);
  const session = (startedAt: string, endedAt: string) => ({
    ...{ vendor: 'ROCKET_CHAT', status: 'AVAILABLE', reportedStatus: null, reportedReason: null },
    startedAt: Temporal.Instant.from(startedAt),
    endedAt: Temporal.Instant.from(endedAt),
  });
  expect(segments).toEqual(
    new Map<string, unknown>([
      [
        'maja.wrona',
        [
          session('2026-03-02T08:01:12.040Z', '2026-03-02T11:59:30.907Z'),
          session('2026-03-02T12:30:05.511Z', '2026-03-02T12:30:05.511Z'),
          session('2026-03-02T13:02:44.300Z', '2026-03-02T16:05:00.018Z'),
        ],
      ],
      ['ole.lund', []],
      ['pia.sand', []],
      ['quin', []],
    ]),
  );
  expect(queriesOf(rocket)).toMatchObject([
    { start: '2026-03-02T00:00:00.000Z', end: '2026-03-02T23:59:59.999Z', offset: '0', count: '100' },
    { fullReport: 'true', start: '2026-03-02T00:00:00.000Z', end: '2026-03-02T23:59:59.999Z' },
  ]);
  expect(queriesOf(rocket)[0]).not.toHaveProperty('fullReport');
});

const agents = (...rows: readonly object[]) => ({ agents: rows, total: rows.length });
const row = { username: 'maja.wrona', availableTimeInSeconds: 1 };
const session = (startedAt: unknown, stoppedAt: unknown) =>
  agents({ ...row, serviceHistory: [{ startedAt, stoppedAt }] });
const ask = (port: VendorPort<RocketChatSession>) =>
  port.open(operation()).segments?.of([], RANGE) ?? Promise.resolve();

test.each<readonly [string, unknown, RegExp]>([
  ['nobody listed', { success: true }, /agents is not an array/],
  ['a row without a username', agents({ availableTimeInSeconds: 1 }), /agents\.0\.username is not a string/],
  [
    'seconds as a string',
    agents({ ...row, availableTimeInSeconds: '1' }),
    /availableTimeInSeconds is not a number/,
  ],
  ['half a second', agents({ ...row, availableTimeInSeconds: 0.5 }), /availableTimeInSeconds/],
  ['more seconds than an Int', agents({ ...row, availableTimeInSeconds: 2 ** 31 }), /availableTimeInSeconds/],
  ['a session that lasts', session('2026-03-02T08:00:00Z', null), /stoppedAt is not a string/],
  [
    'a time without an offset',
    session('2026-03-02T08:00:00', '2026-03-02T09:00:00Z'),
    /startedAt is not a date/,
  ],
  ['a time that is none', session('2026-03-02T25:00:00Z', '2026-03-02T09:00:00Z'), /startedAt is not a date/],
  [
    'the beginning of time',
    session('-271821-04-20T00:00:00Z', '2026-03-02T09:00:00Z'),
    /startedAt is not a date/,
  ],
  [
    'an end before the start',
    session('2026-03-02T08:00:01Z', '2026-03-02T08:00:00Z'),
    /serviceHistory\.0 does not/,
  ],
])('%s is an invalid answer', async (_, body, says) => {
  await using rocket = await stubbedRocketChat(() => ({ body }));
  const error = await failureOf(ask(rocket.port));
  expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
  expect(error.message).toMatch(says);
  expect(error.message).not.toContain('2026');
});

/** How 6.x and 7.0 answer: whoever pages is refused, and 50 users are all that is listed. */
function withoutPaging(users: number) {
  return ({ query }: { query: URLSearchParams }) => {
    if (query.has('count') || query.has('offset')) {
      const error = 'must NOT have additional properties [invalid-params]';
      return { status: 400, body: { success: false, error, errorType: 'invalid-params' } };
    }
    const agents = Array.from({ length: Math.min(50, users) }, (_, index) => ({
      username: `user${index}`,
      availableTimeInSeconds: index,
    }));
    return { body: { agents, count: agents.length, offset: 0, total: users, success: true } };
  };
}

test('a server that refuses paging is asked without it, and from then on at once', async () => {
  await using rocket = await stubbedRocketChat(withoutPaging(50));
  expect((await rocket.port.open(operation()).availability(RANGE)).size).toBe(50);
  expect((await rocket.port.open(operation()).availability(RANGE)).get('user49')).toBe(49);
  expect(queriesOf(rocket).map((query) => 'count' in query)).toEqual([true, false, false]);
});

test('a server that has learnt to page meanwhile is believed', async () => {
  const rows = userRows(51).map(({ username }) => ({ username, availableTimeInSeconds: 1 }));
  let pages = false;
  await using rocket = await stubbedRocketChat((request) =>
    pages ? listed(request, { list: 'agents', rows }) : withoutPaging(51)(request),
  );
  expect((await failureOf(rocket.port.open(operation()).availability(RANGE))).code).toBe(
    'UPSTREAM_UNSUPPORTED',
  );
  pages = true;
  expect((await rocket.port.open(operation()).availability(RANGE)).size).toBe(51);
});

test('a server that lists only the first 50 of more is an error, not a short list', async () => {
  await using rocket = await stubbedRocketChat(withoutPaging(51));
  expect(await failureOf(rocket.port.open(operation()).availability(RANGE))).toMatchObject({
    code: 'UPSTREAM_UNSUPPORTED',
    message: expect.stringContaining('only the first 50 of 51'),
  });
});

test('what the server stopped before it began, as clocks went back over midnight, is whole nonetheless', async () => {
  // On the 6th it was 23:00 to 23:59 twice, and then the 7th.
  const timeZone = 'America/Santiago';
  const { from: startedAt, to: stoppedAt } = rangeOf('2024-04-06T23:30-04:00', '2024-04-07T08:00-04:00');
  const documents = cut({ startedAt, stoppedAt }, timeZone, stoppedAt);
  expect(documents[0]?.sessions[0]?.stoppedAt).toEqual(Temporal.Instant.from('2024-04-06T23:59:59-03:00'));

  const answer = historyServer([{ username: 'maja.wrona', documents }], timeZone, 100);
  await using rocket = await stubbedRocketChat(answer, { timeZone });
  const range = rangeOf('2024-04-06T00:00-03:00', '2024-04-08T00:00-04:00');
  const segments = await rocket.port.open(operation()).segments?.of([accountNamed('maja.wrona')], range);
  expect(segments?.get('maja.wrona')).toMatchObject([{ startedAt, endedAt: stoppedAt }]);
  const theSixth = rangeOf('2024-04-06T00:00-03:00', '2024-04-07T00:00-04:00');
  // It began at 23:30, in the first of the two hours, and the server counts -1801 seconds of the 6th.
  expect((await rocket.port.open(operation()).availability(theSixth)).get('maja.wrona')).toMatchObject(
    INVALID,
  );
});

test('fewer than 0 seconds of one user cost that user alone', async () => {
  const body = agents(
    ...[-1, 0].map((seconds) => ({ username: `${seconds}`, availableTimeInSeconds: seconds })),
  );
  await using rocket = await stubbedRocketChat(() => ({ body }));
  const seconds = await rocket.port.open(operation()).availability(RANGE);
  expect(seconds.get('-1')).toMatchObject(INVALID);
  expect(seconds.get('0')).toBe(0);
});

const SESSION = { startedAt: '2026-03-03T08:00:00Z', stoppedAt: '2026-03-03T09:00:00Z' };

test.each<readonly [string, object, RegExp]>([
  ['null', { serviceHistory: null }, /of which it lists no session/],
  ['nothing', {}, /of which it lists no session/],
  ['an empty list', { serviceHistory: [] }, /of which it lists no session/],
  [
    'a session of the day after',
    { serviceHistory: [SESSION] },
    /a session of another day.*ROCKETCHAT_TIME_ZONE/,
  ],
])('%s beside seconds of a day costs the segments of one user, drawn or not', async (_, told, says) => {
  const body = agents({ ...row, ...told }, { username: 'ole.lund', availableTimeInSeconds: 0 });
  await using rocket = await stubbedRocketChat(() => ({ body }));
  const { segments } = rocket.port.open(operation());
  const range = rangeOf('2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z');
  const [maja, ole] = ['maja.wrona', 'ole.lund'].map(accountNamed) as [RocketChatAccount, RocketChatAccount];
  const answer = await segments.of([maja, ole], range);
  expect(answer.get('maja.wrona')).toMatchObject({ ...INVALID, message: expect.stringMatching(says) });
  expect(answer.get('ole.lund')).toEqual([]);
  const drawn = segments.drawn?.(maja, range, { direction: 'forwards', from: null });
  expect(await failureOf(Array.fromAsync(drawn ?? []))).toMatchObject(INVALID);
});
