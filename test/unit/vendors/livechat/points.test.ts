import { expect, test } from 'vitest';
import type { Distribution } from '../../../../src/generated/schema.ts';
import { partOf, points } from '../../../../src/vendors/livechat/reports/points.ts';

type Row = readonly [
  label: string,
  distribution: Distribution,
  timeZone: string,
  startsAt: string,
  endsAt: string,
];

const FIXED: readonly Row[] = [
  ['2026', 'YEAR', 'America/Phoenix', '2026-01-01T07:00:00Z', '2027-01-01T07:00:00Z'],
  ['2026-12', 'MONTH', 'UTC', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  ['2026-10', 'MONTH', 'Europe/Warsaw', '2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z'],
  ['2024-02-29', 'DAY', 'Asia/Kolkata', '2024-02-28T18:30:00Z', '2024-02-29T18:30:00Z'],
  ['2026-10-25', 'DAY', 'Europe/Warsaw', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['2024-09-08', 'DAY', 'America/Santiago', '2024-09-08T04:00:00Z', '2024-09-09T03:00:00Z'],
  ['2026-10-25 01', 'HOUR', 'Europe/Warsaw', '2026-10-24T23:00:00Z', '2026-10-25T00:00:00Z'],
  ['2026-10-25T03:00', 'HOUR', 'Europe/Warsaw', '2026-10-25T02:00:00Z', '2026-10-25T03:00:00Z'],
  ['2026-03-29 01:00:00', 'DAY_HOURS', 'Europe/Warsaw', '2026-03-29T00:00:00Z', '2026-03-29T01:00:00Z'],
  ['2026-03-29 03:00', 'DAY_HOURS', 'Europe/Warsaw', '2026-03-29T01:00:00Z', '2026-03-29T02:00:00Z'],
];

test.each(FIXED)('%s of %s in %s is a part from %s to %s', (label, distribution, timeZone, from, to) => {
  const { startsAt, endsAt } = partOf(label, { distribution, timeZone });
  expect([startsAt?.toString(), endsAt?.toString()]).toEqual([from, to]);
});

const NOT_FIXED: readonly (readonly [string, string, Distribution, string])[] = [
  ['the hour comes twice', '2026-10-25 02:00', 'HOUR', 'Europe/Warsaw'],
  ['the hour does not come', '2026-03-29 02:00', 'HOUR', 'Europe/Warsaw'],
  ['half of the hour comes twice', '2026-04-05 01:00', 'HOUR', 'Australia/Lord_Howe'],
  ['half of the hour does not come', '2026-10-04 02:00', 'HOUR', 'Australia/Lord_Howe'],
  ['the day does not come', '2011-12-30', 'DAY', 'Pacific/Apia'],
  ['there is no such day', '2026-02-30', 'DAY', 'UTC'],
  ['there is no such month', '2026-13', 'MONTH', 'UTC'],
  ['there is no such hour', '2026-03-28 24:00', 'HOUR', 'UTC'],
  ['no hour begins there', '2026-03-28 09:30', 'HOUR', 'UTC'],
  ['the label is a day, the part asked for a month', '2026-03-01', 'MONTH', 'UTC'],
  ['the label is a day, the part asked for an hour', '2026-03-01', 'DAY_HOURS', 'UTC'],
  ['the label has an hour only', '09:00', 'HOUR', 'UTC'],
  ['the label is empty', '', 'DAY', 'UTC'],
];

test.each(NOT_FIXED)('no instants where %s', (_, label, distribution, timeZone) => {
  expect(partOf(label, { distribution, timeZone })).toEqual({ startsAt: null, endsAt: null });
});

test('points stand in the order of their labels, also labels that look like array indices', () => {
  const records = new Map([...'b 2026 a 2024 __proto__'.split(' ')].map((label) => [label, label]));
  const labels = points(records, { timeZone: 'UTC', distribution: 'YEAR' }, () => ({})).map(
    ({ label }) => label,
  );
  expect(labels).toEqual(['2024', '2026', '__proto__', 'a', 'b']);
});
