import { describe, expect, it } from 'vitest';
import { type Case, playKoreAi } from './kore-ai.ts';
import { ANA, BEN, CLEO, large } from './kore-ai-centre.ts';
import { AT_ONCE, clamped, everyone, flat, LARGE, last, later, moving, second } from './kore-ai-pages.ts';
import { changed, replies, rows, when } from './kore-ai-vendor.ts';
import { CANARY } from './play.ts';

const EITHER: readonly Case[] = [
  {
    says: 'begins each page five rows early',
    staff: LARGE,
    vendor: when(
      second,
      changed((_, at) => ({ ...at.pageAt(at.offset - 5, 55), limit: 50 })),
    ),
  },
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
    vendor: moving((all, at) => (later(at) ? all.slice(1) : all)),
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
    vendor: moving((all, at) => (later(at) ? [...all.slice(0, 1), ...all] : all)),
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
    vendor: when((at) => second(at) && at.call <= 2, replies({ status: 500, body: CANARY })),
  },
];

describe('Kore.ai, whose lists contradict themselves', () => {
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playKoreAi(one)).toEqual([]);
  });
});
