import type { ZodType } from 'zod';
import { BadUserInputError } from '../domain/errors.ts';
import type { Seal, Sealer } from './seal.ts';

/** A place in a list, as its entry's sort key: what comes before or after it is known without the entry itself. */
export type Position = readonly (string | number)[];

/** The opaque cursors of one list: not of the same list under other arguments, nor of another person's. */
export class Cursors<Place extends Position> {
  readonly #seal: Seal;
  readonly #shape: ZodType<Place>;

  /**
   * `list` names the list and all arguments that make it another one. `shape` is that of its positions: another version
   * of deskgraph may have sealed another one for the same list.
   */
  constructor(sealer: Sealer, list: string, shape: ZodType<Place>) {
    this.#seal = sealer.for(`cursor ${list}`);
    this.#shape = shape;
  }

  encode(position: Place): string {
    return this.#seal.seal(JSON.stringify(position));
  }

  /** The place that a cursor stands for. `argument` is named where it is none. */
  decode(cursor: string, argument: string): Place {
    const text = this.#seal.open(cursor);
    const position = text === null ? undefined : this.#shape.safeParse(parseJson(text)).data;
    if (position !== undefined) return position;
    throw new BadUserInputError(
      `${argument} must be a cursor that this list gave out under the same arguments.`,
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
