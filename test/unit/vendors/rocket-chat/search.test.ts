import { expect, test } from 'vitest';
import type { AccountDirectory } from '../../../../src/domain/directory.ts';
import { operation } from '../asking.ts';
import { listed, queriesOf, stubbedRocketChat, userRows } from './rocket-chat.ts';

/** 130 people whom a search for `ann` finds; the one named just so comes after the first page. */
const FOUND = userRows(130).map((user) => ({ ...user, username: `ann-${user.username}` }));
const ANN = {
  _id: 'id-ann',
  username: 'ann',
  name: 'Ann Ek',
  emails: [
    { address: 'other@deskgraph.test', verified: true },
    { address: 'Ann@Deskgraph.TEST', verified: false },
  ],
};
const ROWS = [...FOUND.slice(0, 120), ANN, ...FOUND.slice(120)];

test('a search is left to the server, page by page', async () => {
  await using rocket = await stubbedRocketChat((request) => listed(request, { list: 'users', rows: ROWS }));
  const page = await rocket.port.open(operation()).directory.search?.('An(n &', 1);
  expect(page).toMatchObject({ total: 131, hasMore: false });
  expect(page?.accounts).toHaveLength(31);
  expect(queriesOf(rocket)).toEqual([
    { text: 'An(n &', sort: '{"username":1}', offset: '100', count: '100' },
  ]);
});

type Find = (directory: AccountDirectory) => Promise<unknown> | undefined;
const byEmail =
  (...emails: readonly string[]): Find =>
  (directory) =>
    directory.lookup?.byEmail(emails);
const byKey =
  (key: string): Find =>
  (directory) =>
    directory.byKey?.(key);

test.each<readonly [string, Find, unknown, readonly string[]]>([
  ['an address, case aside', byEmail('ann@deskgraph.test'), [{ key: 'ann', name: 'Ann Ek' }], ['0', '100']],
  ['a username', byKey('ann'), { key: 'ann', name: 'Ann Ek' }, ['0', '100']],
  ['an address on the first page', byEmail('agent-007@deskgraph.test'), [{ key: 'ann-agent-007' }], ['0']],
  ['a username on the first page', byKey('ann-agent-007'), { key: 'ann-agent-007' }, ['0']],
])('%s is looked for no further than where it stands', async (_, find, found, offsets) => {
  await using rocket = await stubbedRocketChat((request) => listed(request, { list: 'users', rows: ROWS }));
  expect(await find(rocket.port.open(operation()).directory)).toMatchObject(found as object);
  expect(queriesOf(rocket).map(({ offset }) => offset)).toEqual(offsets);
});

test.each<readonly [string, Find, unknown]>([
  ['an address of which theirs is a part', byEmail('ann@deskgraph.test.example'), []],
  ['a part of an address', byEmail('deskgraph.test'), []],
  ['a username in another case', byKey('ANN'), null],
  ['a name', byKey('Ann Ek'), null],
])('%s finds nobody, though the server lists people', async (_, find, nobody) => {
  await using rocket = await stubbedRocketChat((request) => listed(request, { list: 'users', rows: ROWS }));
  expect(await find(rocket.port.open(operation()).directory)).toEqual(nobody);
  expect(queriesOf(rocket).map(({ offset }) => offset)).toEqual(['0', '100']);
});

test('the server is asked for exactly the address or the username', async () => {
  await using rocket = await stubbedRocketChat((request) => listed(request, { list: 'users', rows: [ANN] }));
  await byEmail('ann@deskgraph.test')(rocket.port.open(operation()).directory);
  await byKey('ann')(rocket.port.open(operation()).directory);
  expect(queriesOf(rocket).map(({ text }) => text)).toEqual(['ann@deskgraph.test', 'ann']);
});

test('one address is looked up at a time, and two accounts may bear it', async () => {
  const twin = { ...ANN, _id: 'id-twin', username: 'ann.twin' };
  await using rocket = await stubbedRocketChat((request) =>
    listed(request, { list: 'users', rows: [ANN, twin] }),
  );
  expect(rocket.port.open(operation()).directory.lookup?.size).toBe(1);
  expect(await byEmail('ann@deskgraph.test')(rocket.port.open(operation()).directory)).toMatchObject([
    { key: 'ann' },
    { key: 'ann.twin' },
  ]);
});
