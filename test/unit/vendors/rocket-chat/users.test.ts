import { expect, test } from 'vitest';
import { failureOf, operation } from '../asking.ts';
import { AUTH_TOKEN, fixture, queriesOf, stubbedRocketChat, USER_ID } from './rocket-chat.ts';

const ACCOUNTS = [
  {
    ...{ key: 'maja.wrona', userId: 'uMajaWrona0000001', name: 'Maja Wrona' },
    emails: ['Maja.Wrona@deskgraph.test', 'maja@wrona.test'],
    ...{ status: 'online', statusLivechat: 'available', maxSimultaneousChats: 5 },
  },
  {
    ...{ key: 'night.desk', userId: 'uNightDesk000002', name: null, emails: [] },
    ...{ status: null, statusLivechat: null, maxSimultaneousChats: null },
  },
  {
    ...{ key: 'ole.lund', userId: 'uOleLund00000003', name: 'Ole Lund', emails: ['ole.lund@deskgraph.test'] },
    ...{ status: 'away', statusLivechat: 'not-available', maxSimultaneousChats: null },
  },
  {
    ...{ key: 'pia.sand', userId: 'uPiaSand00000004', name: 'Pia Sand', emails: [] },
    ...{ status: 'offline', statusLivechat: 'available', maxSimultaneousChats: 5 },
  },
  {
    ...{ key: 'quin', userId: 'uQuin0000000005', name: null, emails: [] },
    ...{ status: null, statusLivechat: null, maxSimultaneousChats: null },
  },
].map((account) => ({ vendor: 'ROCKET_CHAT', ...account }));

test('a page of users is a page of accounts, and what is absent is null', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('users') }));
  const page = await rocket.port.open(operation()).directory.page(0);
  expect(page).toMatchObject({ accounts: ACCOUNTS, total: 5, hasMore: false });
});

test('a page is asked for by username, with both halves of the credential', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('users') }));
  await rocket.port.open(operation()).directory.page(0);
  expect(rocket.stub.requests).toMatchObject([
    {
      method: 'GET',
      path: '/api/v1/livechat/users/agent',
      headers: { 'x-auth-token': AUTH_TOKEN, 'x-user-id': USER_ID, accept: 'application/json' },
      body: undefined,
    },
  ]);
  expect(queriesOf(rocket)).toEqual([{ sort: '{"username":1}', offset: '0', count: '100' }]);
});

test('a server below a path is asked below that path', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('users') }));
  await using below = await stubbedRocketChat(() => ({ body: fixture('users') }), {
    url: `${rocket.stub.url}/help/desk`,
  });
  await below.port.open(operation()).directory.page(0);
  expect(rocket.stub.requests.map(({ path }) => path)).toEqual(['/help/desk/api/v1/livechat/users/agent']);
});

test.each([
  [5, 5],
  ['5', 5],
  [0, 0],
  [' 5 ', 5],
  ['', null],
  [' ', null],
  [null, null],
])('a limit of %j chats is read as %j', async (maxNumberSimultaneousChat, read) => {
  const body = { users: [{ username: 'quin', livechat: { maxNumberSimultaneousChat } }], total: 1 };
  await using rocket = await stubbedRocketChat(() => ({ body }));
  const { accounts } = await rocket.port.open(operation()).directory.page(0);
  expect(accounts).toMatchObject([{ key: 'quin', maxSimultaneousChats: read }]);
});

test.each(['many', '5 chats', '-1', -1, 2.5, 2 ** 31, 99_999_999_999])(
  'a limit of %j chats is an error of this user alone, as null would say that no limit is set',
  async (maxNumberSimultaneousChat) => {
    const livechat = { maxNumberSimultaneousChat };
    const body = { users: [{ username: 'quin', livechat }, { username: 'rose' }], total: 2 };
    await using rocket = await stubbedRocketChat(() => ({ body }));
    const { accounts } = await rocket.port.open(operation()).directory.page(0);
    expect(accounts).toMatchObject([
      { maxSimultaneousChats: { vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' } },
      { maxSimultaneousChats: null },
    ]);
  },
);

test('a blank address is none, and blanks around an address are no part of it', async () => {
  const emails = [' ', '', null, ' quin@deskgraph.test '].map((address) => ({ address }));
  const body = { users: [{ username: 'quin', emails }], total: 1 };
  await using rocket = await stubbedRocketChat(() => ({ body }));
  const { accounts } = await rocket.port.open(operation()).directory.page(0);
  expect(accounts).toMatchObject([{ emails: ['quin@deskgraph.test'] }]);
});

test('the same page asked twice in one operation costs one call, in two operations two', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('users') }));
  const { directory } = rocket.port.open(operation());
  await Promise.all([directory.page(0), directory.page(0)]);
  await directory.page(0);
  expect(rocket.stub.requests).toHaveLength(1);
  await rocket.port.open(operation()).directory.page(0);
  expect(rocket.stub.requests).toHaveLength(2);
});

test.each<readonly [string, unknown, RegExp]>([
  ['no list', { success: true }, /users is not an array in what livechat\/users\/agent answered/],
  ['a list of the other endpoint', fixture('available'), /users is not an array/],
  ['a user without a username', { users: [{ _id: 'u1' }] }, /users\.0\.username is not a string/],
  ['a user with an empty username', { users: [{ username: '' }] }, /users\.0\.username does not fit/],
  [
    'an address that is a number',
    { users: [{ username: 'u', emails: [{ address: 7 }] }] },
    /emails\.0\.address/,
  ],
  ['less than nobody', { users: [], total: -1 }, /total does not fit/],
  ['more users than an Int can tell', { users: [], total: 2 ** 31 }, /total does not fit/],
  ['JSON that is no object', 'users', /the answer is not an object/],
])('%s is an invalid answer', async (_, body, says) => {
  await using rocket = await stubbedRocketChat(() => ({ body }));
  const error = await failureOf(rocket.port.open(operation()).directory.page(0));
  expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
  expect(error.message).toMatch(says);
});
