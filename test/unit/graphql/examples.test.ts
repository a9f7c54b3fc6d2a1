import { expect, it } from 'vitest';
import { exampleTabs } from '../../../src/graphql/examples.ts';
import { NOW, startDeskgraph } from '../../e2e/deskgraph.ts';

it('every example of GraphiQL has an answer without a gap', async () => {
  await using deskgraph = await startDeskgraph();
  for (const { query, variables } of exampleTabs(NOW)) {
    const { data, errors } = await deskgraph.ask(query, JSON.parse(variables ?? '{}'));
    expect(errors).toBeUndefined();
    expect(Object.values(data)).not.toContain(null);
  }
});
