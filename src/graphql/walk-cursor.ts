import { z } from 'zod';
import { UPSTREAM_CODES } from '../domain/errors.ts';
import type { Person } from '../domain/person.ts';
import { VENDORS, type Vendor } from '../domain/vendor.ts';
import type { LeftOut, PeopleWindow, PlacedPerson } from '../people/index.ts';
import type { Window } from './connection.ts';

/** More rows than any list of people has. */
const MAX_OFFSET = 10_000_000;

/** Every way in which a cursor can name a vendor that its walk leaves out. */
const LEFT_OUT: ReadonlyMap<string, LeftOut> = new Map(
  VENDORS.flatMap((vendor) =>
    UPSTREAM_CODES.map((code) => [leftOutText({ vendor, code }), { vendor, code }] as const),
  ),
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
