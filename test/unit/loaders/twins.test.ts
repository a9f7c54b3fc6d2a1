import { expect, test } from 'vitest';
import { NO_IDENTITIES } from '../../../src/domain/identity.ts';
import { PeopleCache } from '../../../src/people/index.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { operation } from '../vendors/asking.ts';
import { account, peopleOf, vendorWith } from './directories.ts';

const EVERYBODY = { vendors: null, text: null };
const PAGE = { direction: 'forwards', after: null, before: null } as const;

const rocketChat = (accounts: Parameters<typeof vendorWith>[1], pageSize: number) =>
  vendorWith('ROCKET_CHAT', accounts, {
    ...{ pageSize, lookupSize: 1, tellsTotal: true, ordered: true, findsKeys: true },
  });

test('a second account of one vendor under one address is found where its list is known to have it', async () => {
  const twins = ['ana', 'zoe'].map((key) => account('ROCKET_CHAT', key, ['ana@example.com']));
  const others = ['ben', 'eva', 'ida'].map((key) => account('ROCKET_CHAT', key, []));
  const { port } = rocketChat([...twins, ...others], 2);
  const cache = new PeopleCache(new FakeClock());
  const people = (ofVendor = port) => peopleOf([ofVendor], NO_IDENTITIES, cache, operation());
  await people().page(EVERYBODY, { ...PAGE, count: 5 });
  const found = await people().byAccount('ROCKET_CHAT', 'ana');
  expect(found?.accounts).toEqual(twins);
  // As the vendor has it now, not as its list had it.
  const left = await people(rocketChat([...twins.slice(0, 1), ...others], 2).port).byAccount(
    'ROCKET_CHAT',
    'ana',
  );
  expect(left?.accounts).toEqual(twins.slice(0, 1));
});

test('no list is read for the further addresses of a person who stands in an earlier list', async () => {
  const emails = Array.from({ length: 20 }, (_, index) => `person${index}@example.com`);
  const user = account('ROCKET_CHAT', 'user', ['home@example.com', 'person0@example.com']);
  const koreAi = vendorWith(
    'KORE_AI',
    emails.map((email, index) => account('KORE_AI', `u-${index}`, [email])),
    { pageSize: 4, lookupSize: 4, exact: 'maybe', tellsTotal: false, ordered: false },
  );
  const cache = new PeopleCache(new FakeClock());
  const people = peopleOf([rocketChat([user], 100).port, koreAi.port], NO_IDENTITIES, cache, operation());
  const after = { vendor: 'ROCKET_CHAT', offset: 0, key: 'user', leftOut: [], partial: [] } as const;
  const page = await people.page(EVERYBODY, { ...PAGE, count: 1, after });
  expect(page.people.map(({ position }) => position.key)).toEqual(['u-1']);
  expect(koreAi.state.calls).toBe(1);
});

test('a person is listed once by text, though only an account without it leads from one account to the other', async () => {
  const named = { name: 'Foo' };
  const user = account('ROCKET_CHAT', 'bar', ['a@example.com', 'b@example.com']);
  const koreAi = vendorWith('KORE_AI', [{ ...account('KORE_AI', 'u-1', ['b@example.com']), ...named }], {
    ...{ pageSize: 4, lookupSize: 4, exact: 'maybe', tellsTotal: false, ordered: false },
  });
  const liveChat = vendorWith(
    'LIVECHAT',
    [{ ...account('LIVECHAT', 'a@example.com', ['a@example.com']), ...named }],
    {
      ...{ pageSize: Number.POSITIVE_INFINITY, lookupSize: null, tellsTotal: true, ordered: true },
    },
  );
  const ports = [rocketChat([user], 100).port, koreAi.port, liveChat.port];
  const people = peopleOf(ports, NO_IDENTITIES, new PeopleCache(new FakeClock()), operation());
  const page = await people.page({ vendors: null, text: 'foo' }, { ...PAGE, count: 5 });
  expect(page.people.map(({ person }) => person.accounts.map(({ vendor }) => vendor))).toEqual([
    ['ROCKET_CHAT', 'KORE_AI', 'LIVECHAT'],
  ]);
});
