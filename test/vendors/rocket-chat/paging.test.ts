import { describe, expect, test } from 'vitest';
import type { RocketChatPort } from '../../../src/domain/ports.ts';
import { failureOf, operation, rangeOf } from '../asking.ts';
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
  const namesOf = async (port: RocketChatPort, index: number) => {
    const { accounts, ...page } = await port.directory.page(index, operation());
    return { ...page, names: accounts.map(({ key }) => key) };
  };

  test.each([
    [0, NAMES.slice(0, 100), true],
    [1, NAMES.slice(100, 200), true],
    [2, NAMES.slice(200), false],
    [3, [], false],
  ])('page %i of 230 users', async (index, names, hasMore) => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing()));
    expect(await namesOf(rocket.port, index)).toEqual({ names, total: 230, hasMore });
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
    expect(await namesOf(rocket.port, 1)).toEqual({
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

  test('a server that counts more rows than it lists is refused, not believed', async () => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ total: 250 })));
    const error = await failureOf(rocket.port.directory.page(2, operation()));
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
    expect(await rocket.port.availability(RANGE, operation())).toEqual(seconds);
    expect(new Set(queriesOf(rocket).map(({ offset }) => offset))).toEqual(new Set(asked));
    expect(rocket.stub.requests).toHaveLength(asked.length);
  });

  test('on nobody is one call', async () => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ rows: [] })));
    expect(await rocket.port.availability(RANGE, operation())).toEqual(new Map());
    expect(steps(rocket)).toEqual(['0+100']);
  });

  test('that is listed shorter than it is counted is refused', async () => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ total: 231 })));
    expect(await failureOf(rocket.port.availability(RANGE, operation()))).toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
    });
  });

  test('that counts millions of rows and lists one is refused soon', async () => {
    await using rocket = await stubbedRocketChat((request) =>
      listed(request, listing({ rows: rows.slice(0, 1), total: MILLIONS })),
    );
    expect(await failureOf(rocket.port.availability(RANGE, operation()))).toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
    });
    expect(steps(rocket)).toEqual(['0+100', '1+100']);
  });

  test('that counts millions of rows and lists 230 is not asked for millions', async () => {
    await using rocket = await stubbedRocketChat((request) => listed(request, listing({ total: MILLIONS })));
    expect(await failureOf(rocket.port.availability(RANGE, operation()))).toMatchObject({
      code: 'UPSTREAM_INVALID_RESPONSE',
    });
    expect(rocket.stub.requests.length).toBeLessThan(30);
  });
});
