import { crc32 } from 'node:zlib';
import { BadUserInputError } from '../domain/errors.ts';

/** A place in a list, as its entry's sort key: what comes before or after it can be told without the entry itself. */
export type Position = readonly (string | number)[];

/**
 * An opaque cursor. Its checksum covers the list it belongs to, so that a cursor of another list (other arguments,
 * another person) or a damaged one is told from a right one.
 */
export function encodeCursor(list: string, position: Position): string {
  const text = JSON.stringify(position);
  return Buffer.from(checksum(list, text) + text).toString('base64url');
}

/** The place that a cursor of this list stands for. `argument` is named where it is none. */
export function decodeCursor(list: string, cursor: string, argument: string): Position {
  const decoded = Buffer.from(cursor, 'base64url');
  const [sum, text] = [decoded.toString('utf8', 0, 8), decoded.toString('utf8', 8)];
  if (decoded.toString('base64url') !== cursor || sum !== checksum(list, text)) {
    throw new BadUserInputError(
      `${argument} must be a cursor that this list gave out under the same arguments.`,
    );
  }
  return JSON.parse(text) as Position;
}

function checksum(list: string, text: string): string {
  return crc32(text, crc32(list)).toString(16).padStart(8, '0');
}
