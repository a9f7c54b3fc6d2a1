import { ValidationError } from './errors.ts';

/** A JSON object of which nothing is known yet. */
export type RawObject = Readonly<Record<string, unknown>>;

/** What the values of a list may be. */
export type ScalarKind = 'string' | 'integer' | 'boolean' | 'any';
/** One of those values. */
export type Scalar = string | number | boolean;

const FITS: Readonly<Record<ScalarKind, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  any: (value) => ['string', 'number', 'boolean'].includes(typeof value),
};

/** The value as an object with no other keys than these; with `allowed` left out, any keys pass. */
export function readObject(value: unknown, path: string, allowed?: ReadonlySet<string>): RawObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ValidationError(`\`${path}\` must be an object`);
  }
  for (const key of allowed === undefined ? [] : Object.keys(value)) {
    if (!allowed?.has(key)) throw new ValidationError(`unknown parameter \`${join(path, key)}\``);
  }
  return value as RawObject;
}

/** The value as a list of one kind of scalar. */
export function readList(value: unknown, path: string, kind: ScalarKind): readonly Scalar[] {
  if (!Array.isArray(value) || !value.every(FITS[kind])) {
    throw new ValidationError(`\`${path}\` must be an array of ${kind === 'any' ? 'values' : `${kind}s`}`);
  }
  return value;
}

/** The value as a boolean; null where it is left out. */
export function readBoolean(value: unknown, path: string): boolean | null {
  if (value === undefined) return null;
  if (typeof value !== 'boolean') throw new ValidationError(`\`${path}\` must be a boolean`);
  return value;
}

/** The value as one of these words; null where it is left out. */
export function readChoice<T extends string>(value: unknown, path: string, choices: readonly T[]): T | null {
  if (value === undefined) return null;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new ValidationError(`\`${path}\` must be one of: ${choices.join(', ')}`);
  return found;
}

/** The path of a key below another path, as messages name it. */
export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
