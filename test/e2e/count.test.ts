import { expect, it } from 'vitest';
import { startDeskgraph } from './deskgraph.ts';

const WITHOUT_KORE_AI = {
  KORE_AI_URL: undefined,
  KORE_AI_ACCOUNT_ID: undefined,
  KORE_AI_STREAM_ID: undefined,
  KORE_AI_CLIENT_ID: undefined,
  KORE_AI_CLIENT_SECRET: undefined,
};

const COUNTED =
  '{ agents(first: 200) { totalCount nodes { id } pageInfo { hasNextPage } unavailable { code } } }';

it('a count that takes more calls than one operation may make costs nothing of the page, and goes on', async () => {
  const options = { agents: 1200 };
  await using generous = await startDeskgraph({ ...options, environment: WITHOUT_KORE_AI });
  const { agents: whole } = (await generous.ask(COUNTED)).data;
  expect(whole.totalCount).toBeGreaterThan(900);

  await using deskgraph = await startDeskgraph({
    ...options,
    environment: { ...WITHOUT_KORE_AI, DESKGRAPH_MAX_CALLS: '8' },
  });
  const refusals: unknown[] = [];
  let counted: number | null = null;
  while (counted === null && refusals.length < 5) {
    const { data, errors = [] } = await deskgraph.ask(COUNTED);
    counted = data.agents.totalCount;
    if (counted === null) refusals.push(errors);
    expect(data.agents).toEqual({ ...whole, totalCount: counted });
  }
  expect(counted).toBe(whole.totalCount);
  expect(refusals.length).toBeGreaterThan(0);
  const limited = { code: 'UPSTREAM_RATE_LIMITED', vendor: 'ROCKET_CHAT', retryAfterSeconds: 1 };
  for (const errors of refusals)
    expect(errors).toEqual([
      { message: 'Rocket.Chat failed', path: ['agents', 'totalCount'], extensions: limited },
    ]);
});
