import type { StringFilter } from '../../../generated/schema.ts';
import { checkChoice, LISTS, refuse, writeChoice } from './choice.ts';
import type { FilterKind } from './kind.ts';

/** A choice of countries, by their codes. */
export const countryFilter: FilterKind<StringFilter> = {
  check(path, countries) {
    checkChoice(path, countries);
    for (const name of LISTS) {
      const index = (countries[name] ?? []).findIndex((code) => !/^[A-Z]{2}$/.test(code));
      if (index >= 0)
        refuse(`${path}.${name}[${index}]`, 'give an ISO 3166-1 alpha-2 code, two capital letters');
    }
  },
  write: writeChoice,
};
