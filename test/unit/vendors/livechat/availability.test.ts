import { expect, test } from 'vitest';
import { availability } from '../../../../src/vendors/livechat/reports/availability.ts';
import { REQUEST } from './live-chat.ts';

const BY_HOUR = { ...REQUEST, distribution: 'HOUR' } as const;
const BY_DAY = { ...REQUEST, distribution: 'DAY' } as const;

function minutes(...figures: readonly number[]) {
  return new Map(figures.map((figure, index) => [`hour ${index}`, { minutes: figure }]));
}

test.each([
  ['minutes, as it is the sum of the points', 75, [60, 15], 4500],
  ['hours, as the sum of the points is 60 times as much', 1.25, [60, 15], 4500],
  ['hours, rounded to two decimals', 0.33, [20], 1188],
  ['nothing, as nothing was counted', 0, [0, 0], 0],
  ['null, as it fits neither unit', 30, [60, 15], null],
  ['null, as it is too small to tell', 0.01, [0.3], null],
  ['null, as there is none', null, [60], null],
])('by hour, the total is read as %s', (_, total, figures, seconds) => {
  expect(availability.toReport({ total, records: minutes(...figures) }, BY_HOUR).totalSeconds).toBe(seconds);
});

test('by day, the total is in hours, whatever the points add up to', () => {
  const records = new Map([['2026-03-28', { hours: 1 }]]);
  expect(availability.toReport({ total: 2.5, records }, BY_DAY).totalSeconds).toBe(9000);
});

test('a total of more seconds than an Int holds is null', () => {
  expect(availability.toReport({ total: 600_000, records: new Map() }, BY_DAY).totalSeconds).toBeNull();
});

test('of a record with both units, the one that is documented for the distribution counts', () => {
  const records = new Map([['x', { hours: 2, minutes: 30 }]]);
  const seconds = [BY_DAY, BY_HOUR].map(
    (division) => availability.toReport({ total: null, records }, division).points[0],
  );
  expect(seconds).toMatchObject([{ availableSeconds: 7200 }, { availableSeconds: 1800 }]);
});
