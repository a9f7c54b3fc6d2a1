import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph({ agents: 1 });
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

/** The audits of the GraphQL over HTTP specification, by the reference implementation's authors. */
const AUDITS = serverAudits({ url: () => deskgraph.url });

describe('GraphQL over HTTP', () => {
  it('is audited in 61 points', () => {
    expect(AUDITS).toHaveLength(61);
  });

  it.each(AUDITS)('$id: $name', async (audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});
