import { expect, it } from 'vitest';
import type { Account } from '../../../src/domain/account.ts';
import { NO_IDENTITIES } from '../../../src/domain/identity.ts';
import { PeopleCache } from '../../../src/people/index.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { operation } from '../vendors/asking.ts';
import { account, peopleOf, vendorWith } from './directories.ts';

const keys = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 100}`);

it.each([
  ['ROCKET_CHAT', 'forwards', 'user130', []],
  ['ROCKET_CHAT', 'backwards', 'zoe', keys('user', 60).slice(-2)],
  ['KORE_AI', 'forwards', 'u-gone', []],
  ['KORE_AI', 'backwards', 'u-gone', keys('user', 60).slice(-2)],
] as const)(
  'a place far behind the end of the list of %s is its end, %s, after a few calls',
  async (vendor, direction, key, expected) => {
    const accounts = keys('user', 60).map((each): Account => account(vendor, each, []));
    const isOrdered = vendor === 'ROCKET_CHAT';
    const { port, state } = vendorWith(vendor, accounts, {
      ...{ pageSize: 10, lookupSize: null, tellsTotal: isOrdered, ordered: isOrdered },
    });
    const people = peopleOf([port], NO_IDENTITIES, new PeopleCache(new FakeClock()), operation());
    const place = {
      vendor,
      offset: 1e15,
      key: direction === 'forwards' && isOrdered ? 'zoe' : key,
      leftOut: [],
      partial: [],
    };
    const ends = direction === 'forwards' ? { after: place, before: null } : { after: null, before: place };
    const page = await people.page({ vendors: null, text: null }, { direction, count: 2, ...ends });
    expect(page.people.map(({ position }) => position.key)).toEqual(expected);
    expect(state.calls).toBeLessThan(12);
  },
);

it('somebody who leaves Rocket.Chat while its list is read for others hides no row of it', async () => {
  const users = keys('user', 12);
  const person = (name: string) => [`${name}@example.com`];
  const others = users.map((name) => account('LIVECHAT', `${name}@example.com`, person(name)));
  const cache = new PeopleCache(new FakeClock());
  const rocketChat = (names: readonly string[]) =>
    vendorWith(
      'ROCKET_CHAT',
      names.map((name) => account('ROCKET_CHAT', name, person(name))),
      { pageSize: 4, lookupSize: 1, tellsTotal: true, ordered: true },
    );
  const liveChat = vendorWith('LIVECHAT', others, {
    ...{ pageSize: Number.POSITIVE_INFINITY, lookupSize: null, tellsTotal: true, ordered: true },
  });
  // The first page is read while everybody is there, the others are not read.
  const before = rocketChat(users);
  const firstPage = await before.port.open(operation()).directory.page(0);
  cache.roster(before.port).keepPage(0, firstPage, 4);
  const after = rocketChat(users.slice(1));
  const people = peopleOf([after.port, liveChat.port], NO_IDENTITIES, cache, operation());
  const last = { vendor: 'ROCKET_CHAT', offset: 10, key: 'user111', leftOut: [], partial: [] } as const;
  const page = await people.page(
    { vendors: null, text: null },
    { direction: 'forwards', count: 20, after: last, before: null },
  );
  // Only the one who left: `user104` has moved to the page that was read before, and is on none of those read since.
  expect(page.people.map(({ position }) => position.key)).toEqual(['user100@example.com']);
});
