import type { SurveyFilter } from '../../../generated/schema.ts';
import type { WithRange } from '../range.ts';
import { checkChoice, isGiven, onlyGiven, refuse, writeChoice } from './choice.ts';
import { checkGroups, writeGroups } from './groups.ts';
import type { FilterKind } from './kind.ts';

/** The surveys filled in. */
export const surveyFilters: FilterKind<readonly WithRange<SurveyFilter>[]> = {
  check(path, surveys) {
    for (const [index, survey] of surveys.entries()) {
      checkChoice(`${path}[${index}]`, survey);
      checkGroups(`${path}[${index}]`, survey.groups);
    }
    const withRange = surveys.filter(({ range }) => isGiven(range)).length;
    if (withRange > 0 && withRange < surveys.length)
      refuse(path, 'give either every survey filter a range or none');
  },
  write(surveys, writeRange) {
    if (surveys.length === 0) return null;
    return surveys.map((survey) => ({
      type: survey.type.toLowerCase(),
      ...(survey.range && writeRange(survey.range)),
      ...writeChoice(survey),
      ...onlyGiven({ groups: writeGroups(survey.groups) }),
    }));
  },
};
