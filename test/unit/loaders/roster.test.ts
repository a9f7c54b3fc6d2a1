import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src/domain/account.ts';
import { accountKey } from '../../../src/people/lookup-key.ts';
import { VendorRoster } from '../../../src/people/roster.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { account } from './directories.ts';

const ROWS = ['ana', 'ben', 'eva', 'ida'].map((key) => account('ROCKET_CHAT', key, [`${key}@example.com`]));
const KEYS = { keysAreAddresses: false, keysAreNames: true };
const key = (value: string) => accountKey(value, KEYS);
const HOUR = 3_600_000;

let clock: FakeClock;
let roster: VendorRoster;
beforeEach(() => {
  clock = new FakeClock();
  roster = new VendorRoster(KEYS, clock);
});

/** Remembers a page of one row. */
function read(index: number, rows: readonly Account[] = ROWS, total: number | null = rows.length): void {
  const page = { accounts: rows.slice(index, index + 1), total, hasMore: index + 1 < rows.length };
  roster.keepPage(index, page, 1);
}

describe.each([
  ['that tells its length', 4],
  ['that tells only whether more follows', null],
])('of a list %s', (_, total) => {
  test('nobody is known to be missing before all its pages are read, whatever was read behind the last one', () => {
    for (const index of [4, 3, 2, 0]) {
      read(index, ROWS, total);
      expect(roster.find(key('zoe'))).toBeNull();
    }
    read(1, ROWS, total);
    expect(roster.find(key('zoe'))).toEqual([]);
    expect(roster.missing()).toEqual([]);
  });

  test('each page tells who is on it, for an hour', async () => {
    read(1, ROWS, total);
    expect(roster.find(key('ben'))).toEqual([ROWS[1]]);
    await clock.advance(HOUR);
    expect(roster.find(key('ben'))).toEqual([ROWS[1]]);
    await clock.advance(1);
    expect(roster.find(key('ben'))).toBeNull();
  });
});

test('pages are read again one by one as they grow old, and none is forgotten for the age of another', async () => {
  for (const index of [0, 1]) read(index);
  await clock.advance(HOUR);
  for (const index of [2, 3]) read(index);
  await clock.advance(1);
  expect(roster.missing()).toEqual([0, 1]);
});

test.each([
  ['shrinks', ROWS.slice(1), [0, 1]],
  ['grows', [account('ROCKET_CHAT', 'ada', []), ...ROWS], [0, 1, 3, 4]],
])('a list that %s while it is read is not whole, and keeps what was read', (_, rows, missing) => {
  for (const index of [0, 1]) read(index);
  read(2, rows);
  expect(roster.missing()).toEqual(missing);
  // Of a shorter list `eva` has moved to a page that was read before, and is on none of those read.
  expect(roster.find(key('eva'))).toBeNull();
  expect(roster.find(key('ben'))).toHaveLength(1);
});

test('a list whose last counted page may have a successor is whole once that has been read', () => {
  roster.keepPage(0, { accounts: ROWS, total: 4, hasMore: true }, 4);
  expect([roster.missing(), roster.find(key('zoe'))]).toEqual([[1], null]);
  roster.keepPage(1, { accounts: [], total: 4, hasMore: false }, 4);
  roster.keepPage(0, { accounts: ROWS, total: 4, hasMore: true }, 4);
  expect([roster.missing(), roster.find(key('zoe'))]).toEqual([[], []]);
});

test('what a lookup found, or did not, is known for an hour', async () => {
  roster.keepAnswer(key('ben'), [ROWS[1] ?? expect.fail()]);
  roster.keepAnswer(key('zoe'), []);
  expect([roster.find(key('ben')), roster.find(key('zoe'))]).toEqual([[ROWS[1]], []]);
  await clock.advance(HOUR + 1);
  expect([roster.find(key('ben')), roster.find(key('zoe'))]).toEqual([null, null]);
});

test('an account on a page behind the end of a list that has shrunk is not on the list', () => {
  for (const index of [2, 3]) read(index);
  expect(roster.find(key('ida'))).toEqual([ROWS[3]]);
  read(0, ROWS.slice(0, 2));
  expect([roster.find(key('eva')), roster.find(key('ida')), roster.missing()]).toEqual([null, null, [1]]);
});
