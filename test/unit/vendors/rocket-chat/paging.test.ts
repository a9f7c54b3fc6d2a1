import { describe, expect, test } from 'vitest';
import type { VendorPort } from '../../../../src/domain/ports.ts';
import type { RocketChatSession } from '../../../../src/vendors/rocket-chat/session.ts';
import { failureOf, operation, rangeOf } from '../asking.ts';
import type { StubRequest } from '../stub-vendor.ts';
import {
  type Listing,
  listed,
  queriesOf,
  type StubbedRocketChat,
  stubbedRocketChat,
  userRows,
} from './rocket-chat.ts';

const USERS = userRows(230);
const NAMES = USERS.map(({ username }) => username);
const MILLIONS = 2 ** 31 - 1;
const RANGE = rangeOf('2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z');

/** What was asked for, in order, each as `offset+count`. */
function steps(rocket: StubbedRocketChat): string[] {
  return queriesOf(rocket).map(({ offset, count }) => `${offset}+${count}`);
}

describe('a list of people, page by page', () => {
  const listing = (change: Partial<Listing> = {}): Listing => ({ list: 'users', rows: USERS, ...change });
  const namesOf = async (port: VendorPort<RocketChatSession>, index: number) => {
    const { accounts, ...page } = await port.open(operation()).directory.page(index);
    return { ...page, names: accounts.map(({ key }) => key) };
  };

  test.each([
    [0, NAMES.slice(0, 100), true],
    [1, NAMES.slice(100, 200), true],
    [2, NAMES.slice(200), false],
    [3, [], false],
  ])('page %i of 230 users', async (index, names, hasMore) => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing()));
    expect(await namesOf(rocket.port, index)).toMatchObject({ names, total: 230, hasMore });
    expect(steps(rocket)).toEqual([`${index * 100}+100`]);
  });

  test('a full last page has no successor', async () => {
    await using rocket = await stubbedRocketChat((request) =>
      listed(request, listing({ rows: userRows(200) })),
    );
    expect(await namesOf(rocket.port, 1)).toMatchObject({ total: 200, hasMore: false });
  });

  test.each([
    [50, 0, ['0+100', '50+50']],
    [40, 1, ['100+100', '139+61', '178+22']],
    [25, 2, ['200+100', '224+76']],
  ])(
    'a server that lists no more than %i rows at once is asked on until page %i is whole',
    async (limit, index, asked) => {
      await using rocket = await stubbedRocketChat((request) => listed(request, listing({ limit })));
      expect((await namesOf(rocket.port, index)).names).toEqual(NAMES.slice(index * 100, index * 100 + 100));
      expect(steps(rocket)).toEqual(asked);
    },
  );

  test('of a server that lists everything after the offset, only the page is taken', async () => {
    await using rocket = await stubbedRocketChat((request) =>
      listed(request, listing({ ignoresCount: true })),
    );
    expect(await namesOf(rocket.port, 1)).toMatchObject({
      names: NAMES.slice(100, 200),
      total: 230,
      hasMore: true,
    });
    expect(steps(rocket)).toEqual(['100+100']);
  });

  test('without a total, a full page has a successor and another has none', async () => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ total: null })));
    expect(await namesOf(rocket.port, 1)).toMatchObject({ total: null, hasMore: true });
    expect(await namesOf(rocket.port, 2)).toMatchObject({ total: null, hasMore: false });
  });

  test('a page is refused where users have gone since an earlier one, and where it repeats that one', async () => {
    for (const rows of [USERS.slice(1), USERS.toReversed()]) {
      let present: readonly object[] = USERS;
      await using rocket = await stubbedRocketChat((request) => listed(request, listing({ rows: present })));
      const one = rocket.port.open(operation());
      await one.directory.page(0);
      present = rows.length < USERS.length ? rows : rows.slice(30);
      const error = await failureOf(one.directory.page(1));
      expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
      expect(rocket.stub.requests.length).toBeLessThanOrEqual(3);
    }
  });

  test('a search is refused at the first page that repeats another', async () => {
    await using rocket = await stubbedRocketChat(() => ({
      body: { users: USERS.slice(0, 100), total: 5000 },
    }));
    const error = await failureOf(rocket.port.open(operation()).directory.byKey?.('nobody') ?? expect.fail());
    expect(error.message).toContain('lists the same 100 again');
    expect(rocket.stub.requests).toHaveLength(2);
  });

  test('a server that counts more rows than it lists is refused, not believed', async () => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ total: 250 })));
    const error = await failureOf(rocket.port.open(operation()).directory.page(2));
    expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(error.message).toContain('counts 250 rows but stopped listing them after 230');
    expect(steps(rocket)).toEqual(['200+100', '229+71']);
  });
});

