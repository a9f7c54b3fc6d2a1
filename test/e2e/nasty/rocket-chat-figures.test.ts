import { describe, expect, it } from 'vitest';
import { CANARY } from './play.ts';
import { type Case, playRocketChat } from './rocket-chat.ts';
import { ANN, BOB, type User } from './rocket-chat-centre.ts';
import { changed, honest, type Json, on, replies, row, rows } from './rocket-chat-vendor.ts';

/** Changes the sessions of Ann that a call tells. */
const sessions = (change: (sessions: readonly Json[]) => unknown) =>
  on(
    'history',
    row((one) =>
      one.username === 'ann' && one.serviceHistory
        ? { ...one, serviceHistory: change(one.serviceHistory) }
        : one,
    ),
  );
const first = (change: object) => sessions(([one, ...rest]) => [{ ...one, ...change }, ...rest]);
const seconds = (value: unknown) =>
  on(
    'history',
    row((one) => (one.username === 'ann' ? { ...one, availableTimeInSeconds: value } : one)),
  );
const value = (metric: string, change: (value: Json) => unknown) =>
  on(
    'overview',
    row((one) => ({ ...one, value: change(one.value) })),
    ({ query }) => query.get('name') === metric,
  );
const figures = (change: Record<string, string | number>): readonly User[] => [
  { ...ANN, figures: change },
  BOB,
];

const WHOLE: readonly Case[] = [
  { says: 'lists sessions backwards', vendor: sessions((list) => list.toReversed()) },
  { says: 'lists a session twice', vendor: sessions((list) => [...list, list[0]]) },
  {
    says: 'writes times in its own offset',
    vendor: sessions((list) =>
      list.map(({ startedAt, stoppedAt }) => ({ startedAt: startedAt.replace('Z', '+00:00'), stoppedAt })),
    ),
  },
  {
    says: 'adds fields to sessions',
    vendor: sessions((list) => list.map((one) => ({ ...one, device: CANARY }))),
  },
  {
    says: 'counts more than a day in a day',
    vendor: honest,
    staff: figures({ Avg_chat_duration: '123:59:59' }),
  },
  {
    says: 'counts 60 seconds and no minute',
    vendor: value('Avg_first_response_time', () => '00:00:60'),
    staff: figures({ Avg_first_response_time: '00:01:00' }),
  },
  {
    says: 'counts messages beyond a thousand',
    vendor: honest,
    staff: figures({ Total_messages: 1_234_567 }),
  },
  { says: 'shares 100 percent', vendor: honest, staff: figures({ Total_conversations: '100.00%' }) },
  { says: 'shares 0.01 percent', vendor: honest, staff: figures({ Total_conversations: '0.01%' }) },
  {
    says: 'counts for users who have left',
    vendor: on(
      'overview',
      rows((list) => [...list, { name: 'gone', value: list[0]?.value ?? 1 }]),
    ),
  },
  {
    says: 'counts in its overview for a key that every object has',
    vendor: on(
      'overview',
      rows((list) => [...list, { name: '__proto__', value: list[0]?.value ?? 1 }]),
    ),
  },
  { says: 'has an empty list for nobody', vendor: honest, staff: [{ ...ANN, figures: {}, sessions: [] }] },
  {
    says: 'tells a session around the day',
    vendor: honest,
    staff: [
      {
        ...ANN,
        sessions: [
          ['2026-03-17T00:00:00.000Z', '2026-03-17T23:59:59.000Z'],
          ['2026-03-18T00:00:00.000Z', '2026-03-18T14:00:00.000Z'],
        ],
      },
    ],
  },
];

