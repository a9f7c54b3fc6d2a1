import { z } from 'zod';
import { mapOf } from '../../../upstream/response/read.ts';
import { AGENTS_AND_GROUPS } from '../filters/limit.ts';
import { figures, measure } from './figures.ts';
import { points } from './points.ts';
import { report } from './report.ts';

const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_MINUTE = 60;
const LARGEST_INT = 2 ** 31 - 1;

/** Agents, "Availability": `hours` by day, `minutes` by hour. */
export const availability = report({
  field: 'availability',
  path: 'agents/availability',
  divided: ['HOUR', 'DAY'],
  filters: AGENTS_AND_GROUPS,
  answer: z.object({
    total: measure,
    records: mapOf(figures({ hours: upTo(SECONDS_PER_HOUR), minutes: upTo(SECONDS_PER_MINUTE) })),
  }),
  toReport({ total, records }, request) {
    const byHour = request.distribution === 'HOUR';
    const inOrder = points(records, request, ({ hours, minutes }) => {
      const inHours = hours === undefined ? undefined : hours * SECONDS_PER_HOUR;
      const inMinutes = minutes === undefined ? undefined : minutes * SECONDS_PER_MINUTE;
      return {
        availableSeconds: Math.round((byHour ? (inMinutes ?? inHours) : (inHours ?? inMinutes)) ?? 0),
      };
    });
    const seconds = inOrder.reduce((sum, { availableSeconds }) => sum + availableSeconds, 0);
    const units = byHour ? unitsThatFit(total ?? 0, seconds) : [SECONDS_PER_HOUR];
    return { totalSeconds: total === null ? null : inOneUnit(total, units), points: inOrder };
  },
});

/** So much of a unit that its seconds are an Int. */
function upTo(secondsPerUnit: number) {
  return z
    .number()
    .nonnegative()
    .max(Math.floor(LARGEST_INT / secondsPerUnit))
    .optional();
}

/**
 * In which units a total agrees with the sum of its points, to the half minute to which both are rounded or to one in a
 * hundred. By hour LiveChat does not say whether the total is in minutes, as the points are, or in hours, as by day.
 */
function unitsThatFit(total: number, seconds: number): number[] {
  const tolerance = Math.max(SECONDS_PER_MINUTE / 2, seconds / 100);
  return [SECONDS_PER_MINUTE, SECONDS_PER_HOUR].filter(
    (unit) => Math.abs(total * unit - seconds) <= tolerance,
  );
}

function inOneUnit(total: number, units: readonly number[]): number | null {
  const [seconds, ...others] = new Set(units.map((unit) => Math.round(total * unit)));
  return seconds === undefined || others.length > 0 || seconds > LARGEST_INT ? null : seconds;
}
