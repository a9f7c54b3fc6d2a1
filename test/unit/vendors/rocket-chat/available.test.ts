import { expect, test } from 'vitest';
import { failureOf, operation } from '../asking.ts';
import { fixture, listed, queriesOf, stubbedRocketChat, userRows } from './rocket-chat.ts';

const NOBODY_ASKED_FOR = { extension: null, text: null };

test('of whole user documents only the fields of an account are read', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('available') }));
  const directory = rocket.port.open(operation()).availableForExtension(NOBODY_ASKED_FOR);
  const page = await directory.page(0);
  expect(page).toMatchObject({
    accounts: [
      {
        ...{ vendor: 'ROCKET_CHAT', key: 'maja.wrona', userId: 'uMajaWrona0000001', name: 'Maja Wrona' },
        emails: ['Maja.Wrona@deskgraph.test'],
        ...{ status: 'online', statusLivechat: 'available', maxSimultaneousChats: 5 },
      },
      {
        ...{ vendor: 'ROCKET_CHAT', key: 'ole.lund', userId: 'uOleLund00000003', name: null, emails: [] },
        ...{ status: 'offline', statusLivechat: null, maxSimultaneousChats: null },
      },
    ],
    total: 2,
    hasMore: false,
    following: null,
  });
  expect(JSON.stringify(page)).not.toMatch(/services|bcrypt|hash-that|roles|1042/);
});

test('the single agent of the page is a list of one', async () => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('available-as-the-page-has-it') }));
  const page = await rocket.port.open(operation()).availableForExtension(NOBODY_ASKED_FOR).page(0);
  expect(page).toMatchObject({
    accounts: [{ key: 'pia.sand', maxSimultaneousChats: 5 }],
    total: 1,
    hasMore: false,
  });
  expect(rocket.stub.requests).toHaveLength(1);
});

test.each([
  [NOBODY_ASKED_FOR, {}],
  [{ extension: '1042', text: null }, { includeExtension: '1042' }],
  [{ extension: null, text: 'ann & co' }, { text: 'ann & co' }],
  [
    { extension: '1042', text: 'ann' },
    { includeExtension: '1042', text: 'ann' },
  ],
])('%j is sent as %j', async (query, sent) => {
  await using rocket = await stubbedRocketChat(() => ({ body: fixture('available') }));
  await rocket.port.open(operation()).availableForExtension(query).page(0);
  expect(rocket.stub.requests).toMatchObject([
    { method: 'GET', path: '/api/v1/omnichannel/agents/available' },
  ]);
  expect(queriesOf(rocket)).toEqual([{ ...sent, sort: '{"username":1}', offset: '0', count: '100' }]);
});

test.each([
  ['a server that pages', false],
  ['a server that lists everything after the offset', true],
])('the list of %s is read page by page', async (_, ignoresCount) => {
  await using rocket = await stubbedRocketChat((request) =>
    listed(request, { list: 'agents', rows: userRows(130), ignoresCount }),
  );
  const directory = rocket.port.open(operation()).availableForExtension(NOBODY_ASKED_FOR);
  expect(directory).toMatchObject({ vendor: 'ROCKET_CHAT', pageSize: 100, ordered: true });
  const [first, second] = [await directory.page(0), await directory.page(1)];
  expect([first.accounts.length, first.hasMore]).toMatchObject([100, true]);
  expect([second.accounts.map(({ key }) => key).at(0), second.accounts.length, second.hasMore]).toMatchObject(
    ['agent-100', 30, false],
  );
  expect(queriesOf(rocket).map(({ offset }) => offset)).toEqual(['0', '100']);
});

test('the requested size that these servers give as `count` is not the number of rows', async () => {
  const body = { agents: [{ username: 'quin' }], count: 100, offset: 0, total: 1, success: true };
  await using rocket = await stubbedRocketChat(() => ({ body }));
  const page = await rocket.port.open(operation()).availableForExtension(NOBODY_ASKED_FOR).page(0);
  expect(page).toMatchObject({ total: 1, hasMore: false });
});

test('where the endpoint is gone, that is said', async () => {
  await using rocket = await stubbedRocketChat(() => ({
    status: 404,
    body: Buffer.from('<h1>Not found</h1>'),
  }));
  const error = await failureOf(
    rocket.port.open(operation()).availableForExtension(NOBODY_ASKED_FOR).page(0),
  );
  expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_UNSUPPORTED' });
  expect(error.message).toContain('which Rocket.Chat removed in 8.0');
});

test.each([
  [{ success: true }, 'agents is not an array'],
  [{ agent: null }, 'agents.0 is not an object'],
  [{ agents: null }, 'agents is not an array'],
  [{ agents: [{ name: 'Quin' }] }, 'agents.0.username is not a string'],
])('%j is an invalid answer, and its place is named', async (body, place) => {
  await using rocket = await stubbedRocketChat(() => ({ body }));
  const error = await failureOf(
    rocket.port.open(operation()).availableForExtension(NOBODY_ASKED_FOR).page(0),
  );
  expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
  expect(error.message).toContain(place);
});
