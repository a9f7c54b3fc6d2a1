import { gzipSync } from 'node:zlib';
import { CANARY, type Expectation, type Reply } from './play.ts';

/** What befalls an honest answer on its way, whichever vendor gave it. */
export interface Mishap {
  readonly says: string;
  readonly reply: (honest: unknown) => Reply;
  readonly expectation: Expectation;
}

const text = (honest: unknown) => JSON.stringify(honest);
const sent = (
  change: (json: string) => string | Buffer,
  headers: Record<string, string> = {},
  status = 200,
) => {
  return (honest: unknown): Reply => ({ status, body: Buffer.from(change(text(honest))), headers });
};
const raw = (body: string, status: number, headers: Record<string, string> = {}) =>
  sent(() => body, headers, status);
const keys = '"__proto__":{"total":0},"constructor":{"prototype":{}},"toString":1,"hasOwnProperty":0';
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** The body is an object; lists take what holds for both. */
export const ON_THE_WAY: readonly Mishap[] = [
  {
    says: 'sends its answer compressed',
    reply: sent((json) => gzipSync(json), { 'content-encoding': 'gzip' }),
    expectation: 'whole',
  },
  {
    says: 'sends its answer in chunks',
    reply: sent(String, { 'transfer-encoding': 'chunked' }),
    expectation: 'whole',
  },
  {
    says: 'names the charset',
    reply: sent(String, { 'content-type': 'application/json; charset=UTF-8' }),
    expectation: 'whole',
  },
  {
    says: 'has keys that every object has',
    reply: sent((json) => json.replaceAll(/\{(?=")/g, `{${keys},`)),
    expectation: 'either',
  },
  { says: 'begins with a byte order mark', reply: sent((json) => `\uFEFF${json}`), expectation: 'either' },
  {
    says: 'calls its answer plain text',
    reply: sent(String, { 'content-type': 'text/plain' }),
    expectation: 'either',
  },
  {
    says: 'nests an unknown field a thousand deep',
    reply: sent((json) => json.replace('{"', `{"deep":${deep(1_000)},"`)),
    expectation: 'either',
  },
  {
    says: 'answers in UTF-16',
    reply: (honest) => ({ body: Buffer.from(text(honest), 'utf16le') }),
    expectation: 'error',
  },
  {
    says: 'says that plain text is gzip',
    reply: sent(String, { 'content-encoding': 'gzip' }),
    expectation: 'error',
  },
  { says: 'ends its JSON in the middle', reply: sent((json) => json.slice(0, -5)), expectation: 'error' },
  {
    says: 'ends its connection before its body',
    reply: sent(String, { 'content-length': '99999', connection: 'close' }),
    expectation: 'error',
  },
  {
    says: 'writes a second document behind the first',
    reply: sent((json) => json + json),
    expectation: 'error',
  },
  {
    says: 'answers a page of HTML',
    reply: raw(`<html>${CANARY}`, 200, { 'content-type': 'text/html' }),
    expectation: 'error',
  },
  { says: 'answers HTML that it calls JSON', reply: raw(`<html>${CANARY}`, 200), expectation: 'error' },
  { says: 'answers 200 and nothing', reply: raw('', 200), expectation: 'error' },
  { says: 'answers 204', reply: raw('', 204), expectation: 'error' },
  ...['null', '7', `"${CANARY}"`, 'true', '{}', '[null]', '[[]]', '[7]', 'NaN'].map(
    (json): Mishap => ({ says: `answers ${json}`, reply: raw(json, 200), expectation: 'error' }),
  ),
  { says: 'wraps its answer in data', reply: (honest) => ({ body: { data: honest } }), expectation: 'error' },
  { says: 'wraps its answer in lists', reply: (honest) => ({ body: [[honest]] }), expectation: 'error' },
];

/** Refusals of the whole call. */
export const REFUSALS: readonly Mishap[] = [
  ...[
    400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 422, 429, 451, 500, 501, 502, 503, 504, 520, 599,
  ].map(
    (status): Mishap => ({
      says: `answers ${status} with a page`,
      reply: raw(`<h1>${CANARY}</h1>`, status, { 'content-type': 'text/html' }),
      expectation: 'error',
    }),
  ),
  ...[401, 403, 429, 500].map(
    (status): Mishap => ({
      says: `answers ${status} with the true answer`,
      reply: sent(String, {}, status),
      expectation: 'error',
    }),
  ),
  ...[301, 302, 307, 308].map(
    (status): Mishap => ({
      says: `answers ${status} to elsewhere`,
      reply: raw(CANARY, status, { location: 'http://127.0.0.1:1/' }),
      expectation: 'error',
    }),
  ),
  ...[
    '30',
    '3000000000',
    '-5',
    'soon',
    CANARY,
    '',
    'Wed, 18 Mar 2099 14:20:00 GMT',
    '2026-03-18T15:00:00Z',
  ].map(
    (after): Mishap => ({
      says: `answers 429 and Retry-After "${after}"`,
      reply: raw(CANARY, 429, { 'retry-after': after }),
      expectation: 'error',
    }),
  ),
  ...['60', '-1', 'later'].map(
    (after): Mishap => ({
      says: `answers 503 and Retry-After "${after}"`,
      reply: raw(CANARY, 503, { 'retry-after': after }),
      expectation: 'error',
    }),
  ),
  { says: 'answers 500 and a megabyte', reply: raw(CANARY.repeat(100_000), 500), expectation: 'error' },
];
