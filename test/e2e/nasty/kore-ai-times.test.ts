import { describe, expect, it } from 'vitest';
import { type Case, playKoreAi } from './kore-ai.ts';
import { type Agent, ANA, BEN, SMALL } from './kore-ai-centre.ts';
import { honest, type Row, rows, segments, spelled } from './kore-ai-vendor.ts';

/** Ana's segments, changed one by one. */
const each = (change: (segment: Row, index: number) => Row) =>
  segments('u-ana', (status) => status.map(change));
/** Only the second of Ana's segments of both days: the BUSY one, from 12:00:00 to 12:30:10. */
const busy = (change: object) => each((one) => (one.primaryStatus === 'BUSY' ? { ...one, ...change } : one));
/** Only Ana's open segment, AWAY since 18 March, 9:00. */
const open = (change: object) => each((one) => (one.primaryStatus === 'AWAY' ? { ...one, ...change } : one));
const more = (...added: Row[]) => segments('u-ana', (status) => [...status, ...added]);
const spell = (change: (time: string) => unknown) =>
  each((one) => ({
    ...one,
    startTime: change(String(one.startTime)),
    endTime: one.endTime === '-' ? '-' : change(String(one.endTime)),
  }));
const segment = (startTime: string, endTime: string, duration: string): Row => ({
  primaryStatus: 'AVAILABLE',
  secondaryStatus: 'AVAILABLE',
  startTime,
  endTime,
  duration,
});

/** Somebody with these segments only, all of them AVAILABLE. */
const worker = (...times: (readonly [string, string | null])[]): readonly Agent[] => [
  {
    ...BEN,
    segments: times.map(([from, to]) => ({ primary: 'AVAILABLE', secondary: 'AVAILABLE', from, to })),
  },
];
const inIndia = (time: string) =>
  `${new Date(Date.parse(`${time}Z`) + 330 * 60_000).toISOString().slice(0, 19)}+05:30`;
/** The day of 23 hours in Berlin. */
const SPRING = { from: '2025-03-29T23:00:00Z', to: '2025-03-30T22:00:00Z' };
/** The day of 25 hours in Berlin. */
const AUTUMN = { from: '2025-10-25T22:00:00Z', to: '2025-10-26T23:00:00Z' };

