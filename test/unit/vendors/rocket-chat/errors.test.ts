import { expect, test } from 'vitest';
import type { UpstreamError } from '../../../../src/domain/errors.ts';
import type { VendorPort } from '../../../../src/domain/ports.ts';
import type { RocketChatSession } from '../../../../src/vendors/rocket-chat/session.ts';
import { failureOf, operation, operationUntil, rangeOf } from '../asking.ts';
import type { StubAnswer } from '../stub-vendor.ts';
import { AUTH_TOKEN, fixture, stubbedRocketChat, USER_ID } from './rocket-chat.ts';

const ERRORS = fixture('errors') as Readonly<Record<string, unknown>>;
const RANGE = rangeOf('2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z');

const ENDPOINTS: Readonly<Record<string, (port: VendorPort<RocketChatSession>) => Promise<unknown>>> = {
  'livechat/users/agent': (port) => port.open(operation()).directory.page(0),
  'livechat/analytics/agents/available-for-service-history': (port) =>
    port.open(operation()).availability(RANGE),
  'livechat/analytics/agent-overview': (port) =>
    port.open(operation()).overview('messages', RANGE, 'dep-secret'),
  'omnichannel/agents/available': (port) =>
    port.open(operation()).availableForExtension({ extension: '1042', text: 'secret' }).page(0),
};

async function failure(answer: StubAnswer, endpoint = 'livechat/users/agent'): Promise<UpstreamError> {
  await using rocket = await stubbedRocketChat(() => answer);
  return await failureOf(ENDPOINTS[endpoint]?.(rocket.port) ?? expect.fail('no such endpoint'));
}

