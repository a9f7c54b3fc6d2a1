import { BadUserInputError } from '../domain/errors.ts';
import { seal, unseal } from './seal.ts';

/** A place in a list, as its entry's sort key: what comes before or after it can be told without the entry itself. */
export type Position = readonly (string | number)[];

/** An opaque cursor, good for this list only: not for the same list under other arguments, or of another person. */
export function encodeCursor(list: string, position: Position): string {
  return seal(list, JSON.stringify(position));
}

/** The place that a cursor of this list stands for. `argument` is named where it is none. */
export function decodeCursor(list: string, cursor: string, argument: string): Position {
  const text = unseal(list, cursor);
  if (text !== null) return JSON.parse(text) as Position;
  throw new BadUserInputError(
    `${argument} must be a cursor that this list gave out under the same arguments.`,
  );
}
