import { describe, expect, it } from 'vitest';
import { CANARY } from './play.ts';
import { type Case, playRocketChat } from './rocket-chat.ts';
import { ANN, SMALL } from './rocket-chat-centre.ts';
import { changed, honest, type Json, on, ROWS, type Route, row, rows } from './rocket-chat-vendor.ts';
import { ON_THE_WAY, REFUSALS } from './transport.ts';

const ROUTES: readonly Route[] = ['users', 'history', 'overview', 'extension'];

/** Each mishap on every route at once, and some on one route only. */
const ANYWHERE: readonly Case[] = [...ON_THE_WAY, ...REFUSALS].map(({ says, reply, expectation }) => ({
  says,
  expectation,
  vendor: (body) => reply(body),
}));

const without = (body: Json, name: string) => ({ ...body, [name]: undefined });
const BROKEN: readonly (readonly [string, (body: Json, name: string) => unknown])[] = [
  ['null for its rows', (body, name) => ({ ...body, [name]: null })],
  ['an object for its rows', (body, name) => ({ ...body, [name]: { ...body[name] } })],
  ['a word for its rows', (body, name) => ({ ...body, [name]: CANARY })],
  ['no rows and success', without],
  ['a null among its rows', (body, name) => ({ ...body, [name]: [...body[name], null] })],
  ['words for its rows', (body, name) => ({ ...body, [name]: body[name].map(() => CANARY) })],
  ['success false beside no rows', (body, name) => ({ ...body, [name]: [], success: false, total: 0 })],
  [
    'an error beside no rows',
    (body, name) => ({ ...body, [name]: [], error: CANARY, success: false, total: 0 }),
  ],
  [
    'words on its limit beside no rows',
    (body, name) => ({
      ...body,
      [name]: [],
      success: false,
      total: 0,
      error:
        'Error, too many requests. Please slow down. You must wait 42 seconds before trying this endpoint again. [error-too-many-requests]',
    }),
  ],
];
const BROKEN_ROWS: readonly Case[] = ROUTES.flatMap((route) =>
  BROKEN.map(([says, change]) => ({
    says: `has ${says} on the route ${route}`,
    vendor: on(
      route,
      changed((body) => change(body, ROWS[route])),
    ),
  })),
);

const WHOLE: readonly Case[] = [
  {
    says: 'adds fields that no document names',
    vendor: changed((body) => ({ ...body, version: 9, debug: { [CANARY]: 1 } })),
  },
  {
    says: 'adds fields to its rows',
    vendor: row((one) => ({ ...one, roles: ['admin'], services: { password: { bcrypt: CANARY } } })),
  },
  {
    says: 'leaves out null fields',
    vendor: on(
      ['users', 'extension'],
      row((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null))),
    ),
  },
  {
    says: 'says "" for no limit of chats',
    vendor: on(
      ['users', 'extension'],
      row((one) => ({ ...one, livechat: one.livechat ?? { maxNumberSimultaneousChat: '' } })),
    ),
  },
  {
    says: 'says the limit of chats in a word',
    vendor: on(
      ['users', 'extension'],
      row((one) => ({ ...one, livechat: one.livechat && { maxNumberSimultaneousChat: '4' } })),
    ),
  },
  {
    says: 'says in a word that an address is verified',
    vendor: on(
      ['users', 'extension'],
      row((one) => ({
        ...one,
        emails: one.emails?.map((email: Json) => ({ ...email, verified: 'true' })) ?? null,
      })),
    ),
  },
  {
    says: 'has an empty list for no addresses',
    vendor: on(
      ['users', 'extension'],
      row((one) => ({ ...one, emails: one.emails ?? [] })),
    ),
  },
  { says: 'says no count', vendor: changed((body) => without(body, 'count')) },
  {
    says: 'says the count of its page for the count asked for',
    vendor: on(
      'extension',
      changed((body) => ({ ...body, count: body.agents.length })),
    ),
  },
  {
    says: 'sorts its overview backwards',
    vendor: on(
      'overview',
      rows((list) => list.toReversed()),
    ),
  },
  {
    says: 'writes messages in a word, as its document does',
    vendor: on(
      'overview',
      row((one) => ({ ...one, value: String(one.value) })),
    ),
  },
];

const EITHER: readonly Case[] = [
  { says: 'leaves out success', vendor: changed(({ success: _, ...body }) => body) },
  {
    says: 'leaves out the departments',
    vendor: on(
      'users',
      row(({ departments: _, ...one }) => one),
    ),
  },
  {
    says: 'has users without ids',
    staff: SMALL.map((user) => ({ ...user, id: null })),
    vendor: on(
      'users',
      row((one) => ({ ...one, _id: undefined })),
    ),
  },
  {
    says: 'has users without usernames',
    vendor: on(
      'users',
      row((one) => ({ ...one, username: undefined })),
    ),
  },
  {
    says: 'has null for usernames',
    vendor: on(
      'users',
      row((one) => ({ ...one, username: null })),
    ),
  },
  {
    says: 'has empty usernames',
    vendor: on(
      'users',
      row((one) => ({ ...one, username: '' })),
    ),
  },
  {
    says: 'has a number for a username',
    vendor: on(
      'users',
      row((one, index) => ({ ...one, username: index })),
    ),
  },
  {
    says: 'has an object for a name',
    vendor: on(
      'users',
      row((one) => ({ ...one, name: { first: one.name } })),
    ),
  },
  {
    says: 'has words for addresses',
    vendor: on(
      'users',
      row((one) => ({ ...one, emails: one.emails?.map((email: Json) => email.address) ?? null })),
    ),
  },
  {
    says: 'has null among the addresses',
    vendor: on(
      'users',
      row((one) => ({ ...one, emails: [null, ...(one.emails ?? [])] })),
    ),
  },
  {
    says: 'has an object for the addresses',
    vendor: on(
      'users',
      row((one) => ({ ...one, emails: { ...one.emails } })),
    ),
  },
  {
    says: 'has blank addresses before the true ones',
    vendor: on(
      'users',
      row((one) => ({ ...one, emails: [{ address: ' ', verified: true }, ...(one.emails ?? [])] })),
    ),
  },
  {
    says: 'has a limit of chats that is no number',
    vendor: on(
      'users',
      row((one) => ({ ...one, livechat: { maxNumberSimultaneousChat: 'many' } })),
    ),
  },
  {
    says: 'has a limit of chats beyond 32 bits',
    vendor: on(
      'users',
      row((one) => ({ ...one, livechat: { maxNumberSimultaneousChat: 99_999_999_999 } })),
    ),
  },
  {
    says: 'answers the example of its document for extensions',
    staff: [ANN],
    vendor: on(
      'extension',
      changed((body) => ({ agent: body.agents[0], success: true })),
    ),
  },
];

describe('Rocket.Chat, whose answers have another shape', () => {
  it.concurrent('is read whole when it is honest', async () => {
    expect(await playRocketChat({ says: '', vendor: honest, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(ANYWHERE)('is $expectation when it $says', async (one) => {
    expect(await playRocketChat(one)).toEqual([]);
  });
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playRocketChat({ ...one, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(EITHER)('is whole or an error when it $says', async (one) => {
    expect(await playRocketChat(one)).toEqual([]);
  });
  it.concurrent.each(BROKEN_ROWS)('is an error when it $says', async (one) => {
    expect(await playRocketChat({ ...one, expectation: 'error' })).toEqual([]);
  });
});
