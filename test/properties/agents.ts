import fc from 'fast-check';
import { expect } from 'vitest';
import { type Direction, type Graph, nodesOf, type Page, type Window, walk } from './graph.ts';
import { allDescribed, type Keys } from './oracle.ts';
import { anyStaff } from './staff.ts';

/** A person, as these tests ask for one. */
export interface Person {
  readonly id: string;
  readonly accounts: Keys;
}

export const PERSON = '{ id accounts { vendor key } }';

/** Some of the list of all people. */
export const AGENTS = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: AgentFilter) {
  agents(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
    edges { cursor node ${PERSON} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    unavailable { vendor }
  }
}`;

/** Finds a person again. */
export const AGAIN = `query ($id: ID!) { agent(by: { id: $id }) ${PERSON} node(id: $id) { ... on Agent ${PERSON} } }`;

/** Whoever was active on the day before. */
export const LATELY = { activeDuring: { from: '2024-09-12T00:00:00Z', to: '2024-09-13T00:00:00Z' } };

const anyPageSize = fc.integer({ min: 1, max: 7 });

/** Staff, how many of them Rocket.Chat and Kore.ai list in a call, and how many a client asks for, page after page. */
export const anyCentre = fc.record({
  staff: anyStaff,
  pageSizes: fc.tuple(anyPageSize, anyPageSize),
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
});

/** A page of people. */
export async function agents(graph: Graph, window: Window, filter: object = {}): Promise<Page<Person>> {
  return (await graph.ask(AGENTS, { ...window, filter })).data.agents;
}

/** Everybody, or everybody within a filter, while every vendor answers: on full pages, but for the last one. */
export async function everybody(
  graph: Graph,
  direction: Direction = 'forwards',
  sizes: readonly number[] = [200],
  filter: object = {},
): Promise<Person[]> {
  const pages = await walk<Page<Person>>(direction, sizes, (window) => agents(graph, window, filter));
  expect(pages.flatMap(({ unavailable }) => unavailable)).toEqual([]);
  for (const [index, { edges }] of pages.slice(0, -1).entries()) {
    expect(edges).toHaveLength(sizes[index % sizes.length] ?? 0);
  }
  return nodesOf(direction, pages);
}

/** Whose account this is. */
export function ownerOf(people: readonly Person[], { vendor, key }: Keys[number]): Person {
  const owners = people.filter(({ accounts }) =>
    accounts.some((account) => account.vendor === vendor && account.key === key),
  );
  const [owner, ...others] = owners;
  return owner === undefined || others.length > 0
    ? expect.fail(`${vendor} ${key} has ${owners.length} owners`)
    : owner;
}

/** These are the people who have these accounts. */
export function expectAccounts(people: readonly Person[], expected: readonly Keys[]): void {
  expect(allDescribed(people.map(({ accounts }) => accounts))).toEqual(allDescribed(expected));
}
