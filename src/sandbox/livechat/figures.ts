/** The number with at most two decimals, as the vendor rounds averages. */
export function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How often each key comes. */
export function tally<K extends string | number>(keys: Iterable<K>): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
