import { expect, test } from 'vitest';
import { reportsError } from '../../../../src/upstream/response/error-in-success.ts';

const ROWS = [{ userId: 'u-1' }];

test.each<readonly [string, unknown]>([
  ['a text as error', { error: 'Vendor words', data: [] }],
  ['an object as error', { error: { type: 'internal' } }],
  ['an error that is only true', { error: true, data: [] }],
  ['a list of errors beside an empty list', { errors: [{ code: 4002 }], data: [] }],
  ['an error beside rows, which may not be all', { errors: ['Vendor words'], data: ROWS }],
  ['an error message', { errorMessage: 'Vendor words', data: [] }],
  ['an error code', { errorCode: 17, data: [] }],
  ['an error type', { errorType: 'error-not-allowed', users: [] }],
  ['a success that is none', { success: false, users: [] }],
  ['a success that is none, in words', { success: 'false', users: [] }],
  ['a status in words', { status: 'Error', data: [] }],
  ['a status in figures', { status: 401, data: [] }],
  ['a status code as text', { statusCode: '503', data: [] }],
  ['a code', { code: 429, data: [] }],
  ['nothing but a message', { message: 'Vendor words' }],
  ['a message beside an empty list', { message: 'Vendor words', data: [] }],
  ['a message beside an echo of the request', { message: 'Vendor words', request: { a: 1 }, records: {} }],
])('%s reports an error', (_, body) => {
  expect(reportsError(body)).toBe(true);
});

test.each<readonly [string, unknown]>([
  ['rows', { hasMore: false, data: ROWS }],
  ['an empty list', { hasMore: false, data: [] }],
  ['records beside an echo of the request', { request: { filters: {} }, records: { a: {} }, total: 3 }],
  ['empty errors', { error: null, errors: [], errorMessage: ' ', errorCode: 0, success: true, users: [] }],
  ['an empty object of errors', { errors: {}, data: [] }],
  ['a message beside rows', { message: 'Vendor words', data: ROWS }],
  ['a message beside a stated success', { status: 'success', message: 'Vendor words', data: [] }],
  ['a message beside a code of success', { statusCode: 200, message: 'Vendor words', data: [] }],
  ['a status in words of its own', { status: 'online', data: [] }],
  ['an error within the data', { data: [{ error: 'Vendor words', status: 'error', success: false }] }],
  ['an error as a prototype', JSON.parse('{ "__proto__": { "message": "Vendor words" }, "data": [] }')],
  ['a list', [{ error: 'Vendor words' }]],
  ['a text', 'error'],
  ['a number', 500],
  ['null', null],
  ['nothing', undefined],
])('%s reports none', (_, body) => {
  expect(reportsError(body)).toBe(false);
});
