import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PageArguments, pageOf, readWindow } from '../../../src/graphql/connection.ts';
import { Cursors } from '../../../src/graphql/cursor.ts';
import { SEALER } from './sealer.ts';

const PLACE = z.tuple([z.int(), z.string()]);
const ROWS = new Cursors(SEALER, 'rows', PLACE);

const rows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.string()), {
    selector: JSON.stringify,
    maxLength: 30,
  })
  .map((list) => list.toSorted(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)));

function page(list: readonly (readonly [number, string])[], args: PageArguments) {
  return pageOf(ROWS, readWindow(ROWS, args), list, ([number, text]) => [number, text]);
}

describe('a connection over a list that is there whole', () => {
  it('gives every entry once and in order, forwards and backwards, with pages of any size', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (list, size) => {
        const there: unknown[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const { edges, pageInfo } = page(list, { first: size, after });
          there.push(...edges.map(({ node }) => node));
          expect(pageInfo.hasPreviousPage).toBe(after !== null);
          [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
        }
        const back: unknown[] = [];
        for (let before: string | null = null, more = true; more; ) {
          const { edges, pageInfo } = page(list, { last: size, before });
          back.unshift(...edges.map(({ node }) => node));
          expect(pageInfo.hasNextPage).toBe(before !== null);
          [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
        }
        expect([there, back]).toEqual([list, list]);
      }),
    );
  });

  it('gives what lies between two cursors where both are given', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (list, a, b) => {
        fc.pre(list.length > 0);
        const { edges } = page(list, { first: 200 });
        const [from, to] = [a % list.length, b % list.length];
        const between = page(list, {
          first: 200,
          after: edges[from]?.cursor ?? null,
          before: edges[to]?.cursor ?? null,
        });
        expect(between.edges.map(({ node }) => node)).toEqual(list.slice(from + 1, Math.max(from + 1, to)));
      }),
    );
  });

  it('keeps its place when the entry of a cursor is gone', () => {
    const list = [1, 2, 3, 4, 5].map((number) => [number, ''] as const);
    const { pageInfo } = page(list, { first: 3 });
    const later = page(
      list.filter(([number]) => number !== 3),
      { first: 2, after: pageInfo.endCursor },
    );
    expect(later.edges.map(({ node: [number] }) => number)).toEqual([4, 5]);
  });

  it('refuses a cursor whose any character was changed, and one of another list', () => {
    const { pageInfo } = page([[1, 'ä']], {});
    const cursor = pageInfo.endCursor ?? '';
    fc.assert(
      fc.property(
        fc.nat({ max: cursor.length - 1 }),
        fc.constantFrom('A', 'b', '9', '=', ' '),
        (place, character) => {
          const damaged = cursor.slice(0, place) + character + cursor.slice(place + 1);
          fc.pre(damaged !== cursor);
          expect(() => readWindow(ROWS, { after: damaged })).toThrow('after must be a cursor');
        },
      ),
    );
    expect(() => readWindow(new Cursors(SEALER, 'other rows', PLACE), { before: cursor })).toThrow(
      'before must be a cursor',
    );
  });
});
