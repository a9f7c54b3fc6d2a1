import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../src/domain/account.ts';
import { Membership } from '../../src/loaders/people/membership.ts';
import { account } from './directories.ts';

const ROWS = ['ana', 'ben', 'eva', 'ida'].map((key) => account('ROCKET_CHAT', key, [`${key}@example.com`]));
const key = (value: string) => ({ by: 'key', value }) as const;
const HOUR = 3_600_000;

let now = Temporal.Instant.from('2026-03-18T14:20:00Z');
let membership: Membership;
beforeEach(() => {
  membership = new Membership(() => now);
});

/** Remembers a page of one row. */
function read(index: number, rows: readonly Account[] = ROWS, total: number | null = rows.length): void {
  const page = { accounts: rows.slice(index, index + 1), total, hasMore: index + 1 < rows.length };
  membership.remember(index, page, 1);
}

describe.each([
  ['that tells its length', 4],
  ['that tells only whether more follows', null],
])('of a list %s', (_, total) => {
  test('nobody is known to be missing before all its pages are read, whatever was read behind the last one', () => {
    for (const index of [4, 3, 2, 0]) {
      read(index, ROWS, total);
      expect(membership.find(key('zoe'))).toBeNull();
    }
    read(1, ROWS, total);
    expect(membership.find(key('zoe'))).toEqual([]);
    expect(membership.missing()).toEqual([]);
  });

  test('each page tells who is on it, for an hour', () => {
    read(1, ROWS, total);
    expect(membership.find(key('ben'))).toEqual([ROWS[1]]);
    now = now.add({ milliseconds: HOUR });
    expect(membership.find(key('ben'))).toEqual([ROWS[1]]);
    now = now.add({ milliseconds: 1 });
    expect(membership.find(key('ben'))).toBeNull();
  });
});

test('pages are read again one by one as they grow old, and none is forgotten for the age of another', () => {
  for (const index of [0, 1]) read(index);
  now = now.add({ milliseconds: HOUR });
  for (const index of [2, 3]) read(index);
  now = now.add({ milliseconds: 1 });
  expect(membership.missing()).toEqual([0, 1]);
});

test.each([
  ['shrinks', ROWS.slice(1), [0, 1]],
  ['grows', [account('ROCKET_CHAT', 'ada', []), ...ROWS], [0, 1, 3, 4]],
])('a list that %s while it is read is not whole, and keeps what was read', (_, rows, missing) => {
  for (const index of [0, 1]) read(index);
  read(2, rows);
  expect(membership.missing()).toEqual(missing);
  // Of a shorter list `eva` has moved to a page that was read before, and is on none of those read.
  expect(membership.find(key('eva'))).toBeNull();
  expect(membership.find(key('ben'))).toHaveLength(1);
});

test('a list whose last counted page may have a successor is whole once that has been read', () => {
  membership.remember(0, { accounts: ROWS, total: 4, hasMore: true }, 4);
  expect([membership.missing(), membership.find(key('zoe'))]).toEqual([[1], null]);
  membership.remember(1, { accounts: [], total: 4, hasMore: false }, 4);
  membership.remember(0, { accounts: ROWS, total: 4, hasMore: true }, 4);
  expect([membership.missing(), membership.find(key('zoe'))]).toEqual([[], []]);
});

test('what a lookup found, or did not, is known for an hour', () => {
  membership.learn(key('ben'), [ROWS[1] ?? expect.fail()]);
  membership.learn(key('zoe'), []);
  expect([membership.find(key('ben')), membership.find(key('zoe'))]).toEqual([[ROWS[1]], []]);
  now = now.add({ milliseconds: HOUR + 1 });
  expect([membership.find(key('ben')), membership.find(key('zoe'))]).toEqual([null, null]);
});
