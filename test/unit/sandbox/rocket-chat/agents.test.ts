import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/index.ts';
import { NOW, rocketChat } from '../callers.ts';
import { staffOf } from '../staff.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => NOW });
});
afterAll(() => sandbox.close());

const LIST = 'livechat/users/agent';
const BY_USERNAME = { sort: '{"username":1}' };
interface Row {
  readonly _id: string;
  readonly username: string;
  readonly name: string;
  readonly status: string;
  readonly statusLivechat: string;
  readonly emails: readonly { readonly address: string }[] | null;
  readonly livechat: { readonly maxNumberSimultaneousChat: unknown } | null;
}

describe('the list of agents', () => {
  it('gives fifty unless told otherwise, a hundred at most, and the total always', async () => {
    const big = await startSandbox({ now: () => NOW, agents: 180 });
    const lengths = async (query: Record<string, number>) => {
      const { body } = await rocketChat(big, LIST, query);
      return [body.users.length, body.count, body.offset, body.total];
    };
    expect(await lengths({})).toEqual([50, 50, 0, 162]);
    expect(await lengths({ count: 500 })).toEqual([100, 100, 0, 162]);
    expect(await lengths({ count: 100, offset: 150 })).toEqual([12, 12, 150, 162]);
    expect(await lengths({ offset: 900 })).toEqual([0, 0, 900, 162]);
    await big.close();
  });

  it('is in the order asked for, otherwise by name', async () => {
    const column = async (query: Record<string, string>, of: (row: Row) => string) =>
      ((await rocketChat(sandbox, LIST, query)).body.users as Row[]).map(of);
    const names = await column({}, ({ name }) => name);
    const usernames = await column(BY_USERNAME, ({ username }) => username);
    const ids = await column({ sort: '{"_id":-1}' }, ({ _id }) => _id);
    expect(names).toEqual(names.toSorted());
    expect(usernames).toEqual(usernames.toSorted());
    expect(ids).toEqual(ids.toSorted().reverse());
  });

  it('writes null for what a user lacks, and the limit in all the vendor’s spellings', async () => {
    const users: Row[] = (await rocketChat(sandbox, LIST, { count: 100 })).body.users;
    expect(users.some(({ emails }) => emails === null)).toBe(true);
    const limits = users.map(({ livechat }) =>
      livechat === null ? null : typeof livechat.maxNumberSimultaneousChat,
    );
    expect(new Set(limits)).toEqual(new Set([null, 'number', 'string']));
    expect(users.some(({ livechat }) => livechat?.maxNumberSimultaneousChat === '')).toBe(true);
  });

  it('finds a text in username, name and addresses, whatever its case', async () => {
    const someone = staffOf(sandbox.centre).find(({ rocketChat: user }) => user?.emails.length === 2);
    const found = async (text: string) =>
      ((await rocketChat(sandbox, LIST, { text })).body.users as Row[]).map(({ _id }) => _id);
    for (const text of [
      someone?.rocketChat?.username,
      someone?.lastName,
      someone?.rocketChat?.emails[1]?.address,
    ]) {
      expect(await found((text ?? '').toUpperCase())).toContain(someone?.rocketChat?.userId);
    }
    expect(await found('.*')).toEqual([]);
  });

  it('narrows to whoever is there and available', async () => {
    const { body } = await rocketChat(sandbox, LIST, { onlyAvailable: 'true', showIdleAgents: 'false' });
    const now = sandbox.centre.statusSpans(NOW, NOW + 1).filter(({ status }) => status === 'AVAILABLE');
    const staff = staffOf(sandbox.centre);
    const expected = now.flatMap(({ member }) => staff[member]?.rocketChat?.userId ?? []);
    expect((body.users as Row[]).map(({ _id }) => _id).sort()).toEqual(expected.sort());
  });

  it.each([
    ['an unknown parameter', { role: 'agent' }, 'must NOT have additional properties [invalid-params]'],
    ['a count that is no number', { count: 'many' }, 'must be number [invalid-params]'],
    ['a flag that is no flag', { onlyAvailable: 'yes' }, 'must be boolean [invalid-params]'],
  ])('refuses %s', async (_, query, error) => {
    expect(await rocketChat(sandbox, LIST, query)).toEqual({
      status: 400,
      body: { success: false, error, errorType: 'invalid-params' },
    });
  });
});

describe('one agent', () => {
  it('is found by id, and no other is', async () => {
    const [first]: Row[] = (await rocketChat(sandbox, LIST, BY_USERNAME)).body.users;
    const { body } = await rocketChat(sandbox, `${LIST}/${first?._id}`);
    expect(body).toMatchObject({ user: { _id: first?._id, username: first?.username }, success: true });
    expect(await rocketChat(sandbox, `${LIST}/nobody`)).toEqual({
      status: 400,
      body: { success: false, error: 'User not found' },
    });
  });
});

describe('the agents available for an extension', () => {
  const AVAILABLE = 'omnichannel/agents/available';

  it('are those without one, and the owner of the one named', async () => {
    const users = staffOf(sandbox.centre).flatMap(({ rocketChat: user }) => user ?? []);
    const owner = users.find(({ extension }) => extension !== null);
    const without = users.filter(({ extension }) => extension === null).length;
    const total = async (query: Record<string, string>) =>
      (await rocketChat(sandbox, AVAILABLE, query)).body.total;
    expect(await total({})).toBe(without);
    expect(await total({ includeExtension: owner?.extension ?? '' })).toBe(without + 1);
  });

  it('come as whole documents, with the page size for a count and any parameter passed over', async () => {
    const { body } = await rocketChat(sandbox, AVAILABLE, { count: 30, offset: 40, unheardOf: 1 });
    expect(body.count).toBe(30);
    expect(body.agents).toHaveLength(body.total - 40);
    expect(body.agents[0]).toMatchObject({ services: {}, roles: ['user', 'livechat-agent'] });
  });
});

describe('the credentials', () => {
  it.each([
    ['none', {}],
    ['only a token', { 'X-Auth-Token': 'sandbox-rocket-chat-token' }],
    ['a wrong token', { 'X-Auth-Token': 'wrong', 'X-User-Id': 'sandboxGatewayUid' }],
  ])('are refused before anything else where they are %s', async (_, headers) => {
    const error = 'You must be logged in to do this.';
    expect(await rocketChat(sandbox, LIST, { unheardOf: 1 }, headers)).toEqual({
      status: 401,
      body: { success: false, error, status: 'error', message: error },
    });
  });
});
