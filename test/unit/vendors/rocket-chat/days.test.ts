import { describe, expect, test } from 'vitest';
import { operation, rangeOf, segmentsIn } from '../asking.ts';
import type { StubAnswer, StubRequest } from '../stub-vendor.ts';
import { accountNamed, queriesOf, type StubbedRocketChat, stubbedRocketChat } from './rocket-chat.ts';

type Span = readonly [startedAt: string, stoppedAt: string];

/** A server that tells the sessions of the one day that it is asked for, by the instant at which that day begins. */
function server(days: Readonly<Partial<Record<string, readonly Span[]>>>) {
  return ({ query }: StubRequest): StubAnswer => {
    const spans = days[(query.get('start') ?? '').replace('.000Z', 'Z')] ?? [];
    const serviceHistory = spans.map(([startedAt, stoppedAt]) => ({ startedAt, stoppedAt }));
    const agents =
      spans.length === 0 ? [] : [{ username: 'maja.wrona', availableTimeInSeconds: 1, serviceHistory }];
    return { body: { agents, count: agents.length, offset: 0, total: agents.length, success: true } };
  };
}

async function segmentsOf(
  { port }: StubbedRocketChat,
  from: string,
  to: string,
): Promise<(string | undefined)[][]> {
  const segments = await port.open(operation()).segments?.of([accountNamed('maja.wrona')], rangeOf(from, to));
  return segmentsIn(segments, 'maja.wrona').map(({ startedAt, endedAt }) => [
    String(startedAt),
    endedAt?.toString(),
  ]);
}

