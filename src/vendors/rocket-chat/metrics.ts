import type { OverviewMetric } from './session.ts';

type Unit = 'percent' | 'number' | 'time';

interface Metric {
  /** What the vendor calls it. */
  readonly name: string;
  /** How it writes the value. */
  readonly unit: Unit;
  /** What it calls the column of the values, where that is not the name. */
  readonly column?: string;
}

/** The vendor's metrics. */
export const METRICS: Readonly<Record<OverviewMetric, Metric>> = {
  conversationsPercent: { name: 'Total_conversations', unit: 'percent', column: '%_of_conversations' },
  messages: { name: 'Total_messages', unit: 'number' },
  averageChatDurationSeconds: { name: 'Avg_chat_duration', unit: 'time' },
  averageFirstResponseSeconds: { name: 'Avg_first_response_time', unit: 'time' },
  bestFirstResponseSeconds: { name: 'Best_first_response_time', unit: 'time' },
  averageResponseSeconds: { name: 'Avg_response_time', unit: 'time' },
  averageReactionSeconds: { name: 'Avg_reaction_time', unit: 'time' },
};

const FORMS: Readonly<Record<Unit, RegExp>> = {
  percent: /^(?<number>\d{1,9}(\.\d+)?)%?$/,
  number: /^(?<number>\d{1,9})$/,
  // Hours may have three digits and more; the server's rounding can make a 60th second.
  time: /^(?<hours>\d{1,5}):(?<minutes>[0-5]\d|60):(?<seconds>[0-5]\d|60)$/,
};

/** A metric's value (`"66.67%"`, `25`, `"25"`, `"102:00:07"`) as a number of its unit; null where it is none. */
export function metricValue(metric: OverviewMetric, value: string | number): number | null {
  const { unit } = METRICS[metric];
  const { number, hours, minutes, seconds } = FORMS[unit].exec(String(value))?.groups ?? {};
  if (number !== undefined) return Number(number);
  if (hours === undefined) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
