import type { AgentResponseFilter } from '../../../generated/schema.ts';
import { checkChoice, isGiven, onlyGiven, refuse, writeChoice } from './choice.ts';
import { checkGroups, writeGroups } from './groups.ts';
import type { FilterKind } from './kind.ts';

/** The agents' answers. */
export const agentResponseFilter: FilterKind<AgentResponseFilter> = {
  check(path, response) {
    const { first, agents, groups } = response;
    if (!Object.values(response).some(isGiven))
      refuse(path, 'give at least one of exists, first, agents and groups');
    for (const [name, given] of Object.entries({ agents, groups })) {
      if (isGiven(given) && first !== true) refuse(`${path}.${name}`, 'it works only with first: true');
    }
    if (isGiven(agents)) checkChoice(`${path}.agents`, agents);
    checkGroups(path, groups);
  },
  write({ exists, first, agents, groups }) {
    return onlyGiven({ exists, first, agents: agents && writeChoice(agents), groups: writeGroups(groups) });
  },
};
