import { expect, test } from 'vitest';
import type { UpstreamError } from '../../../../src/domain/errors.ts';
import { failureOf, operation, operationUntil } from '../asking.ts';
import type { StubAnswer } from '../stub-vendor.ts';
import { ACCOUNT_ID, JWT, STREAM_ID, stubbedKoreAi } from './kore-ai.ts';

async function failure(answer: StubAnswer): Promise<UpstreamError> {
  await using kore = await stubbedKoreAi(() => answer);
  return await failureOf(kore.port.open(operation()).directory.page(0));
}

/** For how long a limit that names no wait closes the quota: a minute and a margin. */
const WINDOW_SECONDS = 61;

const BODIES: readonly unknown[] = [
  { errors: [{ msg: 'Vendor words', code: 4002 }] },
  { message: 'Vendor words' },
  ['Vendor words'],
  'Vendor words',
  undefined,
  Buffer.from('<html>Vendor words</html>'),
];

test.each([
  [400, 'UPSTREAM_UNSUPPORTED', /the vendor refused the request/],
  [401, 'UPSTREAM_UNAUTHENTICATED', /the credential was not accepted/],
  [403, 'UPSTREAM_FORBIDDEN', /the credential lacks a permission/],
  [404, 'UPSTREAM_UNSUPPORTED', /does not have the endpoint/],
  [408, 'UPSTREAM_TIMEOUT', /ran out of time/],
  [429, 'UPSTREAM_RATE_LIMITED', /too many calls/],
  [500, 'UPSTREAM_UNAVAILABLE', /the vendor failed/],
  [502, 'UPSTREAM_UNAVAILABLE', /the vendor failed/],
  [503, 'UPSTREAM_UNAVAILABLE', /the vendor failed/],
  [302, 'UPSTREAM_INVALID_RESPONSE', /unexpected status/],
])('%i is %s, whatever the body, in our own words', async (status, code, says) => {
  for (const body of BODIES) {
    const error = await failure({ status, body });
    const retryAfterSeconds = code === 'UPSTREAM_RATE_LIMITED' ? WINDOW_SECONDS : null;
    expect(error).toMatchObject({ vendor: 'KORE_AI', code, retryAfterSeconds });
    expect(error.message).toMatch(says);
    expect(error.message).toContain(`(HTTP ${status} from agentstatusdetails)`);
    for (const word of ['Vendor', JWT, ACCOUNT_ID, STREAM_ID]) expect(error.message).not.toContain(word);
  }
});

test.each([429, 503])('a wait that comes with %i is kept', async (status) => {
  expect(await failure({ status, body: {}, headers: { 'retry-after': '60' } })).toMatchObject({
    retryAfterSeconds: 60,
  });
});

test.each([
  [400, { message: 'Sorry: you’ve now exceeded the per-minute rate limit, wait.' }],
  [403, { errors: [{ msg: 'Rate limit for this API has been reached, later.' }] }],
  [500, Buffer.from('Rate limit for this API has been reached.')],
  [503, Buffer.from('<html><b>You have exceeded the per-minute rate limit</b></html>')],
  [200, Buffer.from('You have exceeded the per-minute rate limit.')],
])('the words on the limit tell it, with %i as with 429, and any wait is kept', async (status, body) => {
  expect(await failure({ status, body, headers: { 'retry-after': '60' } })).toMatchObject({
    code: 'UPSTREAM_RATE_LIMITED',
    message: `too many calls (HTTP ${status} from agentstatusdetails).`,
    retryAfterSeconds: 60,
  });
});

const LIMIT = "You've exceeded the per-minute rate limit. Please wait for sometime before retrying";

test.each<readonly [string, unknown]>([
  ['a text', LIMIT],
  ['a list of texts', [LIMIT]],
  ['a message', { message: LIMIT }],
  ['a message deep inside', { response: { body: { msg: LIMIT } } }],
  ['an error beside an empty list', { errors: [{ code: 429, msg: LIMIT }], hasMore: false, data: [] }],
  ['a message beside an empty list', { hasMore: false, data: [], message: LIMIT }],
  ['a notice of any name beside an empty list', { hasMore: false, data: [], notice: { text: LIMIT } }],
  [
    'a notice beside rows, which may not be all',
    { hasMore: false, data: [{ userId: 'u-1' }], notice: LIMIT },
  ],
  ['the rows', { hasMore: false, data: [LIMIT] }],
  ['the rows, as objects', { hasMore: false, data: [{ message: LIMIT }] }],
  ['an error in other words', { error: 'RATE_LIMIT', data: [] }],
  ['an error in yet other words', { success: false, message: 'Too many requests', data: [] }],
  ['an error as a code', { errorCode: 'LIMIT_REACHED' }],
  ['a page', Buffer.from(`<html><b>${LIMIT}</b></html>`)],
])('words on the limit in %s of a 200 are a limit, and close the quota', async (_, body) => {
  await using kore = await stubbedKoreAi(() => ({ body }), { callsPerMinute: 60 });
  const limited = { code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: WINDOW_SECONDS };
  expect(await failureOf(kore.port.open(operation()).directory.page(0))).toMatchObject(limited);
  const soon = { ...operation(), deadline: Date.now() + 5000 };
  expect(await failureOf(kore.port.open(soon).directory.page(0))).toMatchObject({
    code: 'UPSTREAM_RATE_LIMITED',
  });
  expect(kore.stub.requests).toHaveLength(1);
});

