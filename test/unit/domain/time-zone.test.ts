import { describe, expect, it } from 'vitest';
import { nearestTimeZone, readTimeZone } from '../../../src/domain/time-zone.ts';

describe('the name of a time zone', () => {
  it.each([
    ['europe/warsaw', 'Europe/Warsaw'],
    ['AMERICA/new_york', 'America/New_York'],
    ['utc', 'UTC'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['Etc/GMT+3', 'Etc/GMT+3'],
  ])('is read whatever its case, and keeps its own spelling of a place: %s', (name, zone) => {
    expect(readTimeZone(name)).toBe(zone);
  });

  it.each([
    '+02:00',
    'Z',
    'Mars/Olympus',
    '',
    'Europe/Warsaw[u-ca=gregory]',
    '2026-03-18T00:00Z',
    'x'.repeat(95_000),
  ])('is not %s', (name) => {
    expect(readTimeZone(name)).toBeNull();
  });

  it.each([
    ['Europe/Warsav', 'Europe/Warsaw'],
    ['america/new york', 'America/New_York'],
    ['Europe/Pairs', 'Europe/Paris'],
    ['Mars/Olympus', null],
    ['x'.repeat(95_000), null],
  ])('that is misspelt has a nearest one, if any is near: %s', (name, zone) => {
    expect(nearestTimeZone(name)).toBe(zone);
  });
});
