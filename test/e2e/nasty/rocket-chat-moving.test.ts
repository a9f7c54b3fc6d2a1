import { describe, expect, it } from 'vitest';
import { type Case, playRocketChat } from './rocket-chat.ts';
import { ANN, BOB, CY, large } from './rocket-chat-centre.ts';
import { AT_ONCE, from, LARGE, later, PAGED, totals, unnamed } from './rocket-chat-pages.ts';
import { changed, honest, on, ROWS, rows } from './rocket-chat-vendor.ts';

const EITHER: readonly Case[] = [
  {
    says: 'takes no heed of the offset',
    staff: LARGE,
    vendor: on(
      PAGED,
      from(
        (at) => [...at.all.slice(0, at.count), ...at.all.slice(0, at.count), ...at.all.slice(0, at.count)],
        ({ all }) => all.length,
      ),
    ),
  },
  {
    says: 'takes no heed of the offset, read in one go',
    ...AT_ONCE,
    vendor: on(
      PAGED,
      from(
        (at) => [...at.all.slice(0, at.count), ...at.all.slice(0, at.count), ...at.all.slice(0, at.count)],
        ({ all }) => all.length,
      ),
    ),
  },
  {
    says: 'takes no heed of offset and count',
    ...AT_ONCE,
    vendor: on(
      PAGED,
      changed((body, at) => ({ ...body, [ROWS[at.route]]: at.all, count: at.all.length })),
    ),
  },
  {
    says: 'takes no heed of the count',
    ...AT_ONCE,
    vendor: on(
      'extension',
      changed((body, at) => ({ ...body, agents: at.all.slice(at.offset) })),
    ),
  },
  {
    says: 'gives 500 rows though 100 were asked for',
    staff: large(500),
    first: 200,
    maxCalls: 120,
    vendor: on(
      PAGED,
      changed((body, at) => ({ ...body, [ROWS[at.route]]: at.all.slice(at.offset) })),
    ),
  },
  {
    says: 'lists 50 of the history and no more',
    staff: LARGE,
    vendor: on(
      'history',
      changed((body, at) => ({ ...body, agents: at.all.slice(0, 50), count: 50, offset: 0 })),
    ),
  },
  {
    says: 'begins each page five rows early',
    ...AT_ONCE,
    vendor: on(
      PAGED,
      changed((body, at) =>
        later(at) ? { ...body, [ROWS[at.route]]: at.all.slice(at.offset - 5, at.offset + at.count) } : body,
      ),
    ),
  },
  {
    says: 'shrinks by its first user between two pages',
    ...AT_ONCE,
    vendor: on(
      'users',
      from((at) => (unnamed(at) && later(at) ? at.all.slice(1) : at.all)),
    ),
  },
  {
    says: 'shrinks in its history between two pages',
    ...AT_ONCE,
    vendor: on(
      'history',
      from((at) => (later(at) ? at.all.slice(1) : at.all)),
    ),
  },
  {
    says: 'shrinks in its extensions between two pages',
    ...AT_ONCE,
    vendor: on(
      'extension',
      from((at) => (later(at) ? at.all.slice(1) : at.all)),
    ),
  },
  {
    says: 'grows in front between two pages',
    ...AT_ONCE,
    vendor: on(
      PAGED,
      from((at) => (later(at) ? [at.all[0], ...at.all] : at.all)),
    ),
  },
  {
    says: 'is empty from its second page on',
    staff: LARGE,
    vendor: on(
      PAGED,
      changed((body, at) => (later(at) ? { ...body, [ROWS[at.route]]: [], count: 0 } : body)),
    ),
  },
  {
    says: 'is empty on its first page',
    staff: LARGE,
    vendor: on(
      PAGED,
      changed((body, at) => (later(at) ? body : { ...body, [ROWS[at.route]]: [], count: 0 })),
    ),
  },
  {
    says: 'turns its list by seven with each call',
    ...AT_ONCE,
    vendor: on(
      PAGED,
      from((at) => [...at.all.slice((7 * at.call) % 190), ...at.all.slice(0, (7 * at.call) % 190)]),
    ),
  },
  {
    says: 'turns its list round with each call',
    ...AT_ONCE,
    vendor: on(
      PAGED,
      from((at) => (at.call % 2 ? at.all : at.all.toReversed())),
    ),
  },
  {
    says: 'says a total that is one too small',
    staff: LARGE,
    vendor: on(
      PAGED,
      totals(({ all }) => all.length - 1),
    ),
  },
  {
    says: 'says a total that is one too large',
    staff: LARGE,
    vendor: on(
      PAGED,
      totals(({ all }) => all.length + 1),
    ),
  },
  {
    says: 'says the rows of its page as the total',
    staff: LARGE,
    vendor: on(
      PAGED,
      totals((at, body) => body[ROWS[at.route]].length),
    ),
  },
  {
    says: 'says no total',
    staff: LARGE,
    vendor: on(
      PAGED,
      totals(() => undefined),
    ),
  },
  {
    says: 'says null as the total',
    staff: LARGE,
    vendor: on(
      PAGED,
      totals(() => null),
    ),
  },
  {
    says: 'says a total of 0',
    staff: LARGE,
    vendor: on(
      PAGED,
      totals(() => 0),
    ),
  },
  {
    says: 'says a negative total',
    staff: LARGE,
    vendor: on(
      PAGED,
      totals(() => -1),
    ),
  },
  {
    says: 'says a huge total',
    staff: LARGE,
    vendor: on(
      PAGED,
      totals(() => 1e308),
    ),
  },
  {
    says: 'says a million as the total',
    vendor: on(
      PAGED,
      totals(() => 1_000_000),
    ),
  },
  {
    says: 'says its total in a word',
    staff: LARGE,
    vendor: on(
      PAGED,
      totals(({ all }) => String(all.length)),
    ),
  },
  {
    says: 'says a total that grows with each call',
    vendor: on(
      PAGED,
      totals(({ call, all }) => all.length + 100 * call),
    ),
  },
  {
    says: 'says offsets of its own',
    staff: LARGE,
    vendor: on(
      PAGED,
      changed((body) => ({ ...body, offset: 7, count: 3 })),
    ),
  },
  {
    says: 'has one user in two rows with two names',
    vendor: on(
      'users',
      rows((list) => [...list, ...list.map((one) => ({ ...one, name: 'Somebody Else' }))]),
    ),
  },
  { says: 'has one id under two usernames', staff: [ANN, { ...CY, id: 'id-ann' }], vendor: honest },
  {
    says: 'has two users with one address',
    staff: [
      { ...ANN, sessions: [] },
      { ...BOB, sessions: [], emails: ['ann@rocket.test'] },
    ],
    vendor: honest,
  },
  {
    says: 'tells one user of the history in two rows',
    vendor: on(
      'history',
      rows((list) =>
        list.flatMap((one) => [
          { ...one, serviceHistory: one.serviceHistory?.slice(0, 1) },
          { ...one, availableTimeInSeconds: 0, serviceHistory: one.serviceHistory?.slice(1) },
        ]),
      ),
    ),
  },
  {
    says: 'tells two values of one user in its overview',
    vendor: on(
      'overview',
      rows((list) => list.flatMap((one) => [one, { ...one, value: one.value === '66.67%' ? '1.00%' : 7 }])),
    ),
  },
  {
    says: 'finds nobody by any text',
    vendor: on(
      'users',
      changed((body) => ({ ...body, users: [], total: 0, count: 0 })),
      (at) => !unnamed(at),
    ),
  },
];

describe('Rocket.Chat, whose lists contradict themselves', () => {
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playRocketChat(one)).toEqual([]);
  });
});
