import { expect, test } from 'vitest';
import {
  untilReset,
  untilRetry,
  vendorCountOf,
} from '../../../../src/upstream/rate-limit/rate-limit-headers.ts';

const NOW = Date.parse('2026-03-18T14:20:00Z');
const DATE = 'Wed, 18 Mar 2026 14:20:00 GMT';

test.each<[string, Record<string, string>, number | null]>([
  ['by our clock where the vendor tells no time', { 'x-ratelimit-reset': String(NOW + 7000) }, 7000],
  [
    'by the vendor’s clock where it does',
    { 'x-ratelimit-reset': String(NOW + 607_000), date: DATE.replace('14:20', '14:30') },
    7000,
  ],
  ['not at all where the clocks cannot be right', { 'x-ratelimit-reset': String(NOW + 90_000_000) }, null],
  ['not at all where it is long past', { 'x-ratelimit-reset': String(NOW - 60_000) }, null],
  ['at once where it has just passed', { 'x-ratelimit-reset': String(NOW - 900) }, 0],
  ['not at all where it is in seconds, which no vendor here sends', { 'x-ratelimit-reset': '60' }, null],
  ['not at all where it is absent', {}, null],
])('a window ends %s', (_, headers, milliseconds) => {
  expect(untilReset(headers, NOW)).toBe(milliseconds);
});

test.each<[string, Record<string, string>, number | null]>([
  ['seconds', { 'retry-after': '30' }, 30_000],
  ['a date, by the vendor’s clock', { 'retry-after': DATE.replace('20:00', '20:30'), date: DATE }, 30_000],
  [
    'a date, by ours where the vendor tells no time',
    { 'retry-after': DATE.replace('20:00', '20:30') },
    30_000,
  ],
  ['anything else', { 'retry-after': 'soon' }, null],
  ['more than a day', { 'retry-after': '100000' }, null],
])('Retry-After may be %s', (_, headers, milliseconds) => {
  expect(untilRetry(headers, NOW)).toBe(milliseconds);
});

test('what is left counts only where it is told until when', () => {
  expect(vendorCountOf({ 'x-ratelimit-remaining': '3' }, NOW)).toEqual({ limit: null, left: null });
  const headers = {
    'x-ratelimit-limit': '10',
    'x-ratelimit-remaining': '3',
    'x-ratelimit-reset': String(NOW + 5000),
  };
  expect(vendorCountOf(headers, NOW)).toEqual({ limit: 10, left: { calls: 3, forMilliseconds: 5000 } });
});
