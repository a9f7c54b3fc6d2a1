import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readTypeDefs } from '../../src/graphql/type-defs.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const released = buildSchema(read('../../docs/released-schema.graphql'));

/** What the change log says of the version that is not released yet. */
const unreleased =
  /## \[Unreleased\]\n(?<notes>.*?)(?=\n## )/s.exec(read('../../CHANGELOG.md'))?.groups?.notes ?? '';

/** Breaking changes of the schema since the release that the notes do not name in backticks, by type or field. */
function unnamedChanges(before: GraphQLSchema, after: GraphQLSchema, notes: string): string[] {
  return findBreakingChanges(before, after)
    .map(({ description }) => description)
    .filter((description) => {
      const words = description.match(/[A-Z]\w*\.\w+|\b[A-Z][a-z]+[A-Z]\w*\b/g) ?? [description];
      return !words.some((word) => notes.includes(`\`${word}\``));
    });
}

describe('a change of the schema that breaks clients of the last release', () => {
  it('is named in the change log', () => {
    expect(unnamedChanges(released, buildSchema(readTypeDefs().join('\n')), unreleased)).toEqual([]);
  });

  it('is found where the change log does not name it', () => {
    const [before, after] = ['type Query { first: Int! }', 'type Query { first: Int }'].map((sdl) =>
      buildSchema(sdl),
    ) as [GraphQLSchema, GraphQLSchema];
    expect(unnamedChanges(before, after, '')).toEqual(['Query.first changed type from Int! to Int.']);
    expect(unnamedChanges(before, after, '- `Query.first` may be null.')).toEqual([]);
  });
});
