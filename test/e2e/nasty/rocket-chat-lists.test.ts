import { describe, expect, it } from 'vitest';
import { CANARY, SHORT, SILENCE } from './play.ts';
import { type Case, playRocketChat } from './rocket-chat.ts';
import { ANN, BOB, CY, large, type User } from './rocket-chat-centre.ts';
import { AT_ONCE, LARGE, later, PAGED } from './rocket-chat-pages.ts';
import {
  type At,
  type Behaviour,
  changed,
  honest,
  type Json,
  on,
  ROWS,
  replies,
  rows,
} from './rocket-chat-vendor.ts';

const WHOLE: readonly Case[] = [
  { says: 'gives its pages as its document says', staff: LARGE, vendor: honest },
  { says: 'has one full page and no more', staff: large(100), vendor: honest },
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

describe('Rocket.Chat, whose pages fail', () => {
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playRocketChat({ ...one, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(ERROR)('is an error when it $says', async (one) => {
    expect(await playRocketChat({ ...one, expectation: 'error' })).toEqual([]);
  });
});
