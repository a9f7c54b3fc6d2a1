import { describe, expect, it } from 'vitest';
import { type Case, playKoreAi } from './kore-ai.ts';
import { type Behaviour, replies, when } from './kore-ai-vendor.ts';
import { CANARY } from './play.ts';

const EMPTY = { hasMore: false, limit: 50, offset: 0, data: [] };
const LIMIT = `You've exceeded the per-minute rate limit. Please wait for sometime before retrying`;
const OLD_LIMIT = 'Rate limit for this API has been reached. Please try again later';
const raw = (text: string, status: number, headers: Record<string, string> = {}): Behaviour =>
  replies({ status, body: Buffer.from(text), headers });

const CODES: readonly (readonly [number, string])[] = [
  [400, 'UPSTREAM_INVALID_RESPONSE'],
  [401, 'UPSTREAM_UNAUTHENTICATED'],
  [403, 'UPSTREAM_FORBIDDEN'],
  [429, 'UPSTREAM_RATE_LIMITED'],
  [500, 'UPSTREAM_UNAVAILABLE'],
  [502, 'UPSTREAM_UNAVAILABLE'],
  [503, 'UPSTREAM_UNAVAILABLE'],
];

const ERROR: readonly Case[] = [
  ...CODES.filter(([status]) => status !== 400).map(([status, code]) => ({
    says: `answers ${status} with a word`,
    code,
    vendor: replies({ status, body: { errors: [{ msg: CANARY, code: status }] } }),
  })),
  ...[400, 402, 404, 405, 408, 409, 410, 413, 415, 418, 422, 451, 499, 501, 504, 507, 511, 520, 599].map(
    (status) => ({
      says: `answers ${status} with a page`,
      vendor: raw(`<h1>${CANARY}</h1>`, status, { 'content-type': 'text/html' }),
    }),
  ),
  ...[301, 302, 303, 307, 308].map((status) => ({
    says: `answers ${status} to elsewhere`,
    vendor: raw(CANARY, status, { location: 'http://127.0.0.1:1/elsewhere' }),
  })),
  { says: 'answers 302 to itself', vendor: raw('', 302, { location: '/' }) },
  { says: 'answers 304', vendor: raw('', 304) },
  { says: 'answers 300 and nowhere', vendor: raw(CANARY, 300) },
  { says: 'answers 429 and nothing', vendor: raw('', 429), code: 'UPSTREAM_RATE_LIMITED' },
  ...[
    '30',
    '3000000000',
    '-5',
    '0.5e9',
    'soon',
    CANARY,
    '',
    'Wed, 18 Mar 2099 14:20:00 GMT',
    'Wed, 18 Mar 1999 14:20:00 GMT',
    '2026-03-18T15:00:00Z',
  ].map((after) => ({
    says: `answers 429 and Retry-After "${after}"`,
    code: 'UPSTREAM_RATE_LIMITED',
    vendor: raw(JSON.stringify({ message: CANARY }), 429, { 'retry-after': after }),
  })),
  ...['60', '-1', 'Wed, 18 Mar 2099 14:20:00 GMT', 'later'].map((after) => ({
    says: `answers 503 and Retry-After "${after}"`,
    code: 'UPSTREAM_UNAVAILABLE',
    vendor: raw(JSON.stringify({ message: CANARY }), 503, { 'retry-after': after }),
  })),
  ...[
    ['its words on the limit', { message: LIMIT }],
    ['its older words on the limit', { message: OLD_LIMIT }],
    ['words on the limit under errors', { errors: [{ msg: LIMIT, code: 429 }] }],
    ['words on the limit as error', { error: LIMIT }],
    ['words on the limit beside an empty list', { ...EMPTY, message: LIMIT }],
    ['words on the limit as error beside an empty list', { ...EMPTY, error: LIMIT }],
    ['words on the limit under errors beside an empty list', { ...EMPTY, errors: [{ msg: OLD_LIMIT }] }],
    ['words on the limit as a string', LIMIT],
  ].map(([says, body]) => ({
    says: `answers 200 and ${says}`,
    code: 'UPSTREAM_RATE_LIMITED',
    vendor: replies({ body }),
  })),
  {
    says: 'answers 200 and its words on the limit as plain text',
    vendor: raw(LIMIT, 200, { 'content-type': 'text/plain' }),
  },
  {
    says: 'answers 200 and a status code of 401',
    vendor: replies({ body: { ...EMPTY, statusCode: 401, message: CANARY } }),
  },
  {
    says: 'answers 200 and the status "failed" beside an empty list',
    vendor: replies({ body: { ...EMPTY, status: 'failed', message: CANARY } }),
  },
  {
    says: 'answers 200 and errors with the code 401',
    vendor: replies({ body: { errors: [{ msg: CANARY, code: 401 }] } }),
  },
  { says: 'answers 500 and a megabyte', vendor: raw(CANARY.repeat(100_000), 500) },
  {
    says: 'answers 401 in which the token stands',
    vendor: (_, { request }) => ({ status: 401, body: { message: `${CANARY} ${request.headers.auth}` } }),
  },
  { says: 'answers 500 with a whole page', vendor: (page) => ({ status: 500, body: page }) },
  {
    says: 'answers 429 with a whole page',
    vendor: (page) => ({ status: 429, body: page }),
    code: 'UPSTREAM_RATE_LIMITED',
  },
  {
    says: 'is over its limit from the second call on',
    vendor: when((at) => at.call > 1, replies({ status: 429, body: { message: LIMIT } })),
    code: 'UPSTREAM_RATE_LIMITED',
  },
];

const EITHER: readonly Case[] = [
  { says: 'answers 500 once', vendor: when((at) => at.call === 1, replies({ status: 500, body: CANARY })) },
  { says: 'answers 401 once', vendor: when((at) => at.call === 1, replies({ status: 401, body: CANARY })) },
  {
    says: 'answers 429 once and Retry-After 0',
    vendor: when((at) => at.call === 1, raw(CANARY, 429, { 'retry-after': '0' })),
  },
  {
    says: 'answers 503 once and Retry-After 0',
    vendor: when((at) => at.call === 1, raw(CANARY, 503, { 'retry-after': '0' })),
  },
  {
    says: 'breaks off once',
    vendor: when(
      (at) => at.call === 1,
      (page) => ({ body: page, headers: { 'content-length': '99999', connection: 'close' } }),
    ),
  },
  { says: 'answers 201 with a whole page', vendor: (page) => ({ status: 201, body: page }) },
  { says: 'answers 206 with a whole page', vendor: (page) => ({ status: 206, body: page }) },
  {
    says: 'says in headers that nothing is left',
    vendor: (page) => ({
      body: page,
      headers: {
        'x-ratelimit-limit': '1',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '99999999999999',
      },
    }),
  },
  {
    says: 'says nonsense in headers on its limit',
    vendor: (page) => ({
      body: page,
      headers: { 'x-ratelimit-limit': 'NaN', 'x-ratelimit-remaining': '-1e308', 'x-ratelimit-reset': CANARY },
    }),
  },
  {
    says: 'says Retry-After beside a whole page',
    vendor: (page) => ({ body: page, headers: { 'retry-after': '3600' } }),
  },
  {
    says: 'speaks of limits in a message beside a whole page',
    vendor: (page) => ({ body: { ...page, message: 'success' } }),
  },
];

describe('Kore.ai, when it refuses', () => {
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playKoreAi(one)).toEqual([]);
  });
  it.concurrent.each(ERROR)('is an error when it $says', async (one) => {
    expect(await playKoreAi({ ...one, expectation: 'error' })).toEqual([]);
  });
});
