import { describe, expect, it } from 'vitest';
import { type Case, playKoreAi } from './kore-ai.ts';
import { ANA, BEN, CLEO, large, SMALL } from './kore-ai-centre.ts';
import { type At, type Behaviour, changed, honest, type Row, replies, rows, when } from './kore-ai-vendor.ts';
import { CANARY, SHORT, SILENCE } from './play.ts';

/** Three pages: 50, 50 and 20. */
const LARGE = large(120);
/** So many that one page of the walk holds all: what is read meanwhile is read in one go. */
const AT_ONCE = { staff: LARGE, first: 200 };

const everyone = (at: At) => at.agents === undefined;
const second = ({ offset }: At) => offset > 0;
const last = ({ offset }: At) => offset >= 100;
const page = (data: readonly Row[], hasMore: boolean, at: At) => ({
  hasMore,
  limit: at.limit,
  offset: at.offset,
  data,
});

/** A whole list that lies otherwise on the vendor's side by the time of a later call. */
function moving(order: (all: readonly Row[], at: At) => readonly Row[]): Behaviour {
  return when(
    everyone,
    changed((_, at) => {
      const all = order(at.everybody().data, at);
      return page(all.slice(at.offset, at.offset + at.limit), at.offset + at.limit < all.length, at);
    }),
  );
}

const clamped = (size: number, told: number): Behaviour =>
  changed((_, at) => ({ ...at.pageAt(at.offset, size), limit: told }));

const splitInTwo = (row: Row): Row[] => {
  const status = row.status as readonly Row[] | undefined;
  if (status === undefined || status.length < 2) return [row];
  return [
    { ...row, status: status.slice(0, 2) },
    { ...row, status: status.slice(2) },
  ];
};

const flat = (change: (row: Row) => Row[]) =>
  changed((honestPage) => ({ ...honestPage, data: honestPage.data.flatMap(change) }));

const WHOLE: readonly Case[] = [
  { says: 'gives its pages as its document says', staff: LARGE, vendor: honest },
  { says: 'takes at most 20 a call and says so', staff: LARGE, vendor: clamped(20, 20), maxCalls: 40 },
  { says: 'repeats every row on its page', vendor: flat((row) => [row, row]) },
  { says: 'tells one agent in two rows that share the segments', vendor: flat(splitInTwo) },
  {
    says: 'has a second row without segments for an agent with segments',
    vendor: flat((row) => [row, { ...row, status: undefined }]),
  },
  { says: 'has the row without segments first', vendor: flat((row) => [{ ...row, status: undefined }, row]) },
  {
    says: 'repeats segments in a second row',
    vendor: flat((row) => [row, { ...row, status: (row.status as Row[] | undefined)?.slice(1) }]),
  },
  {
    says: 'repeats every segment in its row',
    vendor: rows((row) => ({
      ...row,
      status: (row.status as Row[] | undefined)?.flatMap((one) => [one, { ...one }]),
    })),
  },
  { says: 'lists its rows backwards', vendor: changed((one) => ({ ...one, data: one.data.toReversed() })) },
  {
    says: 'begins each page five rows early',
    staff: LARGE,
    vendor: when(
      second,
      changed((_, at) => ({ ...at.pageAt(at.offset - 5, 55), limit: 50 })),
    ),
  },
  { says: 'always says offset 0', staff: LARGE, vendor: changed((one) => ({ ...one, offset: 0 })) },
  {
    says: 'answers other agents beside those asked for',
    vendor: when(
      (at) => !everyone(at),
      changed((_, at) => ({ ...at.everybody() })),
    ),
  },
  { says: 'is asked for nobody it knows and has nobody', staff: [], vendor: honest },
];

