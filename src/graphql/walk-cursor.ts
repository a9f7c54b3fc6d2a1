import { z } from 'zod';
import { UPSTREAM_CODES } from '../domain/errors.ts';
import type { Person } from '../domain/person.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { LeftOut, Omissions, PeopleWindow, PlacedPerson } from '../people/index.ts';
import type { Window } from './connection.ts';

/** More rows than any list of people has. */
const MAX_OFFSET = 10_000_000;

/** What a cursor says of a vendor whose list its walk lacks: a failure's code, or that the list was a part. */
const PARTIAL = 'PARTIAL';

/** What stands behind a failure's code where the walk lacks the vendor's report alone. */
const REPORT = ' REPORT';

/**
 * A place in a walk over vendors' lists: the vendor, the row's number in its list, its key there, and each vendor that
 * the walk leaves out, with the code of its failure, or that told only a part of its people when the walk began.
 */
export const WALK_PLACE = z
  .tuple(
    [z.string(), z.int().min(0).max(MAX_OFFSET), z.string()],
    z.string().refine((text) => leftOutIn(text).length + partialBy(text).length === 1),
  )
  .refine(namesEachVendorOnce);

type WalkPlace = z.infer<typeof WALK_PLACE>;

/** A place among the people who were active: the person's key, and what the walk leaves out. */
export const ACTIVE_PLACE = z.tuple(
  [z.string()],
  z.string().refine((text) => leftOutIn(text).length + withoutReportBy(text).length === 1),
);

export type ActivePlace = z.infer<typeof ACTIVE_PLACE>;

/** What the cursors of a walk over the people who were active say that it leaves out. */
export function omissionsOf({ after, before }: Window<ActivePlace>): readonly Omissions[] {
  const places = [after, before].filter((place) => place !== null);
  return places.map(([, ...missing]) => ({
    leftOut: missing.flatMap(leftOutIn),
    withoutReport: missing.flatMap(withoutReportBy),
  }));
}

/** The inverse of `omissionsOf`: the part of a cursor that is the same for the whole walk. */
export function omissionTexts({ leftOut, withoutReport }: Omissions): readonly string[] {
  return [...leftOut.map(leftOutText), ...withoutReport.map(withoutReportText)].sort();
}

/** A person with the parts of their cursor. */
export function placed({ position, person }: PlacedPerson): {
  readonly position: WalkPlace;
  readonly node: Person;
} {
  const { vendor, offset, key, leftOut, partial } = position;
  const missing = [...leftOut.map(leftOutText), ...partial.map(partialText)];
  return { position: [vendor, offset, key, ...missing], node: person };
}

/** The window over the list of all people that the cursors of a connection mean. */
export function walkWindow({ direction, count, after, before }: Window<WalkPlace>): PeopleWindow {
  return { direction, count, after: after && walkPosition(after), before: before && walkPosition(before) };
}

/** The inverse of `placed`. */
function walkPosition([vendor, offset, key, ...missing]: WalkPlace): PlacedPerson['position'] {
  return { vendor, offset, key, leftOut: missing.flatMap(leftOutIn), partial: missing.flatMap(partialBy) };
}

/** Whether no vendor is missing twice, and the place itself is in the list of one that is not left out. */
function namesEachVendorOnce([vendor, , , ...missing]: readonly [
  string,
  number,
  string,
  ...string[],
]): boolean {
  const isListed = missing.flatMap(leftOutIn).every((other) => other.vendor !== vendor);
  return isListed && new Set(missing.map((text) => text.split(' ')[0])).size === missing.length;
}

function partialText(vendor: Vendor): string {
  return `${vendor} ${PARTIAL}`;
}

/** The vendor that the text names as told in part. */
function partialBy(text: string): Vendor[] {
  const [vendor = '', word] = text.split(' ');
  return word === PARTIAL ? [vendor] : [];
}

/** The vendor that the text names as left out. */
export function leftOutIn(text: string): LeftOut[] {
  const [vendor = '', word, ...more] = text.split(' ');
  const code = UPSTREAM_CODES.find((known) => known === word);
  return code === undefined || more.length > 0 ? [] : [{ vendor, code }];
}

/** The vendor whose report the text names as left out. */
function withoutReportBy(text: string): LeftOut[] {
  return text.endsWith(REPORT) ? leftOutIn(text.slice(0, -REPORT.length)) : [];
}

/** How a cursor names the vendor as left out. */
export function leftOutText({ vendor, code }: LeftOut): string {
  return `${vendor} ${code}`;
}

function withoutReportText(leftOut: LeftOut): string {
  return leftOutText(leftOut) + REPORT;
}
