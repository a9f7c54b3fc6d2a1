import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../../src/graphql/schema.ts';
import { type Answer, type Deskgraph, startDeskgraph } from '../deskgraph.ts';
import { operationsOn } from './operations.ts';
import { fieldsWithArguments } from './targets.ts';

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph({ agents: 4, environment: { DESKGRAPH_FRESH_MS: '15000' } });
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

const STAT = { n: 0, x: 0, ok: 0 };
const TARGETS = fieldsWithArguments(createSchema());

describe('whatever a caller sends', () => {
  it.each(TARGETS)('is answered, and no fault of it is deskgraph’s or a vendor’s: $name', async (target) => {
    const property = fc.asyncProperty(operationsOn(target), async (operation) => {
      const response = await fetch(deskgraph.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(operation),
      });
      const { data, errors = [] } = (await response.json()) as Answer;
      STAT.n++;
      if (data) STAT.x++;
      if (data && !errors.length) STAT.ok++;
      expect(response.status).toBeLessThan(500);
      const codes = errors.map(({ extensions }) => extensions?.code);
      expect(codes.filter((code) => code !== 'BAD_USER_INPUT')).toEqual([]);
    });
    await fc.assert(property, { numRuns: 40 });
    console.log(target.name, STAT);
  });

  it('reaches every field with arguments', () => {
    expect(TARGETS.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Query.agent', 'RocketChatAccount.overview', 'ChatReport.ranking']),
    );
  });
});
