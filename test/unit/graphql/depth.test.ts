import type { GraphQLError } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { expect, it } from 'vitest';
import { useDepthLimit } from '../../../src/graphql/depth.ts';
import { maskError, useCallersFaults } from '../../../src/graphql/errors.ts';

const yoga = createYoga({
  schema: createSchema({
    typeDefs: 'type Query { a: Query b(x: [Int]): Int }',
    resolvers: { Query: { a: () => ({}) } },
  }),
  plugins: [useCallersFaults(), useDepthLimit()],
  maskedErrors: { maskError: (error) => maskError(error, []) },
  logging: false,
});

async function messagesOf(query: string): Promise<string[]> {
  const response = await yoga.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors = [] } = (await response.json()) as { errors?: GraphQLError[] };
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
    new Set(errors.length === 0 ? [] : ['BAD_USER_INPUT']),
  );
  return errors.map(({ message }) => message);
}

/** A chain of fields, the leaf included. */
const levels = (count: number) => `${'{ a '.repeat(count - 1)}{ b }${' }'.repeat(count - 1)}`;

/** Fragments that spread one another; the last one holds this. */
function chain(count: number, last: string): string {
  const fragments = Array.from(
    { length: count },
    (_, index) => `fragment f${index} on Query { ${index < count - 1 ? `...f${index + 1}` : last} }`,
  );
  return `{ ...f0 } ${fragments.join(' ')}`;
}

const CYCLE = 'Fragments are nested more than 100 levels deep, or in a cycle.';
const TOO_DEEP = 'The query is more than 15 levels deep; 15 are allowed.';

it.each([
  ['15 levels', levels(15)],
  ['15 levels, one of them in a fragment', `{ ...f } fragment f on Query ${levels(15)}`],
  ['inline fragments', `{ ... on Query { ... { ... on Query ${levels(15)} } } }`],
  [
    'an introspection',
    `{ __schema { types { fields { type { ${'ofType { '.repeat(12)} name ${'} '.repeat(12)} } } } } }`,
  ],
])('allows %s', async (_, query) => {
  expect(await messagesOf(query)).toEqual([]);
});

it.each([
  ['16 levels', levels(16), 'The query is 16 levels deep; 15 are allowed.'],
  ['20 levels', levels(20), 'The query is 20 levels deep; 15 are allowed.'],
  [
    'levels of fragments',
    `{ a { ...f } } fragment f on Query ${levels(16)}`,
    'The query is 17 levels deep; 15 are allowed.',
  ],
  [
    'a fragment that is spread at several depths',
    `{ ...f a { a { ...f } ...f } } fragment f on Query ${levels(14)}`,
    'The query is 16 levels deep; 15 are allowed.',
  ],
  ['a fragment that spreads itself', '{ ...f } fragment f on Query { b ...f }', CYCLE],
  [
    'a cycle of fragments with fields',
    '{ ...f } fragment f on Query { a { ...g } } fragment g on Query { a { ...f } }',
    TOO_DEEP,
  ],
  [
    'a cycle that no operation spreads',
    '{ b } fragment f on Query { ...g } fragment g on Query { ...f }',
    CYCLE,
  ],
  ['a chain of fragments', chain(1500, 'b'), CYCLE],
  [
    'many fragments that each spread many',
    `{ b } ${Array.from({ length: 800 }, (_, i) => `fragment f${i} on Query { ${[1, 2, 3, 4, 5].map((step) => `...f${(i + step) % 800}`).join(' ')} b }`).join(' ')}`,
    CYCLE,
  ],
  ['hundreds of levels', levels(500), TOO_DEEP],
  [
    'tens of thousands of levels',
    levels(20_000),
    'The query is nested thousands of levels deep; 15 are allowed.',
  ],
  [
    'a value nested as deeply',
    `{ b(x: ${'['.repeat(40_000)}${']'.repeat(40_000)}) }`,
    'The query is nested thousands of levels deep; 15 are allowed.',
  ],
])('refuses %s, and says why', async (_, query, message) => {
  expect(await messagesOf(query)).toEqual([message]);
});
