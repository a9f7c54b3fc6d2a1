import { twoDecimals } from '../figures.ts';
import { clip, type Interval, lengthOf, union } from '../intervals.ts';
import { type AgentContext, bucketsFor, type ReportAnswer } from './report.ts';
import { selectedAgents, statusTimes } from './selected-agents.ts';

const UNITS = {
  hour: { field: 'minutes', milliseconds: 60_000 },
  day: { field: 'hours', milliseconds: 3_600_000 },
} as const;

/** For how long at least one of the agents was accepting chats. */
export function availability(context: AgentContext): ReportAnswer {
  const available = union(
    statusTimes(context, selectedAgents(context))
      .filter(({ span }) => span.status === 'AVAILABLE')
      .map(({ time }) => time),
  );
  const unit = context.parameters.distribution === 'hour' ? UNITS.hour : UNITS.day;
  const times = bucketsFor(context).map(({ key, from, to }) => {
    return { key, time: twoDecimals(lengthOf(within(available, from, to)) / unit.milliseconds) };
  });
  return {
    total: twoDecimals(times.reduce((sum, { time }) => sum + time, 0)),
    records: Object.fromEntries(times.map(({ key, time }) => [key, { [unit.field]: time }])),
  };
}

function within(intervals: readonly Interval[], from: number, to: number): readonly Interval[] {
  return intervals.flatMap((interval) => clip(interval, from, to) ?? []);
}
