import { expect, test } from 'vitest';
import { createIdentities, NO_IDENTITIES } from '../../../src/domain/identity.ts';
import { personKeyText } from '../../../src/domain/person.ts';
import { PeopleCache } from '../../../src/people/index.ts';
import { liveChatAccountByKey } from '../../../src/vendors/livechat/account.ts';
import { FakeClock } from '../upstream/fake-clock.ts';
import { operation, rangeOf } from '../vendors/asking.ts';
import { account, peopleOf, vendorWith } from './directories.ts';

const DAY = rangeOf('2026-03-17T00:00:00Z', '2026-03-18T00:00:00Z');
const LISTED = account('LIVECHAT', 'Ana.Weber@desk.test', ['Ana.Weber@desk.test']);
/** A report spells the address of the listed agent in its own way. */
const REPORTED = liveChatAccountByKey('ana.weber@DESK.test');
const ANA = {
  key: 'ana',
  name: null,
  claims: [{ vendor: 'LIVECHAT', by: 'email', value: 'ana.weber@desk.test' }],
} as const;

test.each([
  ['without identities', NO_IDENTITIES],
  ['with an identity of the agent', createIdentities([ANA])],
])('an agent whom a report spells in another case is the listed one, %s', async (_, identities) => {
  const shape = { pageSize: 100, lookupSize: null, tellsTotal: true, ordered: true, active: [REPORTED] };
  const { port } = vendorWith('LIVECHAT', [LISTED], shape);
  const people = peopleOf([port], identities, new PeopleCache(new FakeClock()), operation());
  const { people: listed } = await people.page(
    { vendors: null, text: null },
    { direction: 'forwards', count: 10, after: null, before: null },
  );
  const reference = people.reference(REPORTED);
  const found = [
    await people.named(reference),
    await people.byAccount('LIVECHAT', REPORTED.key),
    ...(await people.activeDuring(DAY, { vendors: null, text: null }, [])).people,
  ];
  expect(found.map((person) => person?.accounts)).toEqual([[LISTED], [LISTED], [LISTED]]);
  const ids = [...listed.map(({ person }) => person.key), await people.keyOf(reference)].map(personKeyText);
  expect(new Set([...ids, ...found.flatMap((person) => person?.key ?? []).map(personKeyText)]).size).toBe(1);
});

test('a username of Rocket.Chat is compared exactly, also where it looks like an address', async () => {
  const shape = { pageSize: 100, lookupSize: 1, tellsTotal: true, ordered: true, findsKeys: true };
  const { port } = vendorWith('ROCKET_CHAT', [account('ROCKET_CHAT', 'Ana@desk', [])], shape);
  const people = peopleOf([port], NO_IDENTITIES, new PeopleCache(new FakeClock()), operation());
  expect(await people.byAccount('ROCKET_CHAT', 'ana@desk')).toBeNull();
  expect(await people.byAccount('ROCKET_CHAT', 'Ana@desk')).not.toBeNull();
});
