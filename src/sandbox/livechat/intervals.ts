/** A stretch of time, `from <= t < to`, in epoch milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The part of the interval between two instants; null where nothing is left. */
export function clip(interval: Interval, from: number, to: number): Interval | null {
  const clipped = { from: Math.max(interval.from, from), to: Math.min(interval.to, to) };
  return clipped.from < clipped.to ? clipped : null;
}

/** The time that at least one of the intervals covers, as intervals that do not touch, in order. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** The sum of the intervals' lengths in milliseconds. */
export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}