const EITHER: readonly Case[] = [
  { says: 'takes at most 20 a call and calls it 50', staff: LARGE, vendor: clamped(20, 50), maxCalls: 40 },
  {
    says: 'gives everybody at once',
    ...AT_ONCE,
    vendor: changed((_, at) => (everyone(at) ? at.everybody() : at.pageAt(0, 200))),
  },
  {
    says: 'gives everybody on every page',
    ...AT_ONCE,
    vendor: changed((one, at) => (everyone(at) ? { ...at.everybody(), hasMore: one.hasMore } : one)),
  },
  {
    says: 'gives everybody on every page and promises more',
    ...AT_ONCE,
    vendor: changed((_, at) => ({ ...at.everybody(), hasMore: true })),
  },
  {
    says: 'gives 600 rows though 50 were asked for',
    staff: large(600),
    first: 200,
    vendor: changed((one, at) => (everyone(at) ? at.everybody() : one)),
    maxCalls: 60,
  },
  {
    says: 'promises more behind its last page and has none',
    staff: LARGE,
    vendor: changed((one) => ({ ...one, hasMore: one.data.length > 0 })),
  },
  { says: 'promises more for ever', vendor: changed((one) => ({ ...one, hasMore: true })) },
  {
    says: 'has an empty page first and promises more',
    staff: LARGE,
    vendor: when(
      (at) => at.offset === 0,
      changed((one) => ({ ...one, data: [], hasMore: true })),
    ),
  },
  {
    says: 'has an empty page in the middle and promises more',
    staff: LARGE,
    vendor: when(
      (at) => at.offset === 50,
      changed((one) => ({ ...one, data: [], hasMore: true })),
    ),
  },
  {
    says: 'repeats its first page and ends in time',
    staff: LARGE,
    vendor: changed((one, at) => ({ ...one, data: at.pageAt(0).data })),
  },
  {
    says: 'repeats its first page for ever',
    staff: LARGE,
    vendor: changed((_, at) => ({ ...at.pageAt(0), hasMore: true })),
  },
  {
    says: 'repeats its first page, read in one go',
    ...AT_ONCE,
    vendor: changed((one, at) => ({ ...one, data: at.pageAt(0).data })),
  },
  {
    says: 'repeats its first page for ever, read in one go',
    ...AT_ONCE,
    vendor: changed((_, at) => ({ ...at.pageAt(0), hasMore: true })),
  },
  {
    says: 'shrinks by its first agent between two pages',
    ...AT_ONCE,
    vendor: moving((all, at) => (second(at) ? all.slice(1) : all)),
  },
  {
    says: 'repeats its second page as the third',
    staff: LARGE,
    vendor: when(
      last,
      changed((one, at) => ({ ...one, data: at.pageAt(50, 20).data })),
    ),
  },
  {
    says: 'turns its list by seven with each call',
    ...AT_ONCE,
    vendor: moving((all, at) => [...all.slice((7 * at.call) % 120), ...all.slice(0, (7 * at.call) % 120)]),
  },
  {
    says: 'turns its list round with each call',
    ...AT_ONCE,
    vendor: moving((all, at) => (at.call % 2 ? all : all.toReversed())),
  },
  {
    says: 'grows in front between two pages',
    ...AT_ONCE,
    vendor: moving((all, at) => (second(at) ? [...all.slice(0, 1), ...all] : all)),
  },
  {
    says: 'does not say whether there is more',
    staff: LARGE,
    vendor: changed(({ hasMore: _, ...one }) => one),
  },
  {
    says: 'says null for whether there is more',
    staff: LARGE,
    vendor: changed((one) => ({ ...one, hasMore: null })),
  },
  {
    says: 'says in a word whether there is more',
    staff: LARGE,
    vendor: changed((one) => ({ ...one, hasMore: String(one.hasMore) })),
  },
  {
    says: 'says in a number whether there is more',
    staff: LARGE,
    vendor: changed((one) => ({ ...one, hasMore: Number(one.hasMore) })),
  },
  { says: 'says that its limit is 0', staff: LARGE, vendor: changed((one) => ({ ...one, limit: 0 })) },
  {
    says: 'says that its limit is negative',
    staff: LARGE,
    vendor: changed((one) => ({ ...one, limit: -50 })),
  },
  {
    says: 'says that its offset is huge',
    staff: LARGE,
    vendor: changed((one) => ({ ...one, offset: 1e308 })),
  },
  { says: 'says that its limit is huge', staff: LARGE, vendor: changed((one) => ({ ...one, limit: 1e308 })) },
  {
    says: 'takes no heed of the agents asked for, in a small centre',
    vendor: changed((_, at) => at.everybody()),
  },
  {
    says: 'takes no heed of the agents asked for, in a large one',
    staff: LARGE,
    vendor: changed((one, at) =>
      everyone(at)
        ? one
        : {
            ...at.everybody(),
            data: at.everybody().data.slice(at.offset, at.offset + 50),
            hasMore: at.offset < 70,
          },
    ),
  },
  {
    says: 'finds nobody by address',
    vendor: when(
      (at) => !everyone(at),
      changed((one) => ({ ...one, data: [] })),
    ),
  },
  {
    says: 'finds the first address only',
    vendor: when(
      (at) => !everyone(at),
      changed((one) => ({ ...one, data: one.data.slice(0, 1) })),
    ),
  },
  {
    says: 'finds another agent by address',
    vendor: when(
      (at) => !everyone(at),
      rows((row) => ({ ...row, userId: 'u-other', email: 'other@kore.test' })),
    ),
    staff: [ANA, BEN],
  },
  {
    says: 'finds agents by address without their addresses',
    vendor: when(
      (at) => !everyone(at),
      rows((row) => ({ ...row, email: undefined })),
    ),
  },
  {
    says: 'finds agents by address without their user ids',
    vendor: when(
      (at) => !everyone(at),
      rows((row) => ({ ...row, userId: undefined })),
    ),
  },
  {
    says: 'promises more agents than were asked for',
    vendor: when(
      (at) => !everyone(at),
      changed((one) => ({ ...one, hasMore: true })),
    ),
  },
  {
    says: 'tells one agent in two rows, the second without names',
    vendor: flat((row) => [row, { ...row, firstName: '', lastName: '' }]),
  },
  {
    says: 'tells one agent in two rows, the address in two spellings',
    vendor: flat((row) => [row, { ...row, email: String(row.email).toUpperCase() }]),
  },
  {
    says: 'tells one user id with two addresses',
    vendor: flat((row) => [row, { ...row, email: `second.${row.email}` }]),
    staff: [BEN, CLEO],
  },
  {
    says: 'fails once on its second page',
    staff: LARGE,
    vendor: when((at) => at.offset === 50 && at.call <= 2, replies({ status: 500, body: CANARY })),
  },
];

