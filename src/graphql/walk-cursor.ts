import { z } from 'zod';
import { UPSTREAM_CODES } from '../domain/errors.ts';
import type { Person } from '../domain/person.ts';
import { VENDORS, type Vendor } from '../domain/vendor.ts';
import type { Omissions } from '../loaders/people/active.ts';
import type { LeftOut } from '../loaders/people/left-out.ts';
import type { PlacedPerson, WalkWindow } from '../loaders/people/walk.ts';
import type { Window } from './connection.ts';

/** More rows than any list of people has. */
const MAX_OFFSET = 10_000_000;

/** Every way in which a cursor can name a vendor that its walk leaves out. */
const LEFT_OUT: ReadonlyMap<string, LeftOut> = new Map(
  VENDORS.flatMap((vendor) =>
    UPSTREAM_CODES.map((code) => [leftOutText({ vendor, code }), { vendor, code }] as const),
  ),
);

/** Every way in which a cursor can name a vendor whose report its walk leaves out. */
const WITHOUT_REPORT: ReadonlyMap<string, LeftOut> = new Map(
  [...LEFT_OUT.values()].map((leftOut) => [withoutReportText(leftOut), leftOut]),
);

/** Every way in which a cursor can name a vendor that told only a part of its people. */
const PARTIAL: ReadonlyMap<string, Vendor> = new Map(VENDORS.map((vendor) => [partialText(vendor), vendor]));

/**
 * A place in a walk over vendors' lists: the vendor, the row's number in its list, its key there, and each vendor that
 * the walk leaves out, with the code of its failure, or that told only a part of its people when the walk began.
 */
export const WALK_PLACE = z
  .tuple(
    [z.enum(VENDORS), z.int().min(0).max(MAX_OFFSET), z.string()],
    z.string().refine((text) => LEFT_OUT.has(text) || PARTIAL.has(text)),
  )
  .refine(namesEachVendorOnce);

type WalkPlace = z.infer<typeof WALK_PLACE>;

/** A place among the people who were active: the person's key, and what the walk leaves out. */
export const ACTIVE_PLACE = z.tuple(
  [z.string()],
  z.string().refine((text) => LEFT_OUT.has(text) || WITHOUT_REPORT.has(text)),
);

export type ActivePlace = z.infer<typeof ACTIVE_PLACE>;

/** What the cursors of a walk over the people who were active say that it leaves out. */
export function omissionsOf({ after, before }: Window<ActivePlace>): readonly Omissions[] {
  const places = [after, before].filter((place) => place !== null);
  return places.map(([, ...missing]) => ({
    leftOut: missing.flatMap((text) => LEFT_OUT.get(text) ?? []),
    withoutReport: missing.flatMap((text) => WITHOUT_REPORT.get(text) ?? []),
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
export function walkWindow({ direction, count, after, before }: Window<WalkPlace>): WalkWindow {
  return { direction, count, after: after && walkPosition(after), before: before && walkPosition(before) };
}

/** The inverse of `placed`. */
function walkPosition([vendor, offset, key, ...missing]: WalkPlace): PlacedPerson['position'] {
  const leftOut = missing.flatMap((text) => LEFT_OUT.get(text) ?? []);
  return { vendor, offset, key, leftOut, partial: missing.flatMap((text) => PARTIAL.get(text) ?? []) };
}

/** Whether no vendor is missing twice, and the place itself is in the list of one that is not left out. */
function namesEachVendorOnce([vendor, , , ...missing]: readonly [
  string,
  number,
  string,
  ...string[],
]): boolean {
  const leftOut = missing.flatMap((text) => LEFT_OUT.get(text)?.vendor ?? []);
  const partial = missing.flatMap((text) => PARTIAL.get(text) ?? []);
  const isListed = leftOut.every((other) => other !== vendor);
  return isListed && new Set([...leftOut, ...partial]).size === missing.length;
}

function partialText(vendor: Vendor): string {
  return `${vendor} PARTIAL`;
}

function leftOutText({ vendor, code }: LeftOut): string {
  return `${vendor} ${code}`;
}

function withoutReportText(leftOut: LeftOut): string {
  return `${leftOutText(leftOut)} REPORT`;
}
