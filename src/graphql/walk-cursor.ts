import { BadUserInputError, UPSTREAM_CODES } from '../domain/errors.ts';
import { VENDORS } from '../domain/vendor.ts';
import type { LeftOut } from '../loaders/people/left-out.ts';
import type { PlacedPerson, Position as WalkPosition, WalkWindow } from '../loaders/people/walk.ts';
import type { Window } from './connection.ts';
import type { Position } from './cursor.ts';

/** Larger than any list of people. */
const MAX_OFFSET = 1_000_000_000;

/** A person, and the parts of the cursor. */
export function placed({ position: { vendor, offset, key, leftOut }, person }: PlacedPerson) {
  return { position: [vendor, offset, key, ...leftOut.map(leftOutText)], node: person };
}

/** The window over the list of all people that the cursors of a connection mean. */
export function walkWindow({ direction, count, after, before }: Window): WalkWindow {
  return { direction, count, after: after && walkPosition(after), before: before && walkPosition(before) };
}

/** The inverse of `placed`. */
function walkPosition([vendor, offset, key, ...rest]: Position): WalkPosition {
  const known = VENDORS.find((candidate) => candidate === vendor);
  const leftOut = rest.map((text) => LEFT_OUT.get(text)).filter((each) => each !== undefined);
  const isWhole =
    known !== undefined &&
    typeof offset === 'number' &&
    Number.isSafeInteger(offset) &&
    offset >= 0 &&
    offset <= MAX_OFFSET &&
    typeof key === 'string' &&
    leftOut.length === rest.length &&
    new Set([known, ...leftOut.map((each) => each.vendor)]).size === rest.length + 1;
  if (!isWhole) throw new BadUserInputError('the cursor is damaged.');
  return { vendor: known, offset, key, leftOut };
}

function leftOutText({ vendor, code }: LeftOut): string {
  return `${vendor} ${code}`;
}

/** Whatever a cursor can say of a vendor that is left out, by its text. */
const LEFT_OUT: ReadonlyMap<string | number, LeftOut> = new Map(
  VENDORS.flatMap((vendor) =>
    UPSTREAM_CODES.map((code) => [leftOutText({ vendor, code }), { vendor, code }] as const),
  ),
);