const MEANINGS: readonly (readonly [string, code: string, says: RegExp])[] = [
  ['401 as new servers write it', 'UPSTREAM_UNAUTHENTICATED', /credential was not accepted \(HTTP 401/],
  ['401 as the pages have it', 'UPSTREAM_UNAUTHENTICATED', /credential was not accepted \(HTTP 401/],
  ['403 with its type in brackets', 'UPSTREAM_FORBIDDEN', /lacks a permission \(HTTP 403/],
  ['403 in one word', 'UPSTREAM_FORBIDDEN', /lacks a permission \(HTTP 403/],
  [
    '400 for want of a licence',
    'UPSTREAM_UNSUPPORTED',
    /needs a licence with the module livechat-enterprise/,
  ],
  ['400 for want of a second factor', 'UPSTREAM_UNAUTHENTICATED', /needs a second factor/],
  ['400 for a parameter', 'UPSTREAM_UNSUPPORTED', /refused the request \(HTTP 400/],
  ['400 for a parameter, of a migrated route', 'UPSTREAM_UNSUPPORTED', /refused the request \(HTTP 400/],
  ['400 for a date', 'UPSTREAM_UNSUPPORTED', /refused the request \(HTTP 400/],
  ['400 for too many calls, of old servers', 'UPSTREAM_RATE_LIMITED', /too many calls/],
  ['429 for too many calls', 'UPSTREAM_RATE_LIMITED', /too many calls/],
  [
    '404 for an endpoint that is gone',
    'UPSTREAM_UNSUPPORTED',
    /does not have (the endpoint \(HTTP 404|omnichannel.*removed in 8\.0)/,
  ],
  ['500 for a fault of the server', 'UPSTREAM_UNAVAILABLE', /the vendor failed \(HTTP 500/],
];

test('every error of the fixtures has a meaning', () => {
  expect(MEANINGS.map(([name]) => name)).toEqual(Object.keys(ERRORS));
});

test.each(MEANINGS)('%s is %s on every endpoint, in our own words', async (name, code, says) => {
  for (const endpoint of Object.keys(ENDPOINTS)) {
    const error = await failure({ status: Number(name.slice(0, 3)), body: ERRORS[name] }, endpoint);
    expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code });
    expect(error.message).toMatch(says);
    if (code !== 'UPSTREAM_UNAUTHENTICATED') expect(error.message).toContain(endpoint);
    for (const word of ['Vendor words', 'Mongo', 'secret', AUTH_TOKEN, USER_ID]) {
      expect(error.message).not.toContain(word);
    }
  }
});

const LISTS: Readonly<Record<string, string>> = {
  'livechat/users/agent': 'users',
  'livechat/analytics/agents/available-for-service-history': 'agents',
  'livechat/analytics/agent-overview': 'data',
  'omnichannel/agents/available': 'agents',
};

test.each<readonly [string, object, code: string]>([
  ['a stated failure', { success: false }, 'UPSTREAM_INVALID_RESPONSE'],
  ['a stated success and an error', { success: true, error: 'Vendor words' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['an error', { error: { message: 'Vendor words' } }, 'UPSTREAM_INVALID_RESPONSE'],
  ['the body of an old 401', { status: 'error', message: 'Vendor words' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['the type of a missing permission', { error: 'Vendor words [error-unauthorized]' }, 'UPSTREAM_FORBIDDEN'],
  ['the type of a missing licence', { errorType: 'error-action-not-allowed' }, 'UPSTREAM_UNSUPPORTED'],
  [
    'the type of too many calls',
    { success: false, error: 'Vendor words: wait 9 seconds [error-too-many-requests]' },
    'UPSTREAM_RATE_LIMITED',
  ],
])('HTTP 200 with %s beside an empty list is an error on every endpoint', async (_, report, code) => {
  for (const [endpoint, list] of Object.entries(LISTS)) {
    const error = await failure({ body: { head: [], [list]: [], total: 0, ...report } }, endpoint);
    expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code });
    expect(error.message).not.toContain('Vendor words');
  }
});

test('HTTP 200 with nothing but a stated success is no empty list', async () => {
  for (const endpoint of Object.keys(LISTS)) {
    const error = await failure({ body: { success: true } }, endpoint);
    expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
  }
});

const HTML = Buffer.from('<html><h1>Vendor words</h1></html>');

test.each<readonly [string, StubAnswer, string]>([
  ['a page for a server in trouble', { status: 500, body: HTML }, 'UPSTREAM_UNAVAILABLE'],
  ["a proxy's page", { status: 502, body: HTML }, 'UPSTREAM_UNAVAILABLE'],
  ['a page for too many calls', { status: 429, body: HTML }, 'UPSTREAM_RATE_LIMITED'],
  ['an empty 401', { status: 401, body: undefined }, 'UPSTREAM_UNAUTHENTICATED'],
  ['an error that is a list', { status: 403, body: ['Vendor words'] }, 'UPSTREAM_FORBIDDEN'],
  [
    'an error type that is a number',
    { status: 400, body: { errorType: 7, error: {} } },
    'UPSTREAM_UNSUPPORTED',
  ],
  ['a success that is a page', { status: 200, body: HTML }, 'UPSTREAM_INVALID_RESPONSE'],
  ['a redirect', { status: 302, body: {}, headers: { location: '/login' } }, 'UPSTREAM_INVALID_RESPONSE'],
])('%s is told by its status', async (_, answer, code) => {
  const error = await failure(answer);
  expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code });
  expect(error.message).not.toContain('Vendor words');
});

const TOO_MANY = ERRORS['429 for too many calls'];
const tooMany = (headers: Readonly<Record<string, string>>, body: unknown = TOO_MANY) =>
  failure({ status: 429, body, headers });

test('the wait is until the reset that the header names', async () => {
  const reset = String(Date.now() + 41_500);
  const { retryAfterSeconds } = await tooMany({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
  expect(retryAfterSeconds).toBeGreaterThan(30);
  // The vendor tells its present in whole seconds.
  expect(retryAfterSeconds).toBeLessThanOrEqual(43);
});

test.each<readonly [string, Readonly<Record<string, string>>, unknown, number]>([
  ['that of the words where the reset is past', { 'x-ratelimit-reset': '1500000000000' }, TOO_MANY, 26],
  ['that of the words without the header', {}, TOO_MANY, 26],
  ['that of the words where the header is none', { 'x-ratelimit-reset': 'soon' }, TOO_MANY, 26],
  ['that of the words where the header is empty', { 'x-ratelimit-reset': '' }, TOO_MANY, 26],
  ['that of the quota where nothing tells it', {}, { success: false, error: 'unauthorized' }, 61],
])('the wait is %s', async (_, headers, body, seconds) => {
  expect(await tooMany(headers, body)).toMatchObject({ retryAfterSeconds: seconds });
});

test('old servers tell the wait with a 400', async () => {
  const body = ERRORS['400 for too many calls, of old servers'];
  expect(await failure({ status: 400, body })).toMatchObject({ retryAfterSeconds: 9 });
});

test('a server that is not there is unavailable', async () => {
  const rocket = await stubbedRocketChat(() => ({ body: {} }));
  await rocket.stub.close();
  const error = await failureOf(rocket.port.open(operation()).directory.page(0));
  expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_UNAVAILABLE' });
  expect(error.message).toBe('no connection (ECONNREFUSED).');
});

test('an operation that is over costs no call, and one that ends while it waits is a timeout', async () => {
  const over = new AbortController();
  await using rocket = await stubbedRocketChat(() => {
    over.abort();
    return new Promise(() => {});
  });
  const ask = () => failureOf(rocket.port.open(operationUntil(over.signal)).directory.page(0));
  expect(await ask()).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  expect(await ask()).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  expect(rocket.stub.requests).toHaveLength(1);
});
