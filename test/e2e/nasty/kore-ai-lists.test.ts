import { describe, expect, it } from 'vitest';
import { type Case, playKoreAi } from './kore-ai.ts';
import { SMALL } from './kore-ai-centre.ts';
import { clamped, everyone, flat, LARGE, last, later, second, splitInTwo } from './kore-ai-pages.ts';
import { type Behaviour, changed, honest, type Row, replies, rows, when } from './kore-ai-vendor.ts';
import { CANARY, SHORT, SILENCE } from './play.ts';

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
    { says: `${says} to its second page`, staff: LARGE, vendor: when(second, vendor) },
    { says: `${says} to its last page`, staff: LARGE, vendor: when(last, vendor) },
  ]),
  {
    says: 'is silent at its second page',
    staff: LARGE,
    vendor: when(later, () => SILENCE),
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

describe('Kore.ai, whose pages fail', () => {
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playKoreAi({ ...one, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(ERROR)('is an error when it $says', async (one) => {
    expect(await playKoreAi({ ...one, expectation: 'error' })).toEqual([]);
  });
});
