import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Case, playKoreAi } from './kore-ai.ts';
import { ANA } from './kore-ai-centre.ts';
import { type Behaviour, changed, honest, type Page, replies, rows, segments } from './kore-ai-vendor.ts';
import { CANARY } from './play.ts';

/** The honest answer's text, changed, with headers. */
function text(change: (json: string) => string | Buffer, headers: Record<string, string> = {}): Behaviour {
  return (page) => ({ body: Buffer.from(change(JSON.stringify(page))), headers });
}

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const withKeys =
  '"__proto__":{"hasMore":true,"data":[]},"constructor":{"prototype":{}},"toString":1,"hasOwnProperty":0';

const WHOLE: readonly Case[] = [
  { says: 'is honest', vendor: honest },
  {
    says: 'adds fields that no document names',
    vendor: changed((page) => ({
      ...page,
      total: 1,
      data: page.data.map((row) => ({ ...row, aId: 'a-1', events: [{ type: 'entry', at: 'x' }] })),
    })),
  },
  {
    says: 'sends its answer compressed',
    vendor: text((json) => gzipSync(json), { 'content-encoding': 'gzip' }),
  },
  { says: 'sends its answer in chunks', vendor: text(String, { 'transfer-encoding': 'chunked' }) },
  { says: 'names the charset', vendor: text(String, { 'content-type': 'application/json; charset=UTF-8' }) },
  {
    says: 'spells the content type in capitals',
    vendor: text(String, { 'content-type': 'Application/JSON' }),
  },
  {
    says: 'has line breaks and tabs between its fields',
    vendor: (page) => ({ body: Buffer.from(JSON.stringify(page, null, '\t')) }),
  },
  {
    says: 'escapes every letter of its words',
    vendor: text((json) => json.replace(/Ana/g, '\\u0041\\u006e\\u0061')),
  },
  {
    says: 'has keys that every object has, on the page',
    vendor: text((json) => json.replace('{', `{${withKeys},`)),
  },
  {
    says: 'has keys that every object has, in every row',
    vendor: text((json) => json.replaceAll('{"userId"', `{${withKeys},"userId"`)),
  },
  {
    says: 'has keys that every object has, in every segment',
    vendor: text((json) => json.replaceAll('{"primaryStatus"', `{${withKeys},"primaryStatus"`)),
  },
  {
    says: 'says of an agent without segments that the list is empty',
    vendor: rows((row) => ({ status: [], ...row })),
  },
  {
    says: 'orders the fields of a row backwards',
    vendor: rows((row) => Object.fromEntries(Object.entries(row).reverse())),
  },
];

const EITHER: readonly Case[] = [
  { says: 'begins with a byte order mark', vendor: text((json) => `\uFEFF${json}`) },
  { says: 'calls its answer plain text', vendor: text(String, { 'content-type': 'text/plain' }) },
  { says: 'calls its answer HTML', vendor: text(String, { 'content-type': 'text/html' }) },
  { says: 'names no content type', vendor: text(String, { 'content-type': '' }) },
  {
    says: 'nests an unknown field a thousand deep',
    vendor: text((json) => json.replace('{', `{"x":${deep(1_000)},`)),
  },
  {
    says: 'nests an unknown field a hundred thousand deep',
    vendor: text((json) => json.replace('{', `{"x":${deep(100_000)},`)),
  },
  {
    says: 'gives every key of the page twice, the wrong one first',
    vendor: text((json) => json.replace('{', '{"data":[],"hasMore":false,')),
  },
  {
    says: 'sends its numbers as strings',
    vendor: changed((page) => ({ ...page, limit: '50', offset: '0' })),
  },
  { says: 'leaves out limit and offset', vendor: changed(({ hasMore, data }) => ({ hasMore, data })) },
  { says: 'says null for an agent without segments', vendor: rows((row) => ({ status: null, ...row })) },
  {
    says: 'has a segment list with a hole as null',
    vendor: segments('u-ana', (status) => [...status, null]),
  },
  {
    says: 'reports an error beside a whole list',
    vendor: changed((page) => ({ ...page, error: { message: CANARY } })),
  },
  { says: 'has errors: [] beside a whole list', vendor: changed((page) => ({ ...page, errors: [] })) },
  { says: 'has error: null beside a whole list', vendor: changed((page) => ({ ...page, error: null })) },
];