const WHOLE: readonly Case[] = [
  { says: 'lists segments backwards', vendor: segments('u-ana', (status) => status.toReversed()) },
  {
    says: 'lists segments in the order of their words',
    vendor: segments('u-ana', (status) =>
      status.toSorted((one, other) => (String(one.primaryStatus) < String(other.primaryStatus) ? -1 : 1)),
    ),
  },
  {
    says: 'lists an open segment first',
    vendor: segments('u-ana', (status) => [...status.slice(-1), ...status.slice(0, -1)]),
  },
  {
    says: 'lists an open segment twice',
    vendor: segments('u-ana', (status) => [...status, ...status.slice(-1)]),
  },
  {
    says: 'adds segments of other days',
    vendor: more(
      segment('2026-03-10T08:00:00', '2026-03-10T09:00:00', '01:00:00'),
      segment('2026-03-16T08:00:00', '2026-03-16T09:00:00', '01:00:00'),
    ),
  },
  {
    says: 'adds a segment that ends where the range begins',
    vendor: more(segment('2026-03-16T23:00:00', '2026-03-17T00:00:00', '01:00:00')),
  },
  {
    says: 'says durations that are a second short',
    vendor: each((one) =>
      one.duration === '-'
        ? one
        : {
            ...one,
            duration: spelled((Date.parse(`${one.endTime}Z`) - Date.parse(`${one.startTime}Z`)) / 1000 - 1),
          },
    ),
  },
  { says: 'says no durations', vendor: each(({ duration: _, ...one }) => one) },
  {
    says: 'tells a segment of 32 hours',
    staff: worker(['2026-03-17T01:00:00Z', '2026-03-18T09:17:04Z']),
    vendor: honest,
  },
  {
    says: 'tells a segment of 150 hours',
    staff: worker(['2026-03-12T01:00:00Z', '2026-03-18T07:17:04Z']),
    vendor: honest,
  },
  {
    says: 'tells a segment that is open since last week',
    staff: worker(['2026-03-11T01:00:00Z', null]),
    vendor: honest,
  },
  {
    says: 'tells a segment around the whole range',
    staff: worker(['2026-03-16T01:00:00Z', '2026-03-18T14:00:00Z']),
    vendor: honest,
    range: { from: '2026-03-17T12:00:00Z', to: '2026-03-17T13:00:00Z' },
  },
  {
    says: 'tells segments that touch at midnight',
    staff: worker(
      ['2026-03-17T20:00:00Z', '2026-03-17T23:59:59Z'],
      ['2026-03-18T00:00:00Z', '2026-03-18T02:00:00Z'],
    ),
    vendor: honest,
  },
  {
    says: 'tells of the leap day',
    staff: worker(['2024-02-28T23:30:00Z', '2024-02-29T23:30:00Z']),
    vendor: honest,
    range: { from: '2024-02-29T00:00:00Z', to: '2024-03-01T00:00:00Z' },
  },
  {
    says: 'tells of a day that is an hour short',
    staff: worker(
      ['2025-03-29T22:30:00Z', '2025-03-30T00:59:59Z'],
      ['2025-03-30T01:00:00Z', '2025-03-30T22:30:00Z'],
    ),
    vendor: honest,
    range: SPRING,
  },
  {
    says: 'tells of a day that is an hour long',
    staff: worker(
      ['2025-10-25T21:30:00Z', '2025-10-26T00:30:00Z'],
      ['2025-10-26T00:30:00Z', '2025-10-26T01:30:00Z'],
      ['2025-10-26T01:30:00Z', '2025-10-26T23:30:00Z'],
    ),
    vendor: honest,
    range: AUTUMN,
  },
  {
    says: 'tells of half an hour around midnight',
    vendor: honest,
    range: { from: '2026-03-17T23:45:00Z', to: '2026-03-18T00:15:00Z' },
  },
  {
    says: 'tells of a single second',
    vendor: honest,
    range: { from: '2026-03-18T07:00:02Z', to: '2026-03-18T07:00:03Z' },
  },
];

const EITHER: readonly Case[] = [
  { says: 'writes Z behind local times', vendor: spell((time) => `${time}Z`) },
  { says: 'writes another offset behind times, of the same instants', vendor: spell(inIndia) },
  { says: 'writes milliseconds', vendor: spell((time) => `${time}.000`) },
  { says: 'writes a blank in place of the T', vendor: spell((time) => time.replace('T', ' ')) },
  { says: 'writes a small t', vendor: spell((time) => time.replace('T', 't')) },
  { says: 'writes blanks around times', vendor: spell((time) => ` ${time}\n`) },
  {
    says: 'ends a day at 24:00:00',
    staff: worker(['2026-03-17T20:00:00Z', '2026-03-18T00:00:00Z']),
    vendor: rows((row) => ({
      ...row,
      ...(row.status ? { status: [segment('2026-03-17T20:00:00', '2026-03-17T24:00:00', '04:00:00')] } : {}),
    })),
  },
  {
    says: 'ends a day at second 60',
    staff: worker(['2026-03-17T20:00:00Z', '2026-03-18T00:00:00Z']),
    vendor: rows((row) => ({
      ...row,
      ...(row.status ? { status: [segment('2026-03-17T20:00:00', '2026-03-17T23:59:60', '04:00:00')] } : {}),
    })),
  },
  { says: 'says null for the end of an open segment', vendor: open({ endTime: null, duration: null }) },
  {
    says: 'says nothing of the end of an open segment',
    vendor: open({ endTime: undefined, duration: undefined }),
  },
  { says: 'says "" for the end of an open segment', vendor: open({ endTime: '', duration: '' }) },
  { says: 'gives an open segment a duration', vendor: open({ duration: '05:20:00' }) },
  { says: 'gives a closed segment no duration', vendor: busy({ duration: '-' }) },
  { says: 'gives a duration that contradicts the times', vendor: busy({ duration: '07:00:00' }) },
  { says: 'gives a duration that is no duration', vendor: busy({ duration: 'NaN:NaN:NaN' }) },
  { says: 'gives a negative duration', vendor: busy({ duration: '-01:00:00' }) },
  { says: 'gives a duration as a number', vendor: busy({ duration: 1810 }) },
  {
    says: 'tells a segment open in one row and closed in another',
    vendor: segments('u-ana', (status) => [
      ...status,
      ...status
        .filter((one) => one.primaryStatus === 'BUSY')
        .map((one) => ({ ...one, endTime: '-', duration: '-' })),
    ]),
  },
  {
    says: 'tells a segment of next week',
    vendor: more(segment('2026-03-25T08:00:00', '2026-03-25T09:00:00', '01:00:00')),
  },
  {
    says: 'tells a segment of the year 9999',
    vendor: more(segment('9999-12-31T08:00:00', '9999-12-31T09:00:00', '01:00:00')),
  },
  {
    says: 'tells a segment of the year 1',
    vendor: more(segment('0001-01-01T00:00:00', '0001-01-01T09:00:00', '09:00:00')),
  },
];

