import { expect, test } from 'vitest';
import type { UpstreamError } from '../../../../src/domain/errors.ts';
import { tags } from '../../../../src/vendors/livechat/reports/tags.ts';
import { failureOf } from '../asking.ts';
import type { StubAnswer } from '../stub-vendor.ts';
import { ask, fixture, operation, stubbedLiveChat } from './live-chat.ts';

const ERRORS = fixture('errors') as Readonly<Record<string, unknown>>;
const NOISE = 'text of the vendor';

async function failure(answer: StubAnswer): Promise<UpstreamError> {
  await using live = await stubbedLiveChat(() => answer);
  return await failureOf(ask(live.port, tags));
}

const BY_TYPE: readonly (readonly [type: string, status: number, code: string, says: RegExp])[] = [
  ['authentication', 401, 'UPSTREAM_UNAUTHENTICATED', /token was not accepted/],
  ['authorization', 403, 'UPSTREAM_FORBIDDEN', /lacks the scope reports_read \(/],
  ['too_many_requests', 429, 'UPSTREAM_RATE_LIMITED', /too many calls/],
  ['limit_reached', 400, 'UPSTREAM_RATE_LIMITED', /too many calls/],
  ['request_timeout', 504, 'UPSTREAM_TIMEOUT', /ran out of time/],
  ['internal', 500, 'UPSTREAM_UNAVAILABLE', /failed/],
  ['service_unavailable', 503, 'UPSTREAM_UNAVAILABLE', /failed/],
  ['misdirected_request', 421, 'UPSTREAM_UNAVAILABLE', /LIVECHAT_URL.*region/],
  ['license_expired', 403, 'UPSTREAM_FORBIDDEN', /licence has expired/],
  ['wrong_product_version', 400, 'UPSTREAM_UNSUPPORTED', /product/],
  ['unsupported_version', 400, 'UPSTREAM_UNSUPPORTED', /LIVECHAT_API_VERSION/],
  ['not_found', 404, 'UPSTREAM_UNSUPPORTED', /LIVECHAT_URL/],
  ['validation', 400, 'UPSTREAM_UNSUPPORTED', /filter/],
  ['entity_too_large', 413, 'UPSTREAM_UNSUPPORTED', /too large/],
];

test.each(BY_TYPE)('%s with HTTP %i is %s', async (type, status, code, says) => {
  const error = await failure({
    status,
    body: { error: { type, message: NOISE, data: { [NOISE]: NOISE } } },
  });
  expect(error).toMatchObject({ vendor: 'LIVECHAT', code });
  expect(error.message).toMatch(says);
  expect(error.message).toContain(`HTTP ${status} from reports/chats/tags`);
  expect(error.message).not.toContain(NOISE);
});

test.each([
  ['authentication', 'UPSTREAM_UNAUTHENTICATED'],
  ['misdirected', 'UPSTREAM_UNAVAILABLE'],
  ['validation', 'UPSTREAM_UNSUPPORTED'],
])('the type of %s decides, whatever the status', async (name, code) => {
  for (const status of [200, 400, 401, 418, 500]) {
    expect(await failure({ status, body: ERRORS[name] })).toMatchObject({ code });
  }
});

test.each<readonly [string, number, unknown, string]>([
  ['a type that nobody knows', 403, { error: { type: 'constructor', message: NOISE } }, 'UPSTREAM_FORBIDDEN'],
  ['a body of another shape', 429, { message: NOISE }, 'UPSTREAM_RATE_LIMITED'],
  ['a page instead of JSON', 502, Buffer.from(`<h1>${NOISE}</h1>`), 'UPSTREAM_UNAVAILABLE'],
  ['no body', 401, undefined, 'UPSTREAM_UNAUTHENTICATED'],
  ['a success that is a page', 200, Buffer.from(`<h1>${NOISE}</h1>`), 'UPSTREAM_INVALID_RESPONSE'],
  ['a success of another shape', 200, { error: { type: NOISE } }, 'UPSTREAM_INVALID_RESPONSE'],
  ['a redirect', 302, {}, 'UPSTREAM_INVALID_RESPONSE'],
])('with %s, the status decides', async (_, status, body, code) => {
  const error = await failure({ status, body });
  expect(error).toMatchObject({ vendor: 'LIVECHAT', code });
  expect(error.message).not.toContain(NOISE);
});

test('a wait that the vendor names is kept, else it is that of the quota', async () => {
  const body = { error: { type: 'too_many_requests', message: NOISE } };
  expect(await failure({ status: 429, body, headers: { 'retry-after': '17' } })).toMatchObject({
    retryAfterSeconds: 17,
  });
  expect(await failure({ status: 429, body })).toMatchObject({ retryAfterSeconds: 61 });
});

test.each(['directory', 'presence'] as const)(
  'a token that may not read the %s is told the scope',
  async (what) => {
    const body = { error: { type: 'authorization', message: NOISE } };
    await using live = await stubbedLiveChat(() => ({ status: 403, body }));
    const { directory, presence } = live.port.open(operation());
    const asked = what === 'directory' ? directory.page(0) : presence.of([]);
    const { message } = await failureOf(Promise.resolve(asked));
    expect(message).toContain('the token lacks the scope agents--all:ro (');
  },
);

test.each<readonly [string, object, string | null]>([
  ['an unknown type', { error: { type: NOISE } }, 'UPSTREAM_INVALID_RESPONSE'],
  ['an error without a type', { error: { message: NOISE } }, 'UPSTREAM_INVALID_RESPONSE'],
  ['an error that is a sentence', { error: NOISE }, 'UPSTREAM_INVALID_RESPONSE'],
  ['a known type', { error: { type: 'authorization' } }, 'UPSTREAM_FORBIDDEN'],
  ['an error that is null', { error: null }, null],
  ['the request with an error in it', { request: { filters: {}, error: NOISE } }, null],
])('beside empty records with HTTP 200, %s is %s', async (_, beside, code) => {
  const body = { name: 'tags', total: 0, records: {}, ...beside };
  await using live = await stubbedLiveChat(() => ({ body }));
  const asked = ask(live.port, tags);
  if (code === null) expect(await asked).toEqual({ total: 0, points: [] });
  else expect(await failureOf(asked)).toMatchObject({ code });
});

test.each(['too_many_requests', 'limit_reached'])('%s with HTTP 200 closes the quota', async (type) => {
  const body = { total: 0, records: {}, error: { type, message: NOISE } };
  const config = { callsPerMinute: 100 };
  await using live = await stubbedLiveChat(() => ({ body, headers: { 'retry-after': '3600' } }), config);
  expect(await failureOf(ask(live.port, tags))).toMatchObject({
    code: 'UPSTREAM_RATE_LIMITED',
    retryAfterSeconds: 3600,
  });
  expect(live.port.health?.().quota).toMatchObject([{ limit: 100, remaining: 0 }]);
});
