import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PageArguments, readWindow } from '../../../src/graphql/connection.ts';
import { Cursors } from '../../../src/graphql/cursor.ts';
import { connectionOverPages, NUMBERED_PLACE } from '../../../src/graphql/numbered-pages.ts';
import { SEALER } from './sealer.ts';

const ROWS = new Cursors(SEALER, 'rows', NUMBERED_PLACE);

/** A vendor that has so many rows, and pages of so many; keeps what it was asked, each page once. */
function vendor(rows: number, size: number) {
  const asked = new Set<number>();
  const pages = Math.ceil(rows / size);
  return {
    asked,
    async read(index: number) {
      asked.add(index);
      const held = Math.max(0, Math.min(size, rows - index * size));
      return {
        pages,
        total: rows,
        least: rows,
        nodes: Array.from({ length: held }, (_, row) => index * size + row),
      };
    },
  };
}

function page({ read }: ReturnType<typeof vendor>, args: PageArguments) {
  const source = { vendor: 'LIVECHAT', keyOf: (node: number) => String(node), read } as const;
  return connectionOverPages(ROWS, readWindow(ROWS, args), source);
}

function upTo(rows: number): number[] {
  return Array.from({ length: rows }, (_, row) => row);
}

const lengths = [
  fc.nat({ max: 40 }),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 12 }),
] as const;