const EITHER: readonly Case[] = [
  { says: 'says null for the sessions of a day', vendor: sessions(() => null) },
  { says: 'leaves out the sessions of a day', vendor: sessions(() => undefined) },
  {
    says: 'tells the sessions of both days for each',
    vendor: on(
      'history',
      row((one) =>
        one.username === 'ann' && one.serviceHistory
          ? {
              ...one,
              serviceHistory: ANN.sessions.map(([startedAt, stoppedAt]) => ({ startedAt, stoppedAt })),
            }
          : one,
      ),
    ),
  },
  {
    says: 'overlaps its sessions',
    vendor: sessions(([one, ...rest]) => [
      one,
      { startedAt: one.startedAt, stoppedAt: one.startedAt },
      ...rest,
    ]),
  },
  {
    says: 'writes times without Z',
    vendor: sessions((list) =>
      list.map(({ startedAt, stoppedAt }) => ({
        startedAt: startedAt.slice(0, -1),
        stoppedAt: stoppedAt.slice(0, -1),
      })),
    ),
  },
  {
    says: 'writes times as epochs',
    vendor: sessions((list) =>
      list.map(({ startedAt, stoppedAt }) => ({
        startedAt: Date.parse(startedAt),
        stoppedAt: Date.parse(stoppedAt),
      })),
    ),
  },
  {
    says: 'writes times as Mongo does',
    vendor: sessions((list) =>
      list.map(({ startedAt, stoppedAt }) => ({
        startedAt: { $date: startedAt },
        stoppedAt: { $date: stoppedAt },
      })),
    ),
  },
  {
    says: 'writes times as old EJSON',
    vendor: sessions((list) =>
      list.map(({ startedAt, stoppedAt }) => ({
        startedAt: { $date: Date.parse(startedAt) },
        stoppedAt: { $date: Date.parse(stoppedAt) },
      })),
    ),
  },
  {
    says: 'writes messages with a thousands mark',
    vendor: value('Total_messages', () => '1,234'),
    staff: figures({ Total_messages: 1234 }),
  },
  {
    says: 'writes messages as a whole number with a point',
    vendor: value('Total_messages', (said) => `${said}.0`),
  },
  { says: 'shares without a sign', vendor: value('Total_conversations', (said) => said.replace('%', '')) },
  { says: 'shares with a comma', vendor: value('Total_conversations', (said) => said.replace('.', ',')) },
  { says: 'writes durations without hours', vendor: value('Avg_chat_duration', (said) => said.slice(3)) },
  { says: 'writes durations as seconds', vendor: value('Avg_chat_duration', () => 605) },
  { says: 'writes durations with fractions', vendor: value('Avg_chat_duration', (said) => `${said}.4`) },
  {
    says: 'answers another metric than was asked for',
    vendor: on(
      'overview',
      changed((body) => ({
        ...body,
        head: [{ name: 'Agent' }, { name: 'Avg_chat_duration' }],
        data: body.data.map(({ name }: Json) => ({ name, value: '00:00:09' })),
      })),
      ({ query }) => query.get('name') !== 'Avg_chat_duration',
    ),
  },
  {
    says: 'names no column of its overview',
    vendor: on(
      'overview',
      changed(({ head: _, ...body }) => body),
    ),
  },
  {
    says: 'swaps the columns of its overview',
    vendor: on(
      'overview',
      row(({ name, value: said }) => ({ name: said, value: name })),
    ),
  },
];

const ERROR: readonly Case[] = [
  ...(
    [
      ['a word', 'yesterday'],
      ['nothing', ''],
      ['null', null],
      ['a day that is none', '2026-02-30T08:00:00.000Z'],
      ['hour 25', '2026-03-17T25:00:00.000Z'],
      ['a list', ['2026-03-17T08:00:00.000Z']],
      ['true', true],
    ] as const
  ).flatMap(([says, time]) => [
    { says: `begins a session at ${says}`, vendor: first({ startedAt: time }) },
    { says: `ends a session at ${says}`, vendor: first({ stoppedAt: time }) },
  ]),
  { says: 'has a session without a start', vendor: first({ startedAt: undefined }) },
  { says: 'has a session without an end', vendor: first({ stoppedAt: undefined }) },
  { says: 'ends a session before it begins', vendor: first({ stoppedAt: '2026-03-17T07:00:00.000Z' }) },
  { says: 'has an object for the sessions', vendor: sessions((list) => ({ ...list })) },
  { says: 'has a word for the sessions', vendor: sessions(() => 'none') },
  { says: 'has null among the sessions', vendor: sessions((list) => [...list, null]) },
  ...[-1, null, undefined, 'many', 1e308, [7], { total: 7 }, true, 7.5e20].map((said) => ({
    says: `counts ${JSON.stringify(said) ?? 'no'} seconds of availability`,
    vendor: seconds(said),
  })),
  ...['', '-', 'n/a', CANARY, null, -5, '-5', [1], {}, true, 1e300, '12 messages', '0x10'].map((said) => ({
    says: `counts ${JSON.stringify(said)} messages`,
    vendor: value('Total_messages', () => said),
  })),
  ...['', '%', '-5.00%', 'NaN%', CANARY, null, [1], true].map((said) => ({
    says: `shares ${JSON.stringify(said)} of the conversations`,
    vendor: value('Total_conversations', () => said),
  })),
  ...['', '-', '::', '00:-1:00', 'aa:bb:cc', '1:2:3:4', CANARY, null, {}, true, '-00:10:00'].map((said) => ({
    says: `says a chat takes ${JSON.stringify(said)}`,
    vendor: value('Avg_chat_duration', () => said),
  })),
  {
    says: 'answers no data to a metric that it does not know',
    vendor: on('overview', replies({ body: { success: true } })),
  },
  {
    says: 'answers an object for the data',
    vendor: on(
      'overview',
      changed((body) => ({ ...body, data: { ann: 12 } })),
    ),
  },
  {
    says: 'names nobody in its overview',
    vendor: on(
      'overview',
      row(({ value: said }) => ({ value: said })),
    ),
  },
  {
    says: 'has no values in its overview',
    vendor: on(
      'overview',
      row(({ name }) => ({ name })),
    ),
  },
  {
    says: 'names nobody in its history',
    vendor: on(
      'history',
      row(({ username: _, ...one }) => one),
    ),
  },
];

describe('Rocket.Chat, whose figures are not as they should be', () => {
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
