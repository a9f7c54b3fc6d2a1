import { badRequest } from './answers.ts';
import { localDateOf } from './local-days.ts';

const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;

/** Words for a zone, or an offset behind a time of day. */
const NAMES_A_ZONE = /(?:^|[^a-z])(?:Z|UTC?|GMT|[ECMP][SD]T)(?:[^a-z]|$)|:\d{2}(?:\.\d+)?\s*[+-]\d{2}/i;

/**
 * The server's local date of a text that the engine takes for a date, as servers read it whose library insists on ISO:
 * a time with an offset is converted, one without is local already. Anything else is refused.
 */
export function isoServerDate(text: string, timeZone: string): Temporal.PlainDate {
  const date = isoDate(text, timeZone);
  if (!date) throw badRequest('Invalid time value');
  return date;
}

/**
 * The same, as earlier servers read it, whose library leaves what is not ISO to the engine. Null for a day that is in
 * no calendar, which such a server formats as "Invalid date" and then finds nothing for.
 */
export function lenientServerDate(text: string, timeZone: string): Temporal.PlainDate | null {
  const date = isoDate(text, timeZone);
  if (date !== undefined) return date;
  const parsed = new Date(text);
  if (NAMES_A_ZONE.test(text)) return localDateOf(parsed.getTime(), timeZone);
  // The engine read a time without a zone as local to this machine, whose own fields so give back what was written.
  return new Temporal.PlainDate(parsed.getFullYear(), parsed.getMonth() + 1, parsed.getDate());
}

/** Undefined where the text is not ISO, null where it is but names no day of the calendar. */
function isoDate(text: string, timeZone: string): Temporal.PlainDate | null | undefined {
  const [matched, year, month = '01', day = '01', offset] = ISO.exec(text) ?? [];
  if (matched === undefined) return undefined;
  try {
    const date = Temporal.PlainDate.from(`${year}-${month}-${day}`);
    return offset === undefined ? date : localDateOf(Date.parse(text), timeZone);
  } catch {
    return null;
  }
}
