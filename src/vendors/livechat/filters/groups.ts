import { BadUserInputError } from '../../../domain/errors.ts';
import type { IdFilter } from '../../../generated/schema.ts';
import { checkChoice, isGiven, LISTS, writeChoice } from './choice.ts';
import type { FilterKind } from './kind.ts';

type Ids = Pick<IdFilter, (typeof LISTS)[number]>;

/** A choice of groups, by their ids. */
export const groupFilter: FilterKind<IdFilter> = {
  check(path, groups) {
    checkChoice(path, groups);
    checkIdsOf(path, groups);
  },
  write: (groups) => writeChoice(withNumbers(groups)),
};

/** The rules of a filter on groups within another filter. */
export function checkGroups(path: string, groups: IdFilter | null | undefined): void {
  if (isGiven(groups)) groupFilter.check(`${path}.groups`, groups);
}

/** A filter on groups within another filter, in LiveChat's words. */
export function writeGroups(groups: IdFilter | null | undefined): object | null {
  return isGiven(groups) ? writeChoice(withNumbers(groups)) : null;
}

/** Refuses values that are no ids of groups or greetings. */
export function checkIdsOf(path: string, filter: Ids): void {
  for (const name of LISTS) checkIds(`${path}.${name}`, filter[name]);
}

/**
 * Refuses, by a BadUserInputError that names the place, an id that LiveChat cannot have given a group or a greeting: its
 * ids are whole numbers. Only the canonical form is taken, so that one group has one id ("7", not "007").
 */
export function checkIds(path: string, ids: readonly string[] | null | undefined): void {
  for (const [index, id] of (ids ?? []).entries()) {
    const number = Number(id);
    if (Number.isSafeInteger(number) && String(number) === id) continue;
    throw new BadUserInputError(`${path}[${index}] must be LiveChat's own id, a whole number such as "7".`);
  }
}

/** The same filter with its ids as numbers, as LiveChat takes them. */
export function withNumbers<Filter extends Ids>(filter: Filter) {
  const { values, excludeValues } = filter;
  return { ...filter, values: values?.map(Number), excludeValues: excludeValues?.map(Number) };
}
