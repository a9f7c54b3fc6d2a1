import { isGiven, refuse } from './choice.ts';
import type { ChatFilter } from './index.ts';

/** Which filters a report takes, where it does not take all. */
export interface FilterLimit {
  /** By filter, in which of its fields. */
  readonly takes: { readonly [Name in keyof ChatFilter]?: readonly string[] };
  /** How the report says so. */
  readonly sentence: string;
}

/** What the reports of the agents section take. */
export const AGENTS_AND_GROUPS: FilterLimit = {
  takes: { agents: ['values', 'excludeValues', 'requireEveryValue'], groups: ['values'] },
  sentence:
    'agentPerformance and availability take only agents by values or excludeValues, and groups by values',
};

/** Refuses, by a BadUserInputError, what of a filter a report does not take. */
export function checkLimit({ takes, sentence }: FilterLimit, filter: ChatFilter): void {
  const fieldsOf = new Map(Object.entries(takes));
  for (const [name, given] of Object.entries(filter)) {
    if (!isGiven(given)) continue;
    const fields = fieldsOf.get(name) ?? refuse(`filter.${name}`, sentence);
    for (const [field, value] of Object.entries(given))
      if (isGiven(value) && !fields.includes(field)) refuse(`filter.${name}.${field}`, sentence);
  }
}
