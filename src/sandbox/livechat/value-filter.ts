import { ValidationError } from './errors.ts';
import {
  join,
  type RawObject,
  readBoolean,
  readList,
  readObject,
  type Scalar,
  type ScalarKind,
} from './input.ts';

/** A condition on what something has: whether it has any, some or all of these, or none of those. */
export type ValueFilter = (elements: readonly Scalar[]) => boolean;

/** What a filter of one subject may say. */
export interface FilterRules {
  readonly kind: ScalarKind;
  /** Whether `exists` may be asked of it. */
  readonly exists: boolean;
  readonly requireEvery: boolean;
}

const MODES = ['exists', 'values', 'exclude_values'] as const;

/** The keys that make up a value filter under these rules. */
export function filterKeys(rules: FilterRules): readonly string[] {
  const keys = ['values', 'exclude_values'];
  if (rules.exists) keys.push('exists');
  if (rules.requireEvery) keys.push('require_every_value');
  return keys;
}

/** The condition that an object with nothing but filter keys spells. */
export function readValueFilter(raw: unknown, path: string, rules: FilterRules): ValueFilter {
  return valueFilterOf(readObject(raw, path, new Set(filterKeys(rules))), path, rules);
}

/** Like `readValueFilter`, for an object with other keys, too. Without a filter key it passes everything. */
export function valueFilterOf(raw: RawObject, path: string, rules: FilterRules): ValueFilter {
  const given = MODES.filter((mode) => raw[mode] !== undefined);
  if (given.length > 1) {
    throw new ValidationError(`\`${path}\` takes only one of: ${MODES.join(', ')}`);
  }
  const every = readBoolean(raw.require_every_value, join(path, 'require_every_value')) ?? false;
  const mode = given[0];
  if (mode === undefined) return () => true;
  if (mode === 'exists') {
    const wanted = readBoolean(raw.exists, join(path, 'exists'));
    return (elements) => elements.length > 0 === wanted;
  }
  const values = new Set(readList(raw[mode], join(path, mode), rules.kind));
  const matches = every ? holdsEvery(values) : holdsSome(values);
  return mode === 'values' ? matches : (elements) => !matches(elements);
}

function holdsSome(values: ReadonlySet<Scalar>): ValueFilter {
  return (elements) => elements.some((element) => values.has(element));
}

function holdsEvery(values: ReadonlySet<Scalar>): ValueFilter {
  const wanted = [...values];
  return (elements) => wanted.length > 0 && wanted.every((value) => elements.includes(value));
}