const lists: readonly [string, (page: Page) => unknown][] = [
  ['null', () => null],
  ['a number', () => 7],
  ['a word', () => CANARY],
  ['true', () => true],
  ['an empty object', () => ({})],
  ['an empty list', () => []],
  ['the bare list of rows', ({ data }) => data],
  ['a page in a page', (page) => ({ data: page })],
  ['a page in a list', (page) => [page]],
  ['a page under result', (page) => ({ result: page })],
  ['a page whose data is null', (page) => ({ ...page, data: null })],
  ['a page without data', ({ hasMore, limit, offset }) => ({ hasMore, limit, offset })],
  [
    'a page whose data is an object',
    ({ data, ...page }) => ({ ...page, data: Object.fromEntries(data.entries()) }),
  ],
  ['a page whose data is a word', (page) => ({ ...page, data: JSON.stringify(page.data) })],
  ['a page with a null among the rows', (page) => ({ ...page, data: [null, ...page.data.slice(1)] })],
  ['a page with a list among the rows', (page) => ({ ...page, data: page.data.map((row) => [row]) })],
  ['a page with words for rows', (page) => ({ ...page, data: page.data.map(({ email }) => email) })],
  [
    'an error beside an empty list',
    () => ({ hasMore: false, limit: 50, offset: 0, data: [], error: CANARY }),
  ],
  [
    'errors beside an empty list',
    () => ({ hasMore: false, limit: 50, offset: 0, data: [], errors: [{ msg: CANARY, code: 500 }] }),
  ],
  [
    'success false beside an empty list',
    () => ({ success: false, hasMore: false, limit: 50, offset: 0, data: [] }),
  ],
  ['an error message in place of a page', () => ({ errors: [{ msg: CANARY, code: 4002 }] })],
];

const first = (change: object) => segments('u-ana', ([one, ...rest]) => [{ ...one, ...change }, ...rest]);

const ERROR: readonly Case[] = [
  ...lists.map(([says, change]) => ({ says: `answers ${says}`, vendor: changed(change) })),
  {
    says: 'answers a page of HTML',
    vendor: replies({
      body: Buffer.from(`<html>${CANARY}</html>`),
      headers: { 'content-type': 'text/html' },
    }),
  },
  {
    says: 'answers HTML that it calls JSON',
    vendor: replies({ body: Buffer.from(`<html>${CANARY}</html>`) }),
  },
  { says: 'answers 200 and nothing', vendor: replies({ body: Buffer.alloc(0) }) },
  { says: 'answers 204', vendor: replies({ status: 204, body: Buffer.alloc(0) }) },
  { says: 'answers blanks', vendor: replies({ body: Buffer.from(' \n\t ') }) },
  { says: 'answers in UTF-16', vendor: (page) => ({ body: Buffer.from(JSON.stringify(page), 'utf16le') }) },
  { says: 'says that plain text is gzip', vendor: text(String, { 'content-encoding': 'gzip' }) },
  { says: 'ends its JSON in the middle', vendor: text((json) => json.slice(0, -30)) },
  {
    says: 'ends its connection before its body',
    vendor: (page) => ({ body: page, headers: { 'content-length': '99999', connection: 'close' } }),
  },
  { says: 'writes a second document behind the first', vendor: text((json) => json + json) },
  { says: 'writes NaN for a number', vendor: text((json) => json.replace('"limit":50', '"limit":NaN')) },
  { says: 'wraps its JSON as JSONP', vendor: text((json) => `callback(${json})`) },
  { says: 'has an object for the list of segments', vendor: segments('u-ana', (status) => ({ ...status })) },
  { says: 'has a word for the list of segments', vendor: segments('u-ana', () => '-') },
  { says: 'has numbers for segments', vendor: segments('u-ana', () => [1, 2]) },
  { says: 'has a segment without a start', vendor: first({ startTime: undefined }) },
  { says: 'has a segment without a status', vendor: first({ primaryStatus: undefined }) },
  { says: 'has a segment whose status is null', vendor: first({ primaryStatus: null }) },
  {
    says: 'has a segment whose status is an object',
    vendor: first({ primaryStatus: { name: 'AVAILABLE' } }),
  },
  { says: 'has a segment that is empty', vendor: segments('u-ana', (status) => [...status, {}]) },
  {
    says: 'has a first name that is an object',
    vendor: rows((row) => ({ ...row, firstName: { first: row.firstName } })),
  },
  {
    says: 'has an address that is a list',
    vendor: rows((row) => ({ ...row, email: [row.email] })),
    staff: [ANA],
  },
];

describe('Kore.ai, whose answers have another shape', () => {
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playKoreAi({ ...one, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playKoreAi(one)).toEqual([]);
  });
  it.concurrent.each(ERROR)('is an error when it $says', async (one) => {
    expect(await playKoreAi({ ...one, expectation: 'error' })).toEqual([]);
  });
});
