import type { IdFilter } from './chat-filter.ts';
import { BadUserInputError } from './errors.ts';
import { checkWholeNumberIds } from './whole-number-id.ts';

/** The ways in which a filter chooses, of which it takes one. */
type Alternative = 'exists' | 'values' | 'excludeValues';
type Choice = { readonly [Name in Alternative]?: unknown } & { readonly requireEveryValue?: unknown };

export const ALTERNATIVES: readonly Alternative[] = ['exists', 'values', 'excludeValues'];
export const LISTS = ['values', 'excludeValues'] as const satisfies readonly Alternative[];

/** Refuses a filter that does not take one of all alternatives. A filter that is not given is fine. */
export function checkOptional(path: string, choice: Choice | null | undefined): void {
  if (isGiven(choice)) checkChoice(path, choice, ALTERNATIVES);
}

/** The same for a filter on groups, and refuses ids that are no whole numbers. */
export function checkGroups(path: string, groups: IdFilter | null | undefined): void {
  checkOptional(path, groups);
  if (isGiven(groups)) checkIds(path, groups);
}

/** Refuses values that are ids but no whole numbers. */
export function checkIds(path: string, filter: Pick<IdFilter, (typeof LISTS)[number]>): void {
  for (const name of LISTS) checkWholeNumberIds(`${path}.${name}`, filter[name]);
}

/** Refuses a filter that does not take exactly one of these alternatives. */
export function checkChoice(path: string, choice: Choice, alternatives: readonly Alternative[]): void {
  const given = alternatives.filter((name) => isGiven(choice[name]));
  if (given.length === 0) refuse(path, `give ${exactlyOne(alternatives)}; none was given`);
  checkTogether(path, choice, alternatives);
}

/** The rules for what is given; that something is given is another rule, which greetings do not have. */
export function checkTogether(path: string, choice: Choice, alternatives: readonly Alternative[]): void {
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

/** Whether a caller gave it: null, as of a variable left empty, gives nothing. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** How a message says which alternatives there are. */
export function exactlyOne(names: readonly string[]): string {
  return names.length === 1 ? listed(names) : `exactly one of ${listed(names)}`;
}

/** Names as a message lists them. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Refuses the input field at this path. */
export function refuse(path: string, sentence: string): never {
  throw new BadUserInputError(`${path}: ${sentence}.`);
}
