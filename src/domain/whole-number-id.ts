import { BadUserInputError } from './errors.ts';

/**
 * Refuses, by a BadUserInputError that names the place, an id that LiveChat cannot have given a group or a greeting: its
 * ids are whole numbers. Only the canonical form is taken, so that one group has one id ("7", not "007").
 */
export function checkWholeNumberIds(path: string, ids: readonly string[] | null | undefined): void {
  for (const [index, id] of (ids ?? []).entries()) {
    const number = Number(id);
    if (Number.isSafeInteger(number) && String(number) === id) continue;
    throw new BadUserInputError(`${path}[${index}] must be LiveChat's own id, a whole number such as "7".`);
  }
}
