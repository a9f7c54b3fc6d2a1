import { BadUserInputError } from '../../../domain/errors.ts';

/** The ways in which a filter chooses, of which it takes one. */
type Alternative = 'exists' | 'values' | 'excludeValues';

/** A filter that chooses, such as `StringFilter`. */
export type Choice = { readonly [Name in Alternative | 'requireEveryValue']?: unknown };

export const ALTERNATIVES: readonly Alternative[] = ['exists', 'values', 'excludeValues'];
export const LISTS = ['values', 'excludeValues'] as const satisfies readonly Alternative[];

/** Refuses a filter that does not take exactly one of these alternatives. */
export function checkChoice(path: string, choice: Choice, alternatives = ALTERNATIVES): void {
  if (!alternatives.some((name) => isGiven(choice[name])))
    refuse(path, `give ${exactlyOne(alternatives)}; none was given`);
  checkTogether(path, choice, alternatives);
}

/** The rules for what is given; that something is given is another rule, which greetings do not have. */
export function checkTogether(path: string, choice: Choice, alternatives = ALTERNATIVES): void {
  const given = alternatives.filter((name) => isGiven(choice[name]));
  if (given.length > 1) {
    refuse(path, `give ${exactlyOne(alternatives)}; ${listed(given)} were given together`);
  }
  for (const name of LISTS) {
    const values = choice[name];
    if (Array.isArray(values) && values.length === 0) refuse(`${path}.${name}`, 'give at least one value');
  }
  if (isGiven(choice.requireEveryValue) && isGiven(choice.exists)) {
    refuse(`${path}.requireEveryValue`, 'it goes with values or excludeValues, not with exists');
  }
}

/** A choice in LiveChat's words. */
export function writeChoice({ exists, values, excludeValues, requireEveryValue }: Choice): object {
  return onlyGiven({
    exists,
    values,
    exclude_values: excludeValues,
    require_every_value: requireEveryValue,
  });
}

/** The fields that have a value: LiveChat knows no null. */
export function onlyGiven(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isGiven(value)));
}

/** Whether a caller gave it: null, as of a variable left empty, gives nothing. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function exactlyOne(names: readonly string[]): string {
  return `exactly one of ${listed(names)}`;
}

/** Names as a message lists them. */
export function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Refuses the input field at this path. */
export function refuse(path: string, sentence: string): never {
  throw new BadUserInputError(`${path}: ${sentence}.`);
}
