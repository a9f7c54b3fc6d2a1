import { z } from 'zod';

/** How one row of the README's tables is asked, and what the answer to it must be like. */
export interface Case {
  /** How many people the centre has; 45 where left out, of whom at most 50 are at any vendor. */
  readonly agents?: number;
  /** Has the variables `$range` and, where `by` is given, `$id`. */
  readonly query: string;
  /** A query for the `id` of an `agent`, which is asked first. */
  readonly by?: string;
  /** What the row is about, of the answer's data; what is null there is missing. */
  // biome-ignore lint/suspicious/noExplicitAny: a case reads of an answer what its own query asked for
  readonly values: (data: any) => readonly unknown[];
  /** What each of the values is like. */
  readonly like: z.ZodType;
  /** How many values there must be; one where left out. */
  readonly atLeast?: number;
  /** Whether versions differ in more than whether they have it, so that their answers are not equal. */
  readonly differs?: boolean;
}

/** The cases of one vendor, by the label of their row. */
export type Cases = Readonly<Record<string, Case>>;

/** Three days of the centre, a Sunday and two working days, all of them over. */
export const RANGE = { from: '2026-03-15T00:00:00Z', to: '2026-03-18T00:00:00Z' };

/** Whoever works with all three vendors. */
export const EVERYWHERE = 'ulrike.kowalczyk@example.com';

export const text = z.string().min(1);
export const count = z.int().nonnegative();
export const positive = z.int().positive();
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);

/** A list with something in it. */
export const some = (item: z.ZodType) => z.array(item).min(1);

interface Account {
  readonly vendor: string;
  readonly [field: string]: unknown;
}
interface Person {
  readonly accounts: readonly Account[];
  readonly [field: string]: unknown;
}

/** The accounts at a vendor, of the people in `agents`. */
export const accountsAt =
  (vendor: string) =>
  ({ agents }: { readonly agents: { readonly nodes: readonly Person[] } }): Account[] =>
    agents.nodes.flatMap(({ accounts }) => accounts.filter((account) => account.vendor === vendor));

const UNAVAILABLE = 'unavailable { vendor code }';
const onlyAt = (vendor: string, people: readonly (Person | null)[]) =>
  people.filter((person) => person?.accounts.every((account) => account.vendor === vendor));

/** The rows that every vendor has. They ask for what no other vendor could tell. `since` is what its presence has there. */
export function casesOfPeople(vendor: string, aboutOne: string, since: z.ZodType = z.null()): Cases {
  const account = z.looseObject({ vendor: z.literal(vendor), key: text });
  const person = z.object({ id: text, accounts: some(account) });
  const one = `id accounts { vendor key }`;
  return {
    '`Query.agents`': {
      query: `{ agents(first: 200) { nodes { accounts { vendor key name email } } ${UNAVAILABLE} } }`,
      values: accountsAt(vendor),
      like: account.extend({ name: text.nullable(), email: text.nullable() }),
      atLeast: 20,
    },
    '`Query.agent`': {
      query: `{ agent(by: ${aboutOne}) { ${one} } }`,
      values: ({ agent }) => agent.accounts.filter((of: Account) => of.vendor === vendor),
      like: account,
    },
    '`Query.node`, `Query.nodes`': {
      by: `{ agent(by: ${aboutOne}) { id } }`,
      query: `query ($id: ID!) { node(id: $id) { ... on Agent { ${one} } } nodes(ids: [$id]) { ... on Agent { ${one} } } }`,
      values: ({ node, nodes }) =>
        [node, ...nodes].map((found) => ({
          ...found,
          accounts: found.accounts.filter((of: Account) => of.vendor === vendor),
        })),
      like: person,
      atLeast: 2,
    },
    '`AgentFilter.text`': {
      query: `{ agents(first: 200, filter: { text: "olsen" }) { nodes { accounts { vendor key name } } ${UNAVAILABLE} } }`,
      values: accountsAt(vendor),
      like: account.extend({ name: z.string().regex(/olsen/i) }),
    },
    '`Agent.presence`': {
      query: '{ agents(first: 200) { nodes { presence { vendor status reportedStatus since } } } }',
      values: ({ agents }) =>
        agents.nodes.flatMap(({ presence }: { presence: Account[] }) =>
          presence.filter((of) => of.vendor === vendor),
        ),
      like: z.object({
        vendor: z.literal(vendor),
        status: z.enum(['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE']),
        reportedStatus: text,
        since,
      }),
      atLeast: 5,
    },
  };
}

/** People whom one vendor alone knows, and of whom therefore that vendor alone can tell that they were active. */
export function activeDuring(vendor: string): Case {
  return {
    query: `query ($range: TimeRange!) { agents(first: 200, filter: { activeDuring: $range }) {
      nodes { accounts { vendor key } } ${UNAVAILABLE} } }`,
    values: ({ agents }) => onlyAt(vendor, agents.nodes),
    like: z.object({ accounts: some(z.object({ vendor: z.literal(vendor), key: text })) }),
  };
}

/** Segments of a vendor that records them. */
export function statusSegments(vendor: string, reportedStatus: z.ZodType): Case {
  return {
    query: `query ($range: TimeRange!) { agents(first: 200) { nodes {
      statusSegments(range: $range, vendors: [${vendor}], first: 200) {
        nodes { vendor status reportedStatus startedAt endedAt durationSeconds } ${UNAVAILABLE} } } } }`,
    values: ({ agents }) =>
      agents.nodes
        .map(({ statusSegments: { nodes } }: { statusSegments: { nodes: unknown[] } }) => nodes)
        .filter((nodes: unknown[]) => nodes.length > 0),
    like: some(
      z.object({
        vendor: z.literal(vendor),
        status: z.enum(['AVAILABLE', 'BUSY', 'AWAY']),
        reportedStatus,
        ...{ startedAt: instant, endedAt: instant, durationSeconds: count },
      }),
    ),
    atLeast: 20,
  };
}

/** The time in each status, by a vendor that records segments. */
export function timeInStatus(vendor: string): Case {
  return {
    query: `query ($range: TimeRange!) { agents(first: 200) { nodes {
      timeInStatus(range: $range, vendors: [${vendor}]) { vendor status seconds } } } }`,
    values: ({ agents }) =>
      agents.nodes.flatMap(({ timeInStatus: rows }: { timeInStatus: unknown[] }) => rows),
    like: z.object({
      vendor: z.literal(vendor),
      status: z.enum(['AVAILABLE', 'BUSY', 'AWAY']),
      seconds: positive,
    }),
    atLeast: 20,
  };
}
