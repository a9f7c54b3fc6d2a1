import { expect, test } from 'vitest';
import { NO_IDENTITIES } from '../../../src/domain/identity.ts';
import type { Position } from '../../../src/people/index.ts';
import { PeopleCache } from '../../../src/people/index.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { operation } from '../vendors/asking.ts';
import { account, peopleOf, vendorWith } from './directories.ts';

/** Kore.ai's list, of which the second page of three begins with the last row of the first, as rows have moved. */
const ROWS = ['a', 'b', 'c', 'c', 'd', 'e'].map((key) => account('KORE_AI', key, [`${key}@example.com`]));

async function keysOf(count: number, direction: 'forwards' | 'backwards', from: Position | null) {
  const koreAi = vendorWith('KORE_AI', ROWS, {
    pageSize: 3,
    lookupSize: 3,
    tellsTotal: false,
    ordered: false,
  });
  const cache = new PeopleCache(new FakeClock());
  const people = peopleOf([koreAi.port], NO_IDENTITIES, cache, operation());
  const ends = direction === 'forwards' ? { after: from, before: null } : { after: null, before: from };
  const filter = { vendors: null, text: null };
  const page = await people.page(filter, { direction, count, ...ends });
  return { keys: page.people.map(({ position }) => position.key), hasMore: page.hasMore };
}

test.each(['forwards', 'backwards'] as const)(
  'somebody whom two pages of a vendor list is shown once, %s',
  async (direction) => {
    expect(await keysOf(10, direction, null)).toEqual({ keys: ['a', 'b', 'c', 'd', 'e'], hasMore: false });
  },
);

test('somebody who is listed again right after the cursor is not shown again', async () => {
  const cursor: Position = { vendor: 'KORE_AI', offset: 2, key: 'c', leftOut: [], partial: [] };
  expect(await keysOf(2, 'forwards', cursor)).toEqual({ keys: ['d', 'e'], hasMore: false });
});