const FAULTS: readonly [string, Behaviour][] = [
  ['answers 500', replies({ status: 500, body: CANARY })],
  ['answers 503', replies({ status: 503, body: CANARY, headers: { 'retry-after': '300' } })],
  ['answers 401', replies({ status: 401, body: CANARY })],
  ['answers 403', replies({ status: 403, body: CANARY })],
  ['answers 404', replies({ status: 404, body: CANARY })],
  ['answers 429', replies({ status: 429, body: CANARY })],
  ['answers HTML', replies({ body: Buffer.from(`<html>${CANARY}`) })],
  ['answers nothing', replies({ body: Buffer.alloc(0) })],
  [
    'answers limit words',
    replies({ body: { message: 'Rate limit for this API has been reached. Please try again later' } }),
  ],
  [
    'answers an error beside no rows',
    replies({ body: { hasMore: false, limit: 50, offset: 50, data: [], error: CANARY } }),
  ],
];

const ERROR: readonly Case[] = [
  ...FAULTS.flatMap(([says, vendor]) => [
    { says: `${says} to its second page`, staff: LARGE, vendor: when(({ offset }) => offset === 50, vendor) },
    { says: `${says} to its last page`, staff: LARGE, vendor: when(last, vendor) },
  ]),
  {
    says: 'is silent at its second page',
    staff: LARGE,
    vendor: when(second, () => SILENCE),
    environment: SHORT,
  },
  {
    says: 'is silent where agents are asked for',
    staff: SMALL,
    vendor: when(
      (at) => !everyone(at),
      () => SILENCE,
    ),
    environment: SHORT,
  },
  { says: 'is silent', vendor: () => SILENCE, environment: SHORT },
];

describe('Kore.ai, whose lists are not as they should be', () => {
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playKoreAi({ ...one, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playKoreAi(one)).toEqual([]);
  });
  it.concurrent.each(ERROR)('is an error when it $says', async (one) => {
    expect(await playKoreAi({ ...one, expectation: 'error' })).toEqual([]);
  });
});
