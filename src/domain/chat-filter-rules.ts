import type {
  AgentResponseFilter,
  ChatFilter,
  GreetingFilter,
  PropertyFilter,
  PropertyValues,
  StringFilter,
  SurveyFilter,
} from './chat-filter.ts';
import type { Distribution, WordChoice } from './chat-report.ts';
import {
  ALTERNATIVES,
  checkChoice,
  checkGroups,
  checkIds,
  checkOptional,
  checkTogether,
  exactlyOne,
  isGiven,
  LISTS,
  listed,
  refuse,
} from './choice-rules.ts';
import type { TimeRange } from './time-range.ts';

const CHAT_CHOICES = ['agents', 'tags', 'sales', 'goals', 'customerCountries'] as const;
const PROPERTY_TYPES = ['strings', 'integers', 'booleans'] as const;

/**
 * Refuses, by a BadUserInputError that names the input field, a filter that LiveChat's page "Available parameters and
 * filters" does not allow. `range` is the report's own, beside the filter; null where the caller gave none.
 */
export function checkChatFilter(filter: ChatFilter, range: TimeRange | null): void {
  for (const name of CHAT_CHOICES) checkOptional(`filter.${name}`, filter[name]);
  checkGroups('filter.groups', filter.groups);
  if (isGiven(filter.eventTypes)) checkChoice('filter.eventTypes', filter.eventTypes, LISTS);
  if (isGiven(filter.customerCountries)) checkCountries('filter.customerCountries', filter.customerCountries);
  if (isGiven(filter.greetings)) checkGreetings('filter.greetings', filter.greetings);
  if (isGiven(filter.agentResponse)) checkAgentResponse('filter.agentResponse', filter.agentResponse);
  checkProperties(filter.properties ?? []);
  for (const [index, survey] of (filter.surveys ?? []).entries())
    checkSurvey(`filter.surveys[${index}]`, survey);
  checkRanges(filter, range);
}

/** What of the filter the agents reports know. Anything else in it is refused by a BadUserInputError. */
export function agentReportChoice(filter: ChatFilter): {
  agents: WordChoice | null;
  groups: readonly string[] | null;
} {
  refuseOthers(filter, ['agents', 'groups'], AGENT_REPORTS_KNOW);
  return { agents: agentsOf(filter.agents), groups: groupsOf(filter.groups, AGENT_REPORTS_KNOW) };
}

/** Refuses, by a BadUserInputError, a filter that `tagUsage` does not know. */
export function checkTagUsageFilter(filter: ChatFilter): void {
  refuseOthers(filter, ['groups'], TAG_USAGE_KNOWS);
  groupsOf(filter.groups, TAG_USAGE_KNOWS);
}

/** Refuses, by a BadUserInputError, any filter on behalf of `uniqueVisitors`. */
export function checkUniqueVisitorsFilter(filter: ChatFilter): void {
  refuseOthers(filter, [], 'uniqueVisitors takes no filter but the range');
}

/** Refuses a distribution that the agents reports do not know, on behalf of the report with this field name. */
export function checkAgentReportDistribution(distribution: Distribution, fieldName: string): void {
  if (distribution === 'HOUR' || distribution === 'DAY') return;
  refuse('distribution', `${fieldName} is divided by HOUR or DAY only; ${distribution} was given`);
}

const AGENT_REPORTS_KNOW =
  'agentPerformance and availability take only agents by values or excludeValues, and groups by values';

const TAG_USAGE_KNOWS = 'tagUsage takes only groups by values';

function refuseOthers(filter: ChatFilter, known: readonly string[], sentence: string): void {
  for (const [name, given] of Object.entries(filter)) {
    if (!known.includes(name) && isGiven(given)) refuse(`filter.${name}`, sentence);
  }
}

function agentsOf(agents: ChatFilter['agents']): WordChoice | null {
  if (!isGiven(agents)) return null;
  if (isGiven(agents.exists)) refuse('filter.agents.exists', AGENT_REPORTS_KNOW);
  checkChoice('filter.agents', agents, LISTS);
  const { values, excludeValues, requireEveryValue } = agents;
  return { values, excludeValues, requireEveryValue };
}

