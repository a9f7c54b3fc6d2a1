import fc from 'fast-check';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VENDOR_MODULES } from '../../../src/vendors/registry.ts';
import { schemaOf } from '../../../src/vendors/schema.ts';
import { type Answer, type Deskgraph, startDeskgraph } from '../deskgraph.ts';
import { operationsOn } from './operations.ts';
import { fieldsWithArguments } from './targets.ts';

let deskgraph: Deskgraph;
beforeAll(async () => {
  const environment = { DESKGRAPH_FRESH_MS: '15000', DESKGRAPH_DEADLINE_MS: '600000' };
  deskgraph = await startDeskgraph({ agents: 4, environment });
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

const TARGETS = fieldsWithArguments(schemaOf(VENDOR_MODULES));

/** What a healthy vendor leaves: the caller's own faults, and what a vendor refuses, such as a range of centuries. */
const CODES = ['BAD_USER_INPUT', 'UPSTREAM_UNSUPPORTED'];

/** How many operations were refused as a whole, answered in part, and answered without an error. */
const outcomes = { refused: 0, partial: 0, whole: 0 };

async function send(operation: object): Promise<Response> {
  return await fetch(deskgraph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  });
}

describe('whatever a caller sends', () => {
  it.each(TARGETS)('is answered, and no fault of it is deskgraph’s: $name', async (target) => {
    const property = fc.asyncProperty(operationsOn(target), async (operation) => {
      const response = await send(operation);
      const { data, errors = [] } = (await response.json()) as Answer;
      expect(response.status).toBeLessThan(500);
      const codes = errors.map(({ extensions }) => extensions?.code ?? 'none');
      expect(codes.filter((code) => !CODES.includes(code))).toEqual([]);
      outcomes[errors.length === 0 ? 'whole' : data == null ? 'refused' : 'partial'] += 1;
    });
    await fc.assert(property, { numRuns: 30 });
  });

  it('was right, wrong in part and wrong as a whole, so that this has tried every layer', () => {
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(20);
  });

  it('reaches every field with arguments that the schema has', () => {
    const types = Object.values(schemaOf(VENDOR_MODULES).getTypeMap());
    const fields = types.filter(isObjectType).flatMap((type) => {
      const withArguments = Object.values(type.getFields()).filter(({ args }) => args.length > 0);
      return type.name.startsWith('__') ? [] : withArguments.map(({ name }) => `${type.name}.${name}`);
    });
    expect(TARGETS.map(({ name }) => name).sort()).toEqual(fields.sort());
  });
});
