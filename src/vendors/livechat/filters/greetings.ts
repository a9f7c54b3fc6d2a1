import type { GreetingFilter } from '../../../generated/schema.ts';
import type { WithRange } from '../range.ts';
import { checkTogether, onlyGiven, writeChoice } from './choice.ts';
import { checkGroups, checkIdsOf, withNumbers, writeGroups } from './groups.ts';
import type { FilterKind } from './kind.ts';

/** The greeting that began the chat. It need not choose: it may carry a range, or groups, alone. */
export const greetingFilter: FilterKind<WithRange<GreetingFilter>> = {
  check(path, greetings) {
    checkTogether(path, greetings);
    checkIdsOf(path, greetings);
    checkGroups(path, greetings.groups);
  },
  write(greetings, writeRange) {
    const fields = {
      ...(greetings.range && writeRange(greetings.range)),
      ...writeChoice(withNumbers(greetings)),
      ...onlyGiven({ groups: writeGroups(greetings.groups) }),
    };
    return Object.keys(fields).length === 0 ? null : fields;
  },
};
