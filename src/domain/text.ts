/** The order of texts by code unit, which is that of keys, cursors and ids: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