test.each<readonly [string, object]>([
  ['an agent’s name', { hasMore: false, data: [{ userId: 'u-1', firstName: LIMIT }] }],
  [
    'a status’s name',
    {
      hasMore: false,
      data: [
        {
          userId: 'u-1',
          status: [
            { primaryStatus: LIMIT, secondaryStatus: LIMIT, startTime: '2026-03-02T08:00:00', endTime: '-' },
          ],
        },
      ],
    },
  ],
  ['the name of a member', { hasMore: false, data: [{ userId: 'u-1' }], rateLimit: { remaining: 59 } }],
])('words on the limit in %s are no limit', async (_, body) => {
  await using kore = await stubbedKoreAi(() => ({ body }));
  const { accounts } = await kore.port.open(operation()).directory.page(0);
  expect(accounts).toMatchObject([{ key: 'u-1' }]);
});

test('words on the limit in an agent’s name do not make another error a limit', async () => {
  const error = await failure({
    body: { errors: ['Vendor words'], data: [{ userId: 'u-1', firstName: LIMIT }] },
  });
  expect(error).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
});

test.each<readonly [string, unknown]>([
  ['errors beside an empty list', { errors: [{ msg: 'Vendor words' }], data: [] }],
  ['an error beside an empty list', { error: 'Vendor words', hasMore: false, data: [] }],
  ['a success that is none', { success: false, data: [] }],
  ['a status of error', { status: 'error', data: [] }],
  ['a message beside an empty list', { message: 'Vendor words', data: [] }],
  ['nothing but a message', { message: 'Vendor words' }],
])('a 200 with %s is an invalid answer, not an empty list', async (_, body) => {
  const error = await failure({ body });
  expect(error).toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
    message: 'agentstatusdetails answered with a success that reports an error.',
  });
});

const row = (change: object) => ({ hasMore: false, data: [{ userId: 'u-1', ...change }] });
const status = (startTime: unknown, endTime: unknown) =>
  row({ status: [{ primaryStatus: 'BUSY', startTime, endTime }] });
const START = '2026-03-02T08:00:00';

test.each<readonly [string, unknown, RegExp]>([
  ['no agents', { hasMore: false }, /data is not an array in what agentstatusdetails answered/],
  ['agents that are null', { hasMore: false, data: null }, /data is not an array/],
  ['an object of agents', { data: {} }, /data is not an array/],
  ['hasMore in words', { hasMore: 'false', data: [] }, /hasMore is not a boolean/],
  ['an agent without an id', { data: [{ email: 'a@b.test' }] }, /data\.0\.userId is not a string/],
  ['an agent with an empty id', { data: [{ userId: '' }] }, /data\.0\.userId does not fit/],
  ['a name that is a number', row({ firstName: 7 }), /data\.0\.firstName is not a string/],
  ['a segment without a start', status('-', START), /startTime is not a date/],
  [
    'a segment without a status',
    row({ status: [{ startTime: START, endTime: '-' }] }),
    /primaryStatus is not a string/,
  ],
  ['a segment without an end', status(START, undefined), /endTime/],
  ['a segment that ends before it starts', status(START, '2026-03-02T07:59:59'), /status\.0 does not fit/],
  ['a day that is none', status('2026-02-30T08:00:00', '-'), /startTime is not a date/],
  ['a time in UTC', status(`${START}Z`, '-'), /startTime is not a date/],
  ['a time with its own offset', status(`${START}+05:30`, '-'), /startTime is not a date/],
  ['a time with a zone', status(`${START}[Asia/Kolkata]`, '-'), /startTime is not a date/],
  ['the beginning of time', status('-271821-04-19T12:00:00', '-'), /startTime is not a date/],
  ['an answer that is a page', Buffer.from('<html>2026</html>'), /no JSON/],
])('%s is an invalid answer', async (_, body, says) => {
  const error = await failure({ body });
  expect(error).toMatchObject({ vendor: 'KORE_AI', code: 'UPSTREAM_INVALID_RESPONSE' });
  expect(error.message).toMatch(says);
  expect(error.message).not.toContain('2026');
});

test('a server that is not there is unavailable', async () => {
  const kore = await stubbedKoreAi(() => ({ body: {} }));
  await kore.stub.close();
  const error = await failureOf(kore.port.open(operation()).directory.page(0));
  expect(error).toMatchObject({ vendor: 'KORE_AI', code: 'UPSTREAM_UNAVAILABLE' });
  expect(error.message).toBe('no connection (ECONNREFUSED).');
});

test('an operation that ends while it waits is a timeout', async () => {
  const over = new AbortController();
  await using kore = await stubbedKoreAi(() => {
    over.abort();
    return new Promise(() => {});
  });
  const error = await failureOf(kore.port.open(operationUntil(over.signal)).directory.page(0));
  expect(error).toMatchObject({ vendor: 'KORE_AI', code: 'UPSTREAM_TIMEOUT' });
});
