import { expect, test } from 'vitest';
import { failureOf } from '../asking.ts';
import { fixture, operation, RANGE, stubbedLiveChat } from './live-chat.ts';

const ACCOUNTS = [
  ['5f0c1d9a7be24410', 'Night desk', []],
  ['Zoe@deskgraph.test', null, ['Zoe@deskgraph.test']],
  ['maja.wrona@deskgraph.test', 'Maja Wrona', ['maja.wrona@deskgraph.test']],
  ['ole.lund@deskgraph.test', 'Ole Lund', ['ole.lund@deskgraph.test']],
].map(([key, name, emails]) => ({ vendor: 'LIVECHAT', key, name, emails }));

test('one call lists everybody, once each, in the order of their keys', async () => {
  await using live = await stubbedLiveChat(() => ({ body: fixture('list-agents') }));
  const { directory } = live.port.open(operation());
  expect(directory).toMatchObject({ vendor: 'LIVECHAT', pageSize: Number.POSITIVE_INFINITY, ordered: true });
  expect(await directory.page(0)).toEqual({ accounts: ACCOUNTS, total: 4, hasMore: false });
  expect(live.stub.requests).toMatchObject([
    { method: 'POST', path: '/v3.6/configuration/action/list_agents', body: {} },
  ]);
});

const SMALL = { id: 'ole@desk.test', name: 'Ole' };
const CAPITAL = { id: 'OLE@desk.test', name: 'Ole' };

test.each([
  ['small letters first', [SMALL, CAPITAL]],
  ['capitals first', [CAPITAL, SMALL]],
])('an agent in two spellings is one account, whose key is the one in small letters: %s', async (_, body) => {
  await using live = await stubbedLiveChat(() => ({ body }));
  const { accounts } = await live.port.open(operation()).directory.page(0);
  expect(accounts.map(({ key }) => key)).toEqual(['ole@desk.test']);
});

test.each(['OLE@desk.test', 'ole@desk.test'])('two names of one agent are refused: %s', async (id) => {
  await using live = await stubbedLiveChat(() => ({ body: [SMALL, { id, name: 'Olaf' }] }));
  expect(await failureOf(live.port.open(operation()).directory.page(0))).toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
    message: 'configuration/action/list_agents answered with two names of one agent.',
  });
});

test('ids that are no addresses are compared exactly', async () => {
  await using live = await stubbedLiveChat(() => ({ body: [{ id: '5f0c' }, { id: '5F0C' }] }));
  const { accounts } = await live.port.open(operation()).directory.page(0);
  expect(accounts.map(({ key }) => key)).toEqual(['5F0C', '5f0c']);
});

test('there is no further page', async () => {
  await using live = await stubbedLiveChat(() => ({ body: fixture('list-agents') }));
  expect(await live.port.open(operation()).directory.page(1)).toEqual({
    accounts: [],
    total: 4,
    hasMore: false,
  });
});

test('an account without agents has an empty list', async () => {
  await using live = await stubbedLiveChat(() => ({ body: [] }));
  expect(await live.port.open(operation()).directory.page(0)).toEqual({
    accounts: [],
    total: 0,
    hasMore: false,
  });
});

test('active are those who were logged in or had a chat, and no more than their keys is known', async () => {
  await using live = await stubbedLiveChat(() => ({ body: fixture('performance') }));
  const nothing = { vendor: 'LIVECHAT', name: null };
  expect(await live.port.open(operation()).activeAccounts(RANGE)).toEqual([
    { ...nothing, key: 'maja.wrona@deskgraph.test', emails: ['maja.wrona@deskgraph.test'] },
    { ...nothing, key: '5f0c1d9a7be24410', emails: [] },
  ]);
  expect(live.stub.requests).toMatchObject([
    {
      path: '/v3.6/reports/agents/performance',
      body: { filters: { from: '2026-03-27T23:00:00.000000+00:00', to: '2026-03-29T21:59:59.999999+00:00' } },
    },
  ]);
});