const ERROR: readonly Case[] = [
  {
    says: 'ends a segment before it begins',
    vendor: busy({ endTime: '2026-03-17T11:00:00', duration: '-01:00:00' }),
  },
  {
    says: 'has two open segments',
    vendor: more({ ...segment('2026-03-18T08:00:00', '-', '-'), primaryStatus: 'BUSY' }),
  },
  {
    says: 'has two open segments of one status',
    vendor: more(segment('2026-03-17T08:00:00', '-', '-'), segment('2026-03-18T08:30:00', '-', '-')),
  },
  {
    says: 'goes on behind an open segment',
    staff: SMALL,
    vendor: segments('u-ben', (status) => [segment('2026-03-18T06:00:00', '-', '-'), ...status]),
  },
  {
    says: 'opens a segment in the future',
    staff: SMALL,
    vendor: segments('u-ben', (status) => [...status, segment('2026-03-18T22:00:00', '-', '-')]),
  },
  {
    says: 'has a segment that is open since the year 1',
    staff: [ANA],
    vendor: more(segment('0001-01-01T00:00:00', '-', '-')),
  },
  ...(
    [
      ['a day without a time', '2026-03-17'],
      ['a day that is none', '2026-02-30T12:00:00'],
      ['an hour that is none', '2026-03-17T25:00:00'],
      ['a minute that is none', '2026-03-17T12:61:00'],
      ['days before months', '17/03/2026 12:00:00'],
      ['a year of six digits', '+102026-03-17T12:00:00'],
      ['an epoch', 1773748800000],
      ['an epoch in a word', '1773748800'],
      ['a dash', '-'],
      ['nothing', ''],
      ['null', null],
      ['a word', 'yesterday'],
      ['a list', ['2026-03-17T12:00:00']],
      ['true', true],
      ['a zone in brackets', '2026-03-17T12:00:00[Asia/Kolkata]'],
    ] as const
  ).map(([says, startTime]) => ({ says: `begins a segment at ${says}`, vendor: busy({ startTime }) })),
  { says: 'ends a segment at a word', vendor: busy({ endTime: 'later' }) },
  { says: 'ends a segment at an epoch', vendor: busy({ endTime: 1773750610000 }) },
  { says: 'ends a segment on a day without a time', vendor: busy({ endTime: '2026-03-17' }) },
];

describe('Kore.ai, whose times are not as they should be', () => {
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
