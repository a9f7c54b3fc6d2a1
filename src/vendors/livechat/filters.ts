import type {
  ChatFilter,
  EventTypeFilter,
  GreetingFilter,
  IdFilter,
  IntegerFilter,
  PropertyFilter,
  PropertyValues,
  StringFilter,
  SurveyFilter,
} from '../../domain/chat-filter.ts';
import type { TimeRange } from '../../domain/time-range.ts';
import type { LiveChatVersion } from './config.ts';

/** A range as LiveChat takes it: both ends belong to it. */
export interface WireRange {
  readonly from: string;
  readonly to: string;
}

/** How ranges within a filter are written; null where they are left out, as another range applies. */
type WriteRange = ((range: TimeRange) => WireRange) | null;

const SURVEY_TYPES = { PRE_CHAT: 'pre_chat', POST_CHAT: 'post_chat' } as const;

/** The filter in LiveChat's words ("Available parameters and filters"); what is not given is left out. */
export function wireFilters(
  filter: ChatFilter,
  version: LiveChatVersion,
  writeRange: { readonly greetings: WriteRange; readonly surveys: WriteRange },
): Readonly<Record<string, unknown>> {
  const surveys = filter.surveys?.map((survey) => surveyFilter(survey, writeRange.surveys));
  return given({
    properties: filter.properties?.length ? propertyFilters(filter.properties) : null,
    agents: choice(filter.agents),
    tags: choice(filter.tags),
    sales: choice(filter.sales),
    goals: choice(filter.goals),
    // The key changed with the report's name (LiveChat's Reports API 3.5, "Filters").
    [version === '3.4' ? 'surveys' : 'forms']: surveys?.length ? surveys : null,
    event_types: choice(filter.eventTypes),
    groups: numbered(filter.groups),
    greetings: filter.greetings && greetingFilter(filter.greetings, writeRange.greetings),
    agent_response: filter.agentResponse && {
      ...given({ exists: filter.agentResponse.exists, first: filter.agentResponse.first }),
      ...given({
        agents: choice(filter.agentResponse.agents),
        groups: numbered(filter.agentResponse.groups),
      }),
    },
    customer_countries: choice(filter.customerCountries),
  });
}

/** A filter with one of `exists`, `values` and `exclude_values`. */
export function choice(filter: StringFilter | IntegerFilter | EventTypeFilter | null | undefined) {
  if (filter === null || filter === undefined) return null;
  return given({
    exists: 'exists' in filter ? filter.exists : null,
    values: filter.values,
    exclude_values: filter.excludeValues,
    require_every_value: filter.requireEveryValue,
  });
}

/** The same with ids, which LiveChat takes as numbers; `domain/chat-filter-rules.ts` lets no other ids through. */
function numbered(filter: IdFilter | null | undefined) {
  if (filter === null || filter === undefined) return null;
  const { values, excludeValues } = filter;
  return choice({ ...filter, values: numbers(values), excludeValues: numbers(excludeValues) });
}

/** The numbers that ids of groups and greetings are. */
export function numbers(ids: readonly string[] | null | undefined): readonly number[] | null {
  return ids?.map(Number) ?? null;
}

function greetingFilter(filter: GreetingFilter, writeRange: WriteRange) {
  const [values, excluded] = [numbers(filter.values), numbers(filter.excludeValues)];
  const fields = {
    ...ownRange(filter.range, writeRange),
    ...given({ exists: filter.exists, values, exclude_values: excluded }),
    ...given({ groups: numbered(filter.groups) }),
  };
  return Object.keys(fields).length === 0 ? null : fields;
}

function surveyFilter(filter: SurveyFilter, writeRange: WriteRange) {
  return {
    type: SURVEY_TYPES[filter.type],
    ...ownRange(filter.range, writeRange),
    ...given({ exists: filter.exists, values: filter.values, exclude_values: filter.excludeValues }),
    ...given({ groups: numbered(filter.groups) }),
  };
}

/** `Object.fromEntries` makes each key a plain one, also `__proto__`. */
function propertyFilters(filters: readonly PropertyFilter[]) {
  const namespaces = [...Map.groupBy(filters, ({ namespace }) => namespace)];
  return Object.fromEntries(
    namespaces.map(([namespace, members]) => [
      namespace,
      Object.fromEntries(members.map((member) => [member.name, propertyFilter(member)])),
    ]),
  );
}

function propertyFilter({ exists, values, excludeValues }: PropertyFilter) {
  return given({ exists, values: propertyValues(values), exclude_values: propertyValues(excludeValues) });
}

function propertyValues(values: PropertyValues | null | undefined) {
  return values?.strings ?? values?.integers ?? values?.booleans ?? null;
}

function ownRange(range: TimeRange | null | undefined, writeRange: WriteRange): WireRange | null {
  return range === null || range === undefined || writeRange === null ? null : writeRange(range);
}

function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}
