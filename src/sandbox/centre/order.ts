/** Compares two texts as databases do: by code unit, not by alphabet. */
export const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
