import type { WriteRange } from '../range.ts';
import { type Choice, checkChoice, LISTS, writeChoice } from './choice.ts';

/** One kind of filter: its rules, and how a request has it. */
export interface FilterKind<Given> {
  /** Refuses, by a BadUserInputError that names the input field, what LiveChat does not allow. */
  check(path: string, given: Given): void;
  /** The filter in LiveChat's words; null where it does not restrict. */
  write(given: Given, writeRange: WriteRange): object | null;
}

/** One of `exists`, `values` and `excludeValues`. */
export const choice: FilterKind<Choice> = { check: checkChoice, write: writeChoice };

/** One of `values` and `excludeValues`. */
export const choiceOfValues: FilterKind<Choice> = {
  check: (path, given) => checkChoice(path, given, LISTS),
  write: writeChoice,
};