describe('each day of the zone that the range touches is asked for alone', () => {
  test.each<readonly [string, string, string, string, readonly Span[]]>([
    [
      'one minute',
      'UTC',
      '2026-03-02T08:30Z',
      '2026-03-02T08:31Z',
      [['2026-03-02T00:00:00.000Z', '2026-03-02T23:59:59.999Z']],
    ],
    [
      'a whole day',
      'UTC',
      '2026-03-02T00:00Z',
      '2026-03-03T00:00Z',
      [['2026-03-02T00:00:00.000Z', '2026-03-02T23:59:59.999Z']],
    ],
    [
      "a year's end",
      ...(['UTC', '2025-12-31T23:59:59.5Z', '2026-01-01T00:00:00.5Z'] as const),
      [
        ['2025-12-31T00:00:00.000Z', '2025-12-31T23:59:59.999Z'],
        ['2026-01-01T00:00:00.000Z', '2026-01-01T23:59:59.999Z'],
      ],
    ],
    [
      'a day of 23 hours between two others',
      ...(['Europe/Warsaw', '2026-03-28T12:00+01:00', '2026-03-30T12:00+02:00'] as const),
      [
        ['2026-03-27T23:00:00.000Z', '2026-03-28T22:59:59.999Z'],
        ['2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
        ['2026-03-29T22:00:00.000Z', '2026-03-30T21:59:59.999Z'],
      ],
    ],
    [
      'a day of 25 hours',
      ...(['Europe/Warsaw', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00'] as const),
      [['2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z']],
    ],
    [
      'a day without midnight',
      ...(['America/Santiago', '2024-09-08T12:00Z', '2024-09-08T13:00Z'] as const),
      [['2024-09-08T04:00:00.000Z', '2024-09-09T02:59:59.999Z']],
    ],
    [
      'days that begin at a quarter past',
      ...(['Asia/Kathmandu', '2026-03-02T18:00Z', '2026-03-02T18:30Z'] as const),
      [
        ['2026-03-01T18:15:00.000Z', '2026-03-02T18:14:59.999Z'],
        ['2026-03-02T18:15:00.000Z', '2026-03-03T18:14:59.999Z'],
      ],
    ],
  ])('%s in %s', async (_, timeZone, from, to, asked) => {
    await using rocket = await stubbedRocketChat(server({}), { timeZone });
    expect(await segmentsOf(rocket, from, to)).toEqual([]);
    const sent = queriesOf(rocket).map(({ start, end }) => [start, end]);
    expect(sent.toSorted()).toEqual(asked);
    expect(queriesOf(rocket).every(({ fullReport }) => fullReport === 'true')).toBe(true);
  });
});

describe('sessions', () => {
  const TWO_DAYS = {
    '2026-03-27T23:00:00Z': [['2026-03-28T15:00:00.250Z', '2026-03-28T22:59:59Z']],
    '2026-03-28T23:00:00Z': [['2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z']],
    '2026-03-29T22:00:00Z': [
      ['2026-03-29T22:00:00Z', '2026-03-29T22:40:00Z'],
      ['2026-03-30T08:00:00Z', '2026-03-30T09:00:00Z'],
    ],
  } as const satisfies Record<string, readonly Span[]>;

  test.each<readonly [string, string, string, readonly Span[]]>([
    [
      'that midnight cut are joined between the days of the range',
      ...(['2026-03-28T12:00Z', '2026-03-30T12:00Z'] as const),
      [
        ['2026-03-28T15:00:00.25Z', '2026-03-29T22:40:00Z'],
        ['2026-03-30T08:00:00Z', '2026-03-30T09:00:00Z'],
      ],
    ],
    [
      "keep the cut at the range's own edges",
      ...(['2026-03-28T23:00Z', '2026-03-29T22:00Z'] as const),
      [['2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z']],
    ],
    [
      'are told whole where the range begins within them',
      ...(['2026-03-29T21:00Z', '2026-03-29T22:10Z'] as const),
      [['2026-03-28T23:00:00Z', '2026-03-29T22:40:00Z']],
    ],
    ['that only touch the range are left out', '2026-03-30T09:00Z', '2026-03-30T10:00Z', []],
    ['that begin where the range ends are left out', '2026-03-30T07:00Z', '2026-03-30T08:00Z', []],
  ])('%s', async (_, from, to, expected) => {
    await using rocket = await stubbedRocketChat(server(TWO_DAYS), { timeZone: 'Europe/Warsaw' });
    expect(await segmentsOf(rocket, from, to)).toEqual(expected);
  });

  test.each<readonly [string, readonly Span[], readonly Span[]]>([
    [
      'of which two began together are one',
      [
        ['2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z'],
        ['2026-03-02T09:00:00Z', '2026-03-02T09:30:00Z'],
      ],
      [['2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z']],
    ],
    [
      'that touch are one, in whatever order they are told',
      [
        ['2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z'],
        ['2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z'],
      ],
      [['2026-03-02T09:00:00Z', '2026-03-02T11:00:00Z']],
    ],
    [
      'a second apart are two, at any time but midnight',
      [
        ['2026-03-02T09:00:00Z', '2026-03-02T09:59:59Z'],
        ['2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z'],
      ],
      [
        ['2026-03-02T09:00:00Z', '2026-03-02T09:59:59Z'],
        ['2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z'],
      ],
    ],
    [
      'that end two seconds before midnight end there',
      [
        ['2026-03-02T09:00:00Z', '2026-03-02T23:59:58Z'],
        ['2026-03-03T00:00:00Z', '2026-03-03T01:00:00Z'],
      ],
      [
        ['2026-03-02T09:00:00Z', '2026-03-02T23:59:58Z'],
        ['2026-03-03T00:00:00Z', '2026-03-03T01:00:00Z'],
      ],
    ],
    [
      'that begin after midnight begin there',
      [
        ['2026-03-02T09:00:00Z', '2026-03-02T23:59:59Z'],
        ['2026-03-03T00:00:00.001Z', '2026-03-03T01:00:00Z'],
      ],
      [
        ['2026-03-02T09:00:00Z', '2026-03-02T23:59:59Z'],
        ['2026-03-03T00:00:00.001Z', '2026-03-03T01:00:00Z'],
      ],
    ],
    [
      "that begin in a day's last second, and are stopped before it, go on from there",
      [
        ['2026-03-02T23:59:59.400Z', '2026-03-02T23:59:59.000Z'],
        ['2026-03-03T00:00:00Z', '2026-03-03T01:00:00Z'],
      ],
      [['2026-03-02T23:59:59.4Z', '2026-03-03T01:00:00Z']],
    ],
    [
      'that overlap at midnight are one with what follows',
      [
        ['2026-03-02T09:00:00Z', '2026-03-02T23:59:59Z'],
        ['2026-03-02T09:00:00Z', '2026-03-02T23:59:59.300Z'],
        ['2026-03-03T00:00:00Z', '2026-03-03T01:00:00Z'],
      ],
      [['2026-03-02T09:00:00Z', '2026-03-03T01:00:00Z']],
    ],
  ])('%s', async (_, told, expected) => {
    const days = Object.groupBy(told, ([startedAt]) => `${startedAt.slice(0, 10)}T00:00:00Z`);
    await using rocket = await stubbedRocketChat(server(days));
    expect(await segmentsOf(rocket, '2026-03-02T00:00Z', '2026-03-04T00:00Z')).toEqual(expected);
  });

  test('of everybody are asked for once, whoever is asked about', async () => {
    await using rocket = await stubbedRocketChat(server(TWO_DAYS), { timeZone: 'Europe/Warsaw' });
    const one = rocket.port.open(operation());
    const range = rangeOf('2026-03-28T12:00Z', '2026-03-30T12:00Z');
    const asked = ['maja.wrona', 'ole.lund'].map((key) => one.segments?.of([accountNamed(key)], range));
    const [maja, ole] = await Promise.all(asked);
    expect(maja?.get('maja.wrona')).toHaveLength(2);
    expect(ole?.get('ole.lund')).toEqual([]);
    expect(rocket.stub.requests).toHaveLength(3);
  });
});
