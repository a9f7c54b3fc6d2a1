/** A promise, and what was measured of it. */
export interface Promised {
  readonly promise: string;
  readonly limit: string;
  readonly measured: string;
  readonly isKept: boolean;
}

/** Prints the promises as a table; the process ends with 1 where one is broken. */
export function report(promised: readonly Promised[]): void {
  const rows = promised.map(({ promise, limit, measured, isKept }) => [
    promise,
    limit,
    measured,
    isKept ? 'kept' : 'BROKEN',
  ]);
  const table = [['promise', 'limit', 'measured', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  process.exitCode = promised.every(({ isKept }) => isKept) ? 0 : 1;
}

/** The value below which so great a part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
