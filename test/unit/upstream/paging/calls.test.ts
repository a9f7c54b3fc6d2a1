import { describe, expect, test } from 'vitest';
import { ListChangedError } from '../../../../src/domain/list-faults.ts';
import { type PagedList, Pages, readAll } from '../../../../src/upstream/paging/index.ts';
import { failureOf } from '../../vendors/asking.ts';
import { type ListServer, type Row, rowsUpTo, served } from './list-server.ts';

const server = (change: Partial<ListServer>): ListServer => ({
  rows: rowsUpTo(25),
  tells: 'total',
  most: 10,
  ...change,
});

describe('a list of which calls list 10 rows', () => {
  test.each<readonly [rows: number, calls: readonly string[]]>([
    [0, ['0+10']],
    [9, ['0+10']],
    // The total of a full first answer may be that answer's own size.
    [10, ['0+10', '9+10']],
    [19, ['0+10', '9+10']],
    [20, ['0+10', '10+10']],
    [28, ['0+10', '9+10', '18+10']],
    [30, ['0+10', '10+10', '20+10']],
  ])(
    'and that counts %i rows takes as few calls as can be, which overlap where that is free',
    async (length, calls) => {
      const source = served(server({ rows: rowsUpTo(length) }));
      expect(await readAll(source.list)).toEqual(rowsUpTo(length));
      expect(source.calls).toEqual(calls);
    },
  );

  test('and that counts none is read from the last known row on', async () => {
    const source = served(server({ rows: rowsUpTo(20), tells: 'more' }));
    expect(await readAll(source.list)).toEqual(rowsUpTo(20));
    expect(source.calls).toEqual(['0+10', '9+10', '18+10']);
  });

  test.each<readonly [string, Partial<ListServer>, calls: number, says: string]>([
    ['ignores the offset', { ignoresOffset: true, tells: 'more' }, 2, 'lists the same 10 again'],
    [
      'ignores the offset of 1,000 rows',
      { ignoresOffset: true, rows: rowsUpTo(1000) },
      9,
      'lists the same 10 again',
    ],
    [
      'counts 25 and stops after 12',
      { silentAfter: 12 },
      3,
      'counts 25 rows but stopped listing them after 12',
    ],
    [
      'promises more and stops after 12',
      { silentAfter: 12, tells: 'more' },
      3,
      'more rows follow the first 12 but',
    ],
  ])('and that %s is refused after a few', async (_, change, calls, says) => {
    const source = served(server(change));
    const error = await failureOf(readAll(source.list));
    expect(error).toMatchObject({ vendor: 'KORE_AI', code: 'UPSTREAM_INVALID_RESPONSE', isTransient: true });
    expect(error.message).toContain(says);
    expect(source.calls).toHaveLength(calls);
  });
});

describe('a list that counts fewer rows than it lists', () => {
  /** A server that tells a total made from the rows of its answer. */
  const counting = (total: (listed: number) => number) => {
    const { list, calls } = served(server({ tells: 'nothing' }));
    const read: typeof list.read = async (...asked) => {
      const slice = await list.read(...asked);
      return { ...slice, total: total(slice.rows.length) };
    };
    return { list: { ...list, read }, calls };
  };

  test.each<readonly [string, (listed: number) => number, calls: number, says: string]>([
    ['none', () => 0, 1, 'counts 0 rows but lists 10'],
    ['half of an answer', () => 5, 1, 'counts 5 rows but lists 10'],
    ['the rows of its answer', (listed) => listed, 2, 'counts 10 rows but lists 19'],
  ])('(%s) is refused', async (_, total, calls, says) => {
    const source = counting(total);
    const error = await failureOf(readAll(source.list));
    expect(error).toMatchObject({ vendor: 'KORE_AI', code: 'UPSTREAM_INVALID_RESPONSE' });
    expect(error.message).toContain(says);
    expect(source.calls).toHaveLength(calls);
  });

  test('is refused at the page behind the rows that it counts', async () => {
    const pages = new Pages(counting((listed) => listed).list, 10);
    expect(await pages.page(0)).toMatchObject({ total: 10, hasMore: true, following: null });
    expect((await failureOf(pages.page(1))).message).toContain('counts 10 rows but lists 20');
  });
});

