import { closestMatch } from 'leven';

/** No zone has a longer name; what is longer is not worth a comparison. */
const LONGEST_NAME = 64;

/** How many letters a misspelt name may be away from the zone that it is taken for. */
const MISSPELT_LETTERS = 3;

/** The zone of this name in the spelling of the IANA database, whatever its case; null for an offset or an unknown name. */
export function readTimeZone(name: string): string | null {
  if (name.length > LONGEST_NAME || !/^[A-Za-z]/.test(name)) return null;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId;
  } catch {
    return null;
  }
}

/** The zone whose name is most like this one; null where none is much like it. */
export function nearestTimeZone(name: string): string | null {
  if (name.length > LONGEST_NAME) return null;
  const zones = Intl.supportedValuesOf('timeZone');
  const lowerCase = zones.map((zone) => zone.toLowerCase());
  const nearest = closestMatch(name.toLowerCase(), lowerCase, { maxDistance: MISSPELT_LETTERS });
  return nearest === undefined ? null : (zones[lowerCase.indexOf(nearest)] ?? null);
}
