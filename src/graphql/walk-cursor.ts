import { z } from 'zod';
import { UPSTREAM_CODES } from '../domain/errors.ts';
import type { Person } from '../domain/person.ts';
import { VENDORS } from '../domain/vendor.ts';
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

/**
 * A place in a walk over vendors' lists: the vendor, the row's number in its list, its key there, and each vendor that
 * the walk leaves out, with the code of its failure.
 */
export const WALK_PLACE = z
  .tuple(
    [z.enum(VENDORS), z.int().min(0).max(MAX_OFFSET), z.string()],
    z.string().refine((text) => LEFT_OUT.has(text)),
  )
  .refine((place) => new Set(vendorsOf(place)).size === place.length - 2);

type WalkPlace = z.infer<typeof WALK_PLACE>;

/** A person with the parts of their cursor. */
export function placed({ position: { vendor, offset, key, leftOut }, person }: PlacedPerson): {
  readonly position: WalkPlace;
  readonly node: Person;
} {
  return { position: [vendor, offset, key, ...leftOut.map(leftOutText)], node: person };
}

/** The window over the list of all people that the cursors of a connection mean. */
export function walkWindow({ direction, count, after, before }: Window<WalkPlace>): WalkWindow {
  return { direction, count, after: after && walkPosition(after), before: before && walkPosition(before) };
}

/** The inverse of `placed`. */
function walkPosition([vendor, offset, key, ...leftOut]: WalkPlace): PlacedPerson['position'] {
  return { vendor, offset, key, leftOut: leftOut.flatMap((text) => LEFT_OUT.get(text) ?? []) };
}

function vendorsOf([vendor, , , ...leftOut]: readonly [string, number, string, ...string[]]): string[] {
  return [vendor, ...leftOut.flatMap((text) => LEFT_OUT.get(text)?.vendor ?? [])];
}

function leftOutText({ vendor, code }: LeftOut): string {
  return `${vendor} ${code}`;
}
