/** The order of texts by code unit, which is that of keys, cursors and ids: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How much of a text from outside a message repeats. */
const QUOTED_CHARACTERS = 40;

/** A text from outside in quotation marks, as a message can show it: cut where it is long, its unprintable characters replaced. */
export function quoted(text: string): string {
  const shown = text.length > QUOTED_CHARACTERS ? `${text.slice(0, QUOTED_CHARACTERS)}…` : text;
  return `"${shown.replace(/[\p{C}"]/gu, '?')}"`;
}