describe('a connection over numbered pages', () => {
  it('gives every row once and in order, forwards and backwards, whatever the sizes of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(...lengths, async (rows, size, count) => {
        const source = vendor(rows, size);
        const there: number[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const { edges, pageInfo } = await page(source, { first: count, after });
          there.push(...edges.map(({ node }) => node));
          [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
        }
        const back: number[] = [];
        for (let before: string | null = null, more = true; more; ) {
          const { edges, pageInfo } = await page(source, { last: count, before });
          back.unshift(...edges.map(({ node }) => node));
          [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
        }
        expect([there, back]).toEqual([upTo(rows), upTo(rows)]);
      }),
    );
  });

  it('gives what lies between two cursors', async () => {
    await fc.assert(
      fc.asyncProperty(...lengths, fc.nat(), fc.nat(), async (rows, size, _, a, b) => {
        fc.pre(rows > 0);
        const source = vendor(rows, size);
        const { edges } = await page(source, { first: 200 });
        const [from, to] = [a % rows, b % rows];
        const cursors = { after: edges[from]?.cursor ?? null, before: edges[to]?.cursor ?? null };
        const expected = upTo(rows).slice(from + 1, Math.max(from + 1, to));
        for (const count of [{ first: 200 }, { last: 200 }]) {
          const between = await page(source, { ...count, ...cursors });
          expect(between.edges.map(({ node }) => node)).toEqual(expected);
        }
      }),
    );
  });

  it.each<[string, PageArguments, number | null, number[]]>([
    ['the first rows', { first: 3 }, null, [0]],
    ['as many as a page holds', { first: 10 }, null, [0]],
    ['one more', { first: 11 }, null, [0, 1]],
    ['those after the last row of a page', { first: 10 }, 19, [2]],
    ['those after a row within a page', { first: 10 }, 14, [1, 2]],
    ['the last rows, after one page that tells how many there are', { last: 3 }, null, [0, 4]],
    ['those before the first row of a page', { last: 10 }, 20, [1]],
    ['those before a row within a page', { last: 10 }, 24, [1, 2]],
  ])('asks for %s and no other page', async (_, args, row, asked) => {
    const { edges } = await page(vendor(45, 10), { first: 200 });
    const cursor = row === null ? null : (edges[row]?.cursor ?? null);
    const source = vendor(45, 10);
    await page(source, { ...args, [args.last === undefined ? 'after' : 'before']: cursor });
    expect([...source.asked].sort()).toEqual(asked);
  });

  it('goes on behind a row that was the last of all', async () => {
    const { pageInfo } = await page(vendor(12, 10), { first: 20 });
    const later = await page(vendor(25, 10), { first: 3, after: pageInfo.endCursor });
    expect(later.edges.map(({ node }) => node)).toEqual([12, 13, 14]);
    const full = await page(vendor(10, 10), { first: 20 });
    const more = await page(vendor(12, 10), { first: 20, after: full.pageInfo.endCursor });
    expect(more.edges.map(({ node }) => node)).toEqual([10, 11]);
  });

  describe('whose pages do not fit together', () => {
    const numbered = (first: number, last: number) =>
      Array.from({ length: last - first }, (_, row) => first + row);

    it.each<[string, PageArguments, { nodes: number[]; pages: number; total: number | null }[], RegExp]>([
      [
        'is an error where the vendor ignores the page that is asked for',
        { first: 15 },
        Array.from({ length: 3 }, () => ({ nodes: numbered(0, 10), pages: 3, total: 30 })),
        /lists the same 10 again/,
      ],
      [
        'is an error where pages have become fewer',
        { first: 30 },
        [
          { nodes: numbered(0, 10), pages: 3, total: null },
          { nodes: numbered(11, 20), pages: 2, total: null },
        ],
        /changed while it was read/,
      ],
      [
        'is an error where pages have become fewer, read backwards',
        { last: 30 },
        [
          { nodes: numbered(0, 10), pages: 2, total: 20 },
          { nodes: numbered(11, 20), pages: 2, total: 19 },
        ],
        /changed while it was read/,
      ],
      [
        'is an error where an entry shows twice and none has come',
        { first: 30 },
        [
          { nodes: numbered(0, 10), pages: 2, total: 15 },
          { nodes: numbered(9, 14), pages: 2, total: 15 },
        ],
        /changed while it was read/,
      ],
      [
        'is an error where all pages together have fewer entries than are counted',
        { first: 30 },
        [
          { nodes: numbered(0, 10), pages: 2, total: 15 },
          { nodes: numbered(10, 14), pages: 2, total: 15 },
        ],
        /counts 15 rows but its pages have 14/,
      ],
    ])('%s', async (_, args, pages, says) => {
      const asked: number[] = [];
      const read = async (index: number) => {
        asked.push(index);
        const page = pages[index] ?? expect.fail(`no page ${index}`);
        return { ...page, least: page.total ?? 0 };
      };
      const source = { vendor: 'LIVECHAT', keyOf: (node: number) => String(node), read } as const;
      const fault = await connectionOverPages(ROWS, readWindow(ROWS, args), source).catch(
        (error: unknown) => error,
      );
      expect(fault).toMatchObject({ vendor: 'LIVECHAT', code: 'UPSTREAM_INVALID_RESPONSE' });
      expect((fault as Error).message).toMatch(says);
      expect(asked).toHaveLength(2);
    });

    it('shows an entry once that moved to the next page as another came', async () => {
      const pages = [
        { nodes: numbered(0, 10), pages: 2, total: 14, least: 14 },
        { nodes: numbered(9, 14), pages: 2, total: 15, least: 15 },
      ];
      const read = async (index: number) => pages[index] ?? expect.fail(`no page ${index}`);
      const source = { vendor: 'LIVECHAT', keyOf: (node: number) => String(node), read } as const;
      const { edges } = await connectionOverPages(ROWS, readWindow(ROWS, { first: 30 }), source);
      expect(edges.map(({ node }) => node)).toEqual(numbered(0, 14));
    });
  });

  it('ends where pages have become fewer', async () => {
    const { pageInfo } = await page(vendor(40, 10), { first: 30 });
    expect((await page(vendor(5, 10), { first: 3, after: pageInfo.endCursor })).edges).toEqual([]);
    const before = (await page(vendor(5, 10), { last: 3, before: pageInfo.endCursor })).edges;
    expect(before.map(({ node }) => node)).toEqual([2, 3, 4]);
  });
});
