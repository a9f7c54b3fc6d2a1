import type { RawObject } from '../input.ts';
import type { GreetingShown } from '../model.ts';
import { type ChatContext, type ReportAnswer, recordsPerBucket } from './report.ts';

const MOST_GREETINGS_PER_BUCKET = 100;

/** How often each greeting was shown and what came of it. Filters on chats do not bear on it. */
export function greetingsConversion(context: ChatContext): ReportAnswer {
  const { range, filters } = context.parameters;
  const tests = filters?.greeting ?? [];
  const greetings = context.centre
    .greetings(range.from, range.to + 1)
    .filter((greeting) => tests.every((passes) => passes(greeting)));
  return {
    total: greetings.filter(({ outcome }) => outcome === 'accepted').length,
    records: recordsPerBucket(context, greetings, (greeting) => greeting.at, figuresPerGreeting),
  };
}

function figuresPerGreeting(greetings: readonly GreetingShown[]): RawObject {
  const byId = Map.groupBy(greetings, ({ greetingId }) => greetingId);
  const mostShown = [...byId].toSorted(([, a], [, b]) => b.length - a.length);
  return Object.fromEntries(
    mostShown.slice(0, MOST_GREETINGS_PER_BUCKET).map(([id, shown]) => [id, conversion(shown)]),
  );
}

function conversion(shown: readonly GreetingShown[]): RawObject {
  const count = (test: (greeting: GreetingShown) => boolean) => shown.filter(test).length;
  return {
    accepted: count(({ outcome }) => outcome === 'accepted'),
    canceled: count(({ outcome }) => outcome === 'canceled'),
    displayed: shown.length,
    goals: count(({ goal }) => goal),
  };
}
