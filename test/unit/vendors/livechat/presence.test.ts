import { expect, test } from 'vitest';
import { liveChatAccountByKey } from '../../../../src/vendors/livechat/account.ts';
import type { LiveChatVersion } from '../../../../src/vendors/livechat/config.ts';
import { failureOf } from '../asking.ts';
import { operation, stubbedLiveChat } from './live-chat.ts';

const ANA = liveChatAccountByKey('Ana@desk.test');
const BEN = liveChatAccountByKey('ben@desk.test');
const BOT = liveChatAccountByKey('5f0c1d9a7be24410');

const presence = (status: string, reportedStatus: string) => ({
  ...{ vendor: 'LIVECHAT', status, reportedStatus, since: null },
});

test.each<LiveChatVersion>(['3.4', '3.5', '3.6'])(
  'one call of %s tells the status of all agents',
  async (apiVersion) => {
    const body = [
      { agent_id: 'ana@DESK.test', status: 'accepting_chats' },
      { agent_id: '5f0c1d9a7be24410', status: 'not_accepting_chats' },
      { agent_id: 'someone.else@desk.test', status: 'accepting_chats' },
    ];
    await using live = await stubbedLiveChat(() => ({ body }), { apiVersion });
    expect(await live.port.open(operation()).presence?.of([ANA, BEN, BOT])).toEqual(
      new Map([
        ['Ana@desk.test', presence('AVAILABLE', 'accepting_chats')],
        ['5f0c1d9a7be24410', presence('AWAY', 'not_accepting_chats')],
      ]),
    );
    expect(live.stub.requests).toMatchObject([
      { method: 'POST', path: `/v${apiVersion}/agent/action/list_routing_statuses`, body: {} },
    ]);
  },
);

test.each(['offline', 'accepting chats', 'constructor'])(
  'a word such as %j is OTHER, as reported',
  async (status) => {
    await using live = await stubbedLiveChat(() => ({ body: [{ agent_id: BEN.key, status }] }));
    expect(await live.port.open(operation()).presence?.of([BEN])).toEqual(
      new Map([[BEN.key, presence('OTHER', status)]]),
    );
  },
);

test('an agent who is listed twice has one status, or there is an error', async () => {
  const rows = (first: string, second: string) => [
    { agent_id: 'ana@desk.test', status: first },
    { agent_id: 'ANA@desk.test', status: second },
  ];
  let body: unknown = rows('accepting_chats', 'accepting_chats');
  await using live = await stubbedLiveChat(() => ({ body }));
  const ask = async () => live.port.open(operation()).presence?.of([ANA]);
  expect(await ask()).toEqual(new Map([[ANA.key, presence('AVAILABLE', 'accepting_chats')]]));
  body = rows('accepting_chats', 'not_accepting_chats');
  expect(await failureOf(ask())).toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
    message: 'agent/action/list_routing_statuses answered with two statuses of one agent.',
  });
});

test.each([
  ['an object', {}],
  ['a row without an agent', [{ status: 'accepting_chats' }]],
  ['a row without a status', [{ agent_id: 'ana@desk.test' }]],
])('%s is refused', async (_, body) => {
  await using live = await stubbedLiveChat(() => ({ body }));
  expect(await failureOf(Promise.resolve(live.port.open(operation()).presence?.of([ANA])))).toMatchObject({
    code: 'UPSTREAM_INVALID_RESPONSE',
  });
});
