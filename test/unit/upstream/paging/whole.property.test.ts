import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UpstreamError } from '../../../../src/domain/errors.ts';
import { Pages, readAll } from '../../../../src/upstream/paging/index.ts';
import { type ListServer, type Row, rowsUpTo, type ServedList, served } from './list-server.ts';

const CALL_SIZE = 10;

type Change = readonly ['come' | 'go', place: number];

/** A row comes or goes at a part of the list's length, given in thousandths. */
function changed([kind, place]: Change, call: number) {
  return (rows: readonly Row[]): readonly Row[] => {
    const index = Math.floor((place * rows.length) / 1000);
    return kind === 'go' ? rows.toSpliced(index, 1) : rows.toSpliced(index, 0, { key: `new-${call}` });
  };
}

const anyChange = fc.tuple(fc.constantFrom('come' as const, 'go' as const), fc.nat(1000));

/** Lists with rows that come and go, or with second rows of one key, or from a server with a fault of its own. */
const anyServer = fc
  .record({
    length: fc.nat(65),
    isOrdered: fc.boolean(),
    tells: fc.constantFrom('total' as const, 'more' as const, 'nothing' as const),
    most: fc.oneof(fc.constant(CALL_SIZE), fc.integer({ min: 1, max: CALL_SIZE })),
    ignoresCount: fc.boolean(),
    trouble: fc.oneof(
      fc.record({ changes: fc.array(fc.tuple(fc.nat(12), anyChange), { minLength: 1, maxLength: 4 }) }),
      fc.record({ twice: fc.array(fc.nat(64), { minLength: 1, maxLength: 3 }) }),
      fc.record({ silentAfter: fc.nat(65) }),
      fc.constant({ ignoresOffset: true }),
    ),
  })
  .filter(({ trouble, ...server }) => !isHidden(server, trouble))
  .map(({ length, isOrdered, trouble, ...server }): ListServer => {
    const { changes = [], twice = [], ...fault }: Trouble = trouble;
    const ordered = rowsUpTo(length);
    const rows = isOrdered ? ordered : ordered.toSorted((a, b) => (reversed(a) < reversed(b) ? -1 : 1));
    return {
      ...server,
      ...fault,
      rows: rows.flatMap((row, index) => (twice.includes(index) ? [row, { ...row, mark: 'twice' }] : row)),
      changes: new Map(changes.map(([call, change]) => [call, changed(change, call)])),
    };
  });

interface Trouble {
  readonly changes?: readonly (readonly [call: number, Change])[];
  readonly twice?: readonly number[];
  readonly silentAfter?: number;
  readonly ignoresOffset?: boolean;
}

/**
 * What nobody can notice: that a server hides rows which it does not tell of, or that a list changes while it is listed one
 * row a call without a count, or in pieces of a size that is not told.
 */
function isHidden({ tells, most }: Pick<ListServer, 'tells' | 'most'>, trouble: Trouble): boolean {
  if (trouble.twice !== undefined) return false;
  if (trouble.changes === undefined) return tells === 'nothing';
  return tells === 'nothing' ? most < CALL_SIZE : tells === 'more' && most === 1;
}

function reversed({ key }: Row): string {
  return [...key].reverse().join('');
}

/** The rows that stood in the list all the time. */
function lasting({ states }: ServedList): Row[] {
  const [first = [], ...later] = states;
  return first.filter((row) => later.every((rows) => rows.some((other) => isSame(row, other))));
}

function isSame(row: Row, other: Row): boolean {
  return row.key === other.key && row.mark === other.mark;
}

/** What was read, or null where it ended in an error that says that the vendor's answer is no good. */
async function read<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    expect(error).toMatchObject({ vendor: 'KORE_AI', code: 'UPSTREAM_INVALID_RESPONSE', isTransient: true });
    return null;
  }
}

test('a list is read whole, in order and each row once, or is an error of its vendor', async () => {
  await fc.assert(
    fc.asyncProperty(anyServer, async (server) => {
      const source = served(server, CALL_SIZE);
      const rows = await read(readAll(source.list));
      const most = Math.max(...source.states.map(({ length }) => length));
      const perCall = Math.max(1, Math.min(server.most, CALL_SIZE) - 1);
      expect(source.calls.length).toBeLessThanOrEqual(2 * (Math.ceil(most / perCall) + 8));
      if (rows === null) return;
      const expected = lasting(source);
      expect(rows.filter((row) => expected.some((other) => isSame(row, other)))).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('a list that does not change is read whole from every server that lists all it has', async () => {
  const anyHonest = anyServer.map(({ silentAfter: _, ...server }) => ({
    ...server,
    changes: new Map(),
    ignoresOffset: false,
  }));
  await fc.assert(
    fc.asyncProperty(anyHonest, async (server) => {
      fc.pre(server.most > 1 || new Set(server.rows.map(({ key }) => key)).size === server.rows.length);
      expect(await readAll(served(server, CALL_SIZE).list)).toEqual(server.rows);
    }),
    { numRuns: 500 },
  );
});

test.each([CALL_SIZE, CALL_SIZE - 1])(
  'pages of %i rows give every row, or one of them is an error',
  async (size) => {
    await fc.assert(
      fc.asyncProperty(anyServer, async (server) => {
        const source = served(server, CALL_SIZE);
        // Pages that only touch are told apart by what they count, which as many who came as went leave as it was.
        fc.pre(size < CALL_SIZE || (server.tells === 'total' && (server.changes?.size ?? 0) <= 1));
        const pages = new Pages(source.list, size);
        const rows: Row[] = [];
        for (let index = 0, more = true; more; index += 1) {
          const page = await read(pages.page(index));
          if (page === null) return;
          rows.push(...page.rows);
          more = page.hasMore;
        }
        const missing = lasting(source).filter((row) => !rows.some((other) => isSame(row, other)));
        expect(missing).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  },
);
