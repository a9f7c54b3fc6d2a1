import { describe, expect, it } from 'vitest';
import { CANARY, SHORT, SILENCE } from './play.ts';
import { type Case, playRocketChat } from './rocket-chat.ts';
import { ANN, BOB, CY, large, type User } from './rocket-chat-centre.ts';
import {
  type At,
  type Behaviour,
  changed,
  honest,
  type Json,
  on,
  ROWS,
  type Route,
  replies,
  rows,
} from './rocket-chat-vendor.ts';

/** Three pages: 100, 100 and 40. */
const LARGE = large(240);
/** Two pages, which one page of the walk holds: what is read meanwhile is read in one go. */
const AT_ONCE = { staff: large(190), first: 200 };
const PAGED: readonly Route[] = ['users', 'history', 'extension'];

/** A page of another list than the honest one. */
const from = (list: (at: At) => readonly Json[], total?: (at: At) => unknown): Behaviour =>
  changed((body, at) => {
    const all = list(at);
    const page = all.slice(at.offset, at.offset + at.count);
    return { ...body, [ROWS[at.route]]: page, count: page.length, total: total ? total(at) : all.length };
  });
const totals = (total: (at: At, body: Json) => unknown): Behaviour =>
  changed((body, at) => ({ ...body, total: total(at, body) }));
const unnamed = ({ query }: At) => !query.has('text');
const later = (at: At) => at.offset > 0;

const WHOLE: readonly Case[] = [
  { says: 'gives its pages as its document says', staff: LARGE, vendor: honest },
  { says: 'gives its pages to one long walk', ...AT_ONCE, vendor: honest },
  {
    says: 'takes at most 40 a call and says so',
    staff: LARGE,
    maxCalls: 60,
    vendor: on(
      PAGED,
      changed((body, at) => ({ ...body, [ROWS[at.route]]: body[ROWS[at.route]].slice(0, 40), count: 40 })),
    ),
  },
  {
    says: 'repeats every row on its page',
    vendor: on(
      PAGED,
      changed((body, at) => ({
        ...body,
        [ROWS[at.route]]: body[ROWS[at.route]].flatMap((one: Json) => [one, one]),
      })),
    ),
  },
  {
    says: 'repeats every row of its overview',
    vendor: on(
      'overview',
      rows((list) => list.flatMap((one) => [one, one])),
    ),
  },
  {
    says: 'has users in capitals whom it knows in small letters',
    staff: [{ ...ANN, emails: ['Ann@Rocket.TEST'] }, BOB],
    spelling: (address) => address.toLowerCase(),
    vendor: honest,
  },
  { says: 'is asked in capitals', spelling: (address) => address.toUpperCase(), vendor: honest },
  { says: 'knows nobody', staff: [], vendor: honest },
  {
    says: 'knows two users who differ in case only',
    staff: [
      { ...BOB, username: 'Dee', id: '1', emails: [] },
      { ...CY, username: 'dee', id: '2' },
    ],
    vendor: honest,
  },
  {
    says: 'has usernames that every object has as keys',
    staff: ['__proto__', 'constructor', 'toString'].map((username, index) => ({
      ...ANN,
      username,
      id: `${index}`,
      emails: [`${index}@rocket.test`],
    })),
    vendor: honest,
  },
  {
    says: 'has a username that is a part of others',
    staff: ['a', 'aa', 'aaa'].map(
      (username): User => ({ ...BOB, username, id: username, emails: [`${username}@rocket.test`] }),
    ),
    vendor: honest,
  },
  {
    says: 'has names from right to left and in emoji',
    staff: [{ ...ANN, name: '\u202Eעברית 👩‍💻' }],
    vendor: honest,
  },
  { says: 'has a name of 100,000 letters', staff: [{ ...ANN, name: 'x'.repeat(100_000) }], vendor: honest },
  {
    says: 'knows a colleague by an address in capitals',
    staff: [{ ...ANN, emails: ['ESKIL.OLSEN@EXAMPLE.ORG'] }],
    vendor: honest,
  },
];

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

const PLACES = [
  ['second page', (at: At) => at.offset === 100],
  ['last page', (at: At) => at.offset === 200],
] as const;
const FAULTS: readonly (readonly [string, Behaviour])[] = [
  ['answers 500', replies({ status: 500, body: CANARY })],
  ['answers 401', replies({ status: 401, body: { status: 'error', message: CANARY } })],
  ['answers 403', replies({ status: 403, body: { success: false, error: CANARY } })],
  [
    'answers 429',
    replies({
      status: 429,
      body: {
        success: false,
        error:
          'Error, too many requests. Please slow down. You must wait 42 seconds before trying this endpoint again. [error-too-many-requests]',
      },
    }),
  ],
  ['answers HTML', replies({ body: Buffer.from(`<html>${CANARY}`) })],
  ['answers nothing', replies({ body: Buffer.alloc(0) })],
  ['answers success without rows', replies({ body: { success: true } })],
  ['answers success false', replies({ body: { success: false, error: CANARY } })],
];

const ERROR: readonly Case[] = [
  ...PLACES.flatMap(([place, where]) =>
    FAULTS.map(([says, vendor]) => ({
      says: `${says} to its ${place}`,
      staff: LARGE,
      first: 200,
      vendor: on(PAGED, vendor, where),
    })),
  ),
  {
    says: 'is silent at its second page',
    ...AT_ONCE,
    vendor: on(PAGED, () => SILENCE, later),
    environment: SHORT,
  },
  { says: 'is silent in its history', vendor: on('history', () => SILENCE), environment: SHORT },
  { says: 'is silent in its overview', vendor: on('overview', () => SILENCE), environment: SHORT },
  { says: 'is silent', vendor: () => SILENCE, environment: SHORT },
];

describe('Rocket.Chat, whose lists are not as they should be', () => {
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playRocketChat({ ...one, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playRocketChat(one)).toEqual([]);
  });
  it.concurrent.each(ERROR)('is an error when it $says', async (one) => {
    expect(await playRocketChat({ ...one, expectation: 'error' })).toEqual([]);
  });
});
