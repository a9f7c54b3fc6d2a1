import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Deskgraph, startDeskgraph } from '../gateway/deskgraph.ts';
import { WITH_PARLEY } from './index.ts';

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph({ vendors: WITH_PARLEY });
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

interface Account {
  readonly vendor: string;
  readonly key: string;
  readonly email: string | null;
}

const RANGE = { from: '2026-03-17T00:00:00Z', to: '2026-03-18T00:00:00Z' };
const ACCOUNTS = 'accounts { __typename vendor key email }';
const PEOPLE = `{ agents(first: 200) { nodes { id name email ${ACCOUNTS} } unavailable { vendor code } } }`;

const isParley = ({ vendor }: { readonly vendor: string }) => vendor === 'PARLEY';

it('probe', async () => {
  const { data, errors, extensions } = await deskgraph.ask(PEOPLE);
  expect(errors).toBeUndefined();
  console.log(
    JSON.stringify(
      data.agents.nodes.filter((p: { accounts: Account[] }) => p.accounts.some(isParley)),
      null,
      1,
    ).slice(0, 3000),
  );
  console.log(deskgraph.calls(), extensions);
  const more = await deskgraph.ask(
    `query ($r: TimeRange!) { agents(first: 10) { nodes { presence { vendor status since } accounts { ... on ParleyAccount { calls(range: $r) { count talkSeconds } } } statusSegments(range: $r, vendors: [PARLEY]) { nodes { vendor status startedAt endedAt } } } } vendors { vendor configured apiVersion capabilities } }`,
    { r: RANGE },
  );
  console.log(JSON.stringify(more).slice(0, 4000), deskgraph.calls());
});
