import { describe, expect, it } from 'vitest';
import { bucketAt, bucketsOf } from '../../../../src/sandbox/livechat/buckets.ts';
import type { Distribution } from '../../../../src/sandbox/livechat/key-format.ts';
import { at, bodyOf, chat, liveChatOver } from './hand-made.ts';

const HOUR = 3_600_000;

function buckets(distribution: Distribution, zone: string, from: string, to: string) {
  return bucketsOf({ from: at(from), to: at(to) }, distribution, zone);
}

describe('buckets', () => {
  it.each<[Distribution, string, string, readonly string[]]>([
    ['day', '2024-02-28T12:00:00Z', '2024-03-01T00:00:00Z', ['2024-02-28', '2024-02-29', '2024-03-01']],
    ['month', '2023-12-31T12:00:00Z', '2024-02-01T00:00:00Z', ['2023-12', '2024-01', '2024-02']],
    ['year', '2023-12-31T12:00:00Z', '2024-02-01T00:00:00Z', ['2023', '2024']],
    [
      'hour',
      '2024-03-04T22:30:00Z',
      '2024-03-05T00:00:00Z',
      ['2024-03-04 22:00', '2024-03-04 23:00', '2024-03-05 00:00'],
    ],
    ['day-hours', '2024-03-04T22:30:00Z', '2024-03-04T23:59:59Z', ['2024-03-04 22:00', '2024-03-04 23:00']],
  ])('are named by the %s', (distribution, from, to, keys) => {
    expect(buckets(distribution, 'UTC', from, to).map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    ['Europe/Warsaw', '2024-03-30T12:00:00Z', '2024-04-01T12:00:00Z', [11, 23, 14]],
    ['Europe/Warsaw', '2024-10-26T12:00:00Z', '2024-10-28T12:00:00Z', [10, 25, 13]],
    // Here the clock goes forward at midnight, so the day starts at one.
    ['Africa/Cairo', '2024-04-25T12:00:00Z', '2024-04-27T12:00:00Z', [10, 23, 15]],
  ])('keep partial days at the edges and are right when the clock changes in %s', (zone, from, to, hours) => {
    const lengths = buckets('day', zone, from, to).map((bucket) =>
      Math.round((bucket.to - bucket.from) / HOUR),
    );
    expect(lengths).toEqual(hours);
  });

  it.each([
    [
      'skip the hour that does not exist',
      '2024-03-31T00:30:00Z',
      '2024-03-31T01:30:00Z',
      [
        ['01', 0.5],
        ['03', 0.5],
      ],
    ],
    [
      'join the hour that comes twice',
      '2024-10-27T00:00:00Z',
      '2024-10-27T02:30:00Z',
      [
        ['02', 2],
        ['03', 0.5],
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    const found = buckets('hour', 'Europe/Warsaw', from, to).map((bucket) => [
      bucket.key.slice(11, 13),
      Math.round((bucket.to - bucket.from) / (HOUR / 2)) / 2,
    ]);
    expect(found).toEqual(expected);
  });

  it('are found by an instant, each from its first to its last millisecond', () => {
    const days = buckets('day', 'UTC', '2024-03-04T06:00:00Z', '2024-03-06T06:00:00Z');
    const places = [
      '2024-03-04T06:00:00Z',
      '2024-03-04T23:59:59.999Z',
      '2024-03-05T00:00:00Z',
      '2024-03-06T06:00:00Z',
    ];
    expect(places.map((instant) => bucketAt(days, at(instant)))).toEqual([0, 0, 1, 2]);
  });
});

describe('the zone of a report', () => {
  const chats = [chat('2024-03-04T23:30:00Z')];
  const filters = { from: '2024-03-04T05:00:00+05:00', to: '2024-03-05T04:59:59+05:00' };
  const keys = (body: object, agentTimeZone: string | null) =>
    Object.entries(
      bodyOf(liveChatOver({ chats }, { agentTimeZone }).post('reports/chats/total_chats', body))
        .records as object,
    ).map(([key, record]) => `${key}: ${(record as { total?: number }).total ?? 0}`);

  it.each([
    [
      'its own parameter first',
      { timezone: 'Europe/Warsaw', filters },
      'Asia/Tokyo',
      ['2024-03-04: 0', '2024-03-05: 1'],
    ],
    ['then the agent’s zone', { filters }, 'America/Phoenix', ['2024-03-03: 0', '2024-03-04: 1']],
    ['then the offset of the first date', { filters }, null, ['2024-03-04: 0', '2024-03-05: 1']],
  ])('is %s', (_, body, agentTimeZone, expected) => {
    expect(keys(body, agentTimeZone)).toEqual(expected);
  });

  it('decides what the last seven days are, where no filters are given', () => {
    expect(keys({ timezone: 'Pacific/Auckland' }, 'UTC')).toEqual([
      '2024-03-03: 0',
      '2024-03-04: 0',
      '2024-03-05: 1',
      '2024-03-06: 0',
      '2024-03-07: 0',
      '2024-03-08: 0',
      '2024-03-09: 0',
    ]);
  });

  it('shows in the dates that the answer repeats for them', () => {
    const answer = bodyOf(liveChatOver({}).post('reports/chats/total_chats', { timezone: 'Asia/Tokyo' }));
    expect(answer.request).toEqual({
      distribution: 'day',
      timezone: 'Asia/Tokyo',
      filters: { from: '2024-03-02T00:00:00.000000+09:00', to: '2024-03-08T21:00:00.000000+09:00' },
    });
  });
});
