import { UpstreamError } from '../../../domain/errors.ts';
import type { TimeRange } from '../../../domain/time-range.ts';
import type * as schema from '../../../generated/schema.ts';
import { readRange } from '../../../graphql/arguments.ts';
import type { LiveChatVersion } from '../config.ts';
import type { WithRange, WriteRange } from '../range.ts';
import { agentResponseFilter } from './agent-response.ts';
import { isGiven, listed, onlyGiven, refuse } from './choice.ts';
import { countryFilter } from './countries.ts';
import { greetingFilter } from './greetings.ts';
import { groupFilter } from './groups.ts';
import { choice, choiceOfValues, type FilterKind } from './kind.ts';
import { propertyFilters } from './properties.ts';
import { surveyFilters } from './surveys.ts';

type Inputs = { readonly [Name in keyof schema.ChatFilter]-?: NonNullable<schema.ChatFilter[Name]> };

/** What each filter is, its ranges read. */
interface Filters extends Omit<Inputs, 'greetings' | 'surveys'> {
  readonly greetings: WithRange<schema.GreetingFilter>;
  readonly surveys: readonly WithRange<schema.SurveyFilter>[];
}

/** Which chats a report counts, as the schema's input `ChatFilter`. */
export type ChatFilter = { readonly [Name in keyof Filters]?: Filters[Name] | null | undefined };

/** Every filter (LiveChat's Reports API, "Available parameters and filters"). */
const FILTERS: { readonly [Name in keyof Filters]: FilterKind<Filters[Name]> } = {
  agents: choice,
  groups: groupFilter,
  tags: choice,
  sales: choice,
  goals: choice,
  eventTypes: choiceOfValues,
  properties: propertyFilters,
  surveys: surveyFilters,
  greetings: greetingFilter,
  agentResponse: agentResponseFilter,
  customerCountries: countryFilter,
};

const NAMES = Object.keys(FILTERS).filter((name): name is keyof ChatFilter => Object.hasOwn(FILTERS, name));

/** A chat filter from a caller. What LiveChat's page does not allow is refused by the rules of each filter. */
export function readChatFilter(input: schema.ChatFilter): ChatFilter {
  const filter = {
    ...input,
    greetings: input.greetings && withRange(input.greetings, 'filter.greetings.range'),
    surveys: input.surveys?.map((survey, index) => withRange(survey, `filter.surveys[${index}].range`)),
  };
  for (const name of NAMES) check(name, filter);
  return filter;
}

function withRange<Input extends { readonly range?: schema.TimeRange | null | undefined }>(
  input: Input,
  argument: string,
) {
  return { ...input, range: input.range && readRange(input.range, argument) };
}

function check<Name extends keyof ChatFilter>(name: Name, filter: ChatFilter): void {
  const given: Filters[Name] | null | undefined = filter[name];
  if (isGiven(given)) FILTERS[name].check(`filter.${name}`, given);
}

/** The ranges that a filter carries, each of which stands for the report's. */
export function rangesIn({ greetings, surveys }: ChatFilter): TimeRange[] {
  return [greetings?.range, ...(surveys ?? []).map(({ range }) => range)].filter(isGiven);
}

/** Refuses a second range: exactly one applies, the report's own, or that of greetings, or those of surveys. */
export function checkRanges({ greetings, surveys }: ChatFilter, range: TimeRange | null): void {
  const ranges = {
    range,
    'filter.greetings.range': greetings?.range,
    'filter.surveys[0].range': surveys?.[0]?.range,
  };
  const given = Object.keys(onlyGiven(ranges));
  if (given.length > 1)
    refuse(given.at(-1) ?? '', `exactly one time range applies; ${listed(given)} were given together`);
}

/** The filter in LiveChat's words; what is not given is left out. */
export function writeFilters(filter: ChatFilter, version: LiveChatVersion, writeRange: WriteRange): object {
  if (version === '3.4' && isGiven(filter.customerCountries)) {
    // 3.4 does not know the filter and may ignore it, so its answer would be about more chats than asked for.
    const sentence = 'the filter customerCountries needs LIVECHAT_API_VERSION 3.5 or later.';
    throw new UpstreamError('LIVECHAT', 'UPSTREAM_UNSUPPORTED', sentence);
  }
  const fields = NAMES.map((name) => [wireName(name, version), write(name, filter, writeRange)]);
  return onlyGiven(Object.fromEntries(fields));
}

function write<Name extends keyof ChatFilter>(name: Name, filter: ChatFilter, writeRange: WriteRange) {
  const given: Filters[Name] | null | undefined = filter[name];
  return isGiven(given) ? FILTERS[name].write(given, writeRange) : null;
}

function wireName(name: string, version: LiveChatVersion): string {
  // The key changed with the report's name (LiveChat's Reports API 3.5, "Filters").
  if (name === 'surveys' && version !== '3.4') return 'forms';
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