describe('a list that changes while it is read', () => {
  const gone = (rows: readonly Row[]) => rows.toSpliced(3, 1);
  const come = (rows: readonly Row[]) => rows.toSpliced(3, 0, { key: 'new' });

  test.each(['total', 'more'] as const)('is read once more after rows have gone (%s)', async (tells) => {
    const source = served(server({ tells, changes: new Map([[1, gone]]) }));
    expect(await readAll(source.list)).toEqual(gone(rowsUpTo(25)));
  });

  test('is read once more after as many have come as have gone', async () => {
    const swap = (rows: readonly Row[]) => [...gone(rows), { key: 'last' }];
    const source = served(server({ changes: new Map([[1, swap]]) }));
    expect(await readAll(source.list)).toEqual(swap(rowsUpTo(25)));
  });

  test.each(['total', 'more'] as const)('is not read again after rows have come (%s)', async (tells) => {
    const source = served(server({ tells, changes: new Map([[1, come]]) }));
    expect(await readAll(source.list)).toEqual(rowsUpTo(25));
    expect(source.calls).toHaveLength(3);
  });

  test('is an error where rows go all the time', async () => {
    const changes = new Map([1, 2, 3, 4, 5, 6, 7, 8].map((call) => [call, gone]));
    const source = served(server({ changes }));
    expect((await failureOf(readAll(source.list))).message).toBe(
      'the list changed while it was read; ask again.',
    );
    expect(source.calls.length).toBeLessThan(8);
  });

  test('is an error where a row has moved to where it shows twice, and another to where it does not', async () => {
    const moved = (rows: readonly Row[]) =>
      rows.with(2, rows[10] ?? { key: '' }).with(10, rows[2] ?? { key: '' });
    const changes = new Map([1, 2, 3, 4, 5].map((call) => [call, moved]));
    const source = served(server({ rows: rowsUpTo(15), changes }));
    expect(await failureOf(readAll(source.list))).toBeInstanceOf(ListChangedError);
  });

  test('is an error where it seems to have grown and counts fewer', async () => {
    const source = served(server({ rows: rowsUpTo(12), ignoresOffset: true, changes: new Map([[1, gone]]) }));
    expect((await failureOf(readAll(source.list))).code).toBe('UPSTREAM_INVALID_RESPONSE');
  });

  test('is asked afresh the second time, as what did not fit may have been an older answer', async () => {
    const source = served(server({ changes: new Map([[1, gone]]) }));
    const asked: boolean[] = [];
    const listThat = (isAfresh: boolean): PagedList<Row> => ({
      ...source.list,
      read(offset, count) {
        asked.push(isAfresh);
        return source.list.read(offset, count);
      },
      bypassingCache: () => listThat(true),
    });
    await readAll(listThat(false));
    expect(asked).toEqual([false, false, false, true, true, true]);
  });
});

describe('rows of one key', () => {
  const [first, second, third] = [{ key: 'a' }, { key: 'a', mark: 'other' }, { key: 'b' }];

  test('that are alike come once, and others both', async () => {
    const rows = [first, first, second, third];
    expect(await readAll(served(server({ rows })).list)).toEqual([first, second, third]);
  });
});

describe('the pages of one operation', () => {
  const gone = (rows: readonly Row[]) => rows.toSpliced(3, 1);
  const come = (rows: readonly Row[]) => rows.toSpliced(3, 0, { key: 'new' });
  const keysOf = (rows: readonly Row[]) => rows.map(({ key }) => key);

  test.each([
    ['by their count', 10, 'total'],
    ['by the row that two of them share', 9, 'more'],
  ] as const)('are refused where rows have gone, which is noticed %s', async (_, size, tells) => {
    const pages = new Pages(served(server({ tells, changes: new Map([[1, gone]]) })).list, size);
    await pages.page(0);
    expect((await failureOf(pages.page(1))).message).toContain('the list changed while it was read');
  });

  test.each([
    ['by their count', 10, 'total'],
    ['by the row that two of them share', 9, 'more'],
  ] as const)('are refused backwards where rows have come, which is noticed %s', async (_, size, tells) => {
    const pages = new Pages(served(server({ tells, changes: new Map([[1, come]]) })).list, size);
    await pages.page(1);
    expect((await failureOf(pages.page(0))).message).toContain('the list changed while it was read');
  });

  test('are refused where rows have gone that were there before and after', async () => {
    const changes = new Map([
      [2, gone],
      [3, gone],
    ]);
    const pages = new Pages(served(server({ changes })).list, 10);
    await Promise.all([pages.page(0), pages.page(2)]);
    expect(await failureOf(pages.page(1))).toBeInstanceOf(ListChangedError);
  });

  test('are refused where rows come and go while one of them is put together', async () => {
    const changes = new Map([2, 3, 4, 5].map((call) => [call, call % 2 === 0 ? gone : come]));
    const pages = new Pages(served(server({ most: 5, changes })).list, 10);
    await pages.page(0);
    expect(await failureOf(pages.page(1))).toBeInstanceOf(ListChangedError);
  });

  test.each([10, 9])('go on where rows have come, and show some twice (%i a page)', async (size) => {
    const pages = new Pages(served(server({ changes: new Map([[1, come]]) })).list, size);
    const rows = [
      ...(await pages.page(0)).rows,
      ...(await pages.page(1)).rows,
      ...(await pages.page(2)).rows,
    ];
    expect(new Set(keysOf(rows))).toEqual(new Set(keysOf(rowsUpTo(25))));
  });

  test.each(['total', 'more'] as const)(
    'are refused at the first that repeats another (%s)',
    async (tells) => {
      const source = served(server({ tells, ignoresOffset: true }));
      const pages = new Pages(source.list, 9);
      await pages.page(0);
      expect((await failureOf(pages.page(1))).message).toContain('lists the same 9 again');
      expect(source.calls).toHaveLength(2);
    },
  );

  test('cost one call more for a list of one full page, and only where they go on behind it', async () => {
    const source = served(server({ rows: rowsUpTo(10) }));
    const pages = new Pages(source.list, 10);
    expect(await pages.page(0)).toEqual({ rows: rowsUpTo(10), total: 10, hasMore: true, following: null });
    expect(source.calls).toEqual(['0+10']);
    expect(await pages.page(1)).toEqual({ rows: [], total: 10, hasMore: false, following: null });
  });

  test('a page that does not fit is asked once more, as it may have been an older answer', async () => {
    const fresh = served(server({ rows: gone(rowsUpTo(25)) }));
    const stale = served(server({}));
    const list: PagedList<Row> = {
      ...fresh.list,
      read: (offset, count) => (offset === 0 ? stale : fresh).list.read(offset, count),
      bypassingCache: () => fresh.list,
    };
    const pages = new Pages(list, 10);
    await pages.page(1);
    expect(keysOf((await pages.page(0)).rows)).toEqual(keysOf(gone(rowsUpTo(25))).slice(0, 10));
  });
});