describe('a whole report', () => {
  const rows = NAMES.map((username, index) => ({ username, availableTimeInSeconds: index }));
  const listing = (change: Partial<Listing> = {}): Listing => ({ list: 'agents', rows, ...change });
  const seconds = new Map(NAMES.map((username, index) => [username, index]));

  test.each<readonly [string, Partial<Listing>, readonly string[]]>([
    ['that lists 100 at once', {}, ['0', '99', '198']],
    ['that lists all it has', { ignoresCount: true }, ['0']],
    ['that does not count', { total: null }, ['0', '99', '198', '229']],
    [
      'that neither counts nor lists 100 at once',
      { total: null, limit: 60 },
      ['0', '59', '118', '177', '229'],
    ],
    ['that lists 60 at once', { limit: 60 }, ['0', '59', '118', '177']],
  ])('on 230 users comes whole from a server %s', async (_, change, asked) => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing(change)));
    expect(await rocket.port.open(operation()).availability(RANGE)).toEqual(seconds);
    expect(new Set(queriesOf(rocket).map(({ offset }) => offset))).toEqual(new Set(asked));
    expect(rocket.stub.requests).toHaveLength(asked.length);
  });

  /** A server whose list changes before each of its calls. */
  const changing = (lists: readonly (typeof rows)[]) => {
    const pending = [...lists];
    return (request: StubRequest) => {
      const present = (pending.length > 1 ? pending.shift() : pending[0]) ?? [];
      return listed(request, { list: 'agents', rows: present });
    };
  };
  const without = (index: number) => rows.toSpliced(index, 1);
  const secondsOf = (of: typeof rows) => new Map(of.map((row) => [row.username, row.availableTimeInSeconds]));

  test.each<readonly [string, (typeof rows)[], typeof rows]>([
    ['somebody has gone', [rows, without(5)], without(5)],
    ['somebody has come', [without(5), rows], without(5)],
    [
      'somebody has come and somebody else gone',
      [rows, [...without(5), { username: 'z', availableTimeInSeconds: 7 }]],
      [...without(5), { username: 'z', availableTimeInSeconds: 7 }],
    ],
  ])('is whole where %s between two of its calls', async (_, lists, expected) => {
    await using rocket = await stubbedRocketChat(changing(lists));
    expect(await rocket.port.open(operation()).availability(RANGE)).toEqual(secondsOf(expected));
    expect(rocket.stub.requests.length).toBeLessThanOrEqual(6);
  });

  test('is an error where somebody goes before each call', async () => {
    const lists = Array.from({ length: 10 }, (_, gone) => rows.slice(gone));
    await using rocket = await stubbedRocketChat(changing(lists));
    const error = await failureOf(rocket.port.open(operation()).availability(RANGE));
    expect(error).toMatchObject({ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(error.message).toContain('the list changed while it was read');
  });

  test('is refused soon from a server that ignores the offset', async () => {
    await using rocket = await stubbedRocketChat(() => ({
      body: { agents: rows.slice(0, 100), total: 10_000 },
    }));
    const error = await failureOf(rocket.port.open(operation()).availability(RANGE));
    expect(error.message).toContain('lists the same 100 again');
    expect(rocket.stub.requests.length).toBeLessThan(10);
  });

  test.each([
    ['alike counts once', 5, 5],
    ['with another figure is refused', 6, null],
  ])('that lists a user twice %s', async (_, second, figure) => {
    const twice = [5, second].map((availableTimeInSeconds) => ({ username: 'ana', availableTimeInSeconds }));
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ rows: twice })));
    const asked = rocket.port.open(operation()).availability(RANGE);
    if (figure === null) expect((await failureOf(asked)).code).toBe('UPSTREAM_INVALID_RESPONSE');
    else expect(await asked).toEqual(new Map([['ana', figure]]));
    expect(await rocket.port.open(operation()).activeAccounts(RANGE)).toHaveLength(1);
  });

  test('on nobody is one call', async () => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ rows: [] })));
    expect(await rocket.port.open(operation()).availability(RANGE)).toEqual(new Map());
    expect(steps(rocket)).toEqual(['0+100']);
  });

  test('that is listed shorter than it is counted is refused', async () => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ total: 231 })));
    expect(await failureOf(rocket.port.open(operation()).availability(RANGE))).toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
    });
  });

  test('that counts millions of rows and lists one is refused soon', async () => {
    await using rocket = await stubbedRocketChat((request) =>
      listed(request, listing({ rows: rows.slice(0, 1), total: MILLIONS })),
    );
    expect(await failureOf(rocket.port.open(operation()).availability(RANGE))).toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
    });
    expect(steps(rocket)).toEqual(['0+100', '1+100']);
  });

  test('that counts millions of rows and lists 230 is not asked for millions', async () => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ total: MILLIONS })));
    expect(await failureOf(rocket.port.open(operation()).availability(RANGE))).toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
    });
    expect(rocket.stub.requests.length).toBeLessThan(30);
  });
});
