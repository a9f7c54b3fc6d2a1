import { expect, test } from 'vitest';
import { Membership } from '../../src/loaders/people/membership.ts';
import { account } from './directories.ts';

const ROWS = ['ana', 'ben', 'eva'].map((key) => account('ROCKET_CHAT', key, []));
const BEN = { by: 'key', value: 'ben' } as const;

test.each([
  ['that tells its length', 3],
  ['that tells only whether more follows', null],
])(
  'of a list %s nothing is known before all its pages are, whatever was read behind the last one',
  (_, total) => {
    const membership = new Membership(() => Temporal.Instant.from('2026-03-18T14:20:00Z'));
    const read = (index: number) =>
      membership.remember(index, { accounts: ROWS.slice(index, index + 1), total, hasMore: index < 2 }, 1);
    for (const index of [3, 2, 0]) {
      read(index);
      expect(membership.find(BEN)).toBeNull();
    }
    read(1);
    expect(membership.find(BEN)).toEqual([ROWS[1]]);
  },
);
