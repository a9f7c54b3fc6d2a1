import { expect, test } from 'vitest';
import { nextStep, type PlanFacts } from '../../../src/people/lookup-plan.ts';

const plan = (
  calls: PlanFacts['calls'],
  lookupSize: number | null,
  pagesLeft: number | null,
  callsBefore = 0,
) => nextStep({ calls, lookupSize, pagesLeft, callsBefore });

test.each([
  ['all is known', plan(0, 50, 3), 'none'],
  ['all is known of a list of unknown length', plan(0, null, null), 'none'],
  ['one address is unknown, and the length of the list', plan(1, 1, null), 'lookup'],
  ['a call for each address, and the length is unknown', plan(2, 1, null), 'nextPage'],
  ['one call for many addresses, and the length is unknown', plan(2, 50, null), 'lookup'],
  ['no call asks for it, and the length is unknown', plan(null, null, null), 'nextPage'],
  ['fewer calls than pages', plan(4, 1, 5), 'lookup'],
  ['as many calls as pages', plan(5, 1, 5), 'scan'],
  ['fewer calls than pages, but not with those before', plan(4, 1, 5, 1), 'scan'],
  ['no call asks for it', plan(null, 50, 5), 'scan'],
  ['no page is left, but a call asks for it', plan(7, 1, 0), 'lookup'],
  ['no page is left, and no call asks for it', plan(null, null, 0), 'none'],
])('%s: the next step is the cheapest', (_, step, expected) => {
  expect(step).toBe(expected);
});
