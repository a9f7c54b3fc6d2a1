import type { AvailabilityReport } from '../../domain/chat-report.ts';
import { type Division, points } from './points.ts';
import type { AvailabilityAnswer } from './wire.ts';

const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_MINUTE = 60;
const LARGEST_INT = 2 ** 31 - 1;

/** How long the chat was available. */
export function availabilityReport(
  { total, records }: AvailabilityAnswer,
  division: Division,
): AvailabilityReport {
  const byHour = division.distribution === 'HOUR';
  const inOrder = points(records, division, ({ hours, minutes }) => {
    const inHours = hours === undefined ? undefined : hours * SECONDS_PER_HOUR;
    const inMinutes = minutes === undefined ? undefined : minutes * SECONDS_PER_MINUTE;
    return { availableSeconds: Math.round((byHour ? (inMinutes ?? inHours) : (inHours ?? inMinutes)) ?? 0) };
  });
  const seconds = inOrder.reduce((sum, { availableSeconds }) => sum + availableSeconds, 0);
  const units = division.distribution === 'DAY' ? [SECONDS_PER_HOUR] : unitsThatFit(total ?? 0, seconds);
  return { totalSeconds: total === null ? null : inOneUnit(total, units), points: inOrder };
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