function groupsOf(groups: ChatFilter['groups'], sentence: string): readonly string[] | null {
  if (!isGiven(groups)) return null;
  for (const name of ['exists', 'excludeValues', 'requireEveryValue'] as const) {
    if (isGiven(groups[name])) refuse(`filter.groups.${name}`, sentence);
  }
  checkChoice('filter.groups', groups, ['values']);
  return groups.values ?? null;
}

function checkCountries(path: string, countries: StringFilter): void {
  for (const name of LISTS) {
    const index = (countries[name] ?? []).findIndex((code) => !/^[A-Z]{2}$/.test(code));
    if (index >= 0)
      refuse(`${path}.${name}[${index}]`, 'give an ISO 3166-1 alpha-2 code, two capital letters');
  }
}

function checkGreetings(path: string, greetings: GreetingFilter): void {
  checkTogether(path, greetings, ALTERNATIVES);
  checkIds(path, greetings);
  checkGroups(`${path}.groups`, greetings.groups);
  checkOrder(`${path}.range`, greetings.range);
}

function checkAgentResponse(path: string, response: AgentResponseFilter): void {
  if (!Object.values(response).some(isGiven))
    refuse(path, 'give at least one of exists, first, agents and groups');
  for (const name of ['agents', 'groups'] as const) {
    if (isGiven(response[name]) && response.first !== true)
      refuse(`${path}.${name}`, 'it works only with first: true');
  }
  checkOptional(`${path}.agents`, response.agents);
  checkGroups(`${path}.groups`, response.groups);
}

function checkProperties(properties: readonly PropertyFilter[]): void {
  const seen = new Set<string>();
  for (const [index, property] of properties.entries()) {
    const path = `filter.properties[${index}]`;
    if (property.namespace === '') refuse(`${path}.namespace`, 'it must not be empty');
    if (property.name === '') refuse(`${path}.name`, 'it must not be empty');
    const key = JSON.stringify([property.namespace, property.name]);
    if (seen.has(key))
      refuse(path, 'give each property only once; an earlier filter has this namespace and name');
    seen.add(key);
    checkChoice(path, property, ALTERNATIVES);
    for (const name of LISTS) checkPropertyValues(`${path}.${name}`, property[name]);
  }
}

function checkPropertyValues(path: string, values: PropertyValues | null | undefined): void {
  if (!isGiven(values)) return;
  const given = PROPERTY_TYPES.filter((name) => isGiven(values[name]));
  if (given.length !== 1) refuse(path, `give ${exactlyOne(PROPERTY_TYPES)}`);
  for (const name of given)
    if (values[name]?.length === 0) refuse(`${path}.${name}`, 'give at least one value');
}

function checkSurvey(path: string, survey: SurveyFilter): void {
  checkChoice(path, survey, ALTERNATIVES);
  checkGroups(`${path}.groups`, survey.groups);
  checkOrder(`${path}.range`, survey.range);
}

function checkRanges({ greetings, surveys }: ChatFilter, range: TimeRange | null): void {
  checkOrder('range', range);
  const withRange = (surveys ?? []).filter((survey) => isGiven(survey.range)).length;
  if (withRange > 0 && withRange < (surveys ?? []).length) {
    refuse('filter.surveys', 'give either every survey filter a range or none');
  }
  const given = [
    ...(isGiven(range) ? ['range'] : []),
    ...(isGiven(greetings?.range) ? ['filter.greetings.range'] : []),
    ...(withRange > 0 ? ['filter.surveys[0].range'] : []),
  ];
  if (given.length === 0) refuse('range', 'give it, or a range in filter.greetings or in filter.surveys');
  if (given.length > 1)
    refuse(given.at(-1) ?? '', `exactly one time range applies; ${listed(given)} were given together`);
}

function checkOrder(path: string, range: TimeRange | null | undefined): void {
  if (isGiven(range) && Temporal.Instant.compare(range.from, range.to) >= 0)
    refuse(path, 'from must lie before to');
}
