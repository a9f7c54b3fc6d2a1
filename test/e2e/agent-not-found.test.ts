import { expect, it } from 'vitest';
import { startStubVendor } from '../unit/vendors/stub-vendor.ts';
import { startDeskgraph } from './deskgraph.ts';

const ROWS = Array.from({ length: 3000 }, (_, index) => ({
  userId: `u-${String(index).padStart(4, '0')}`,
  email: `agent-${index}@kore.test`,
  status: [{ primaryStatus: 'BUSY', startTime: '2026-03-17T08:00:00', endTime: '2026-03-17T09:00:00' }],
}));
const LOST = 'u-0007';

/** Kore.ai's endpoint, which lists every agent but does not find one of them by its address. */
function centre() {
  return startStubVendor(({ query, body }) => {
    const { agents } = (body as { filter: { agents?: readonly string[] } }).filter;
    const rows =
      agents === undefined
        ? ROWS
        : ROWS.filter(({ userId, email }) => agents.includes(email) && userId !== LOST);
    // The list's order by day: the agent is far behind where segments are asked for.
    const ordered = isPresent(body) ? rows : rows.toReversed();
    const offset = Number(query.get('offset'));
    const end = offset + Number(query.get('limit'));
    return { body: { hasMore: end < ordered.length, data: ordered.slice(offset, end) } };
  });
}

function isPresent(body: unknown): boolean {
  return (
    (body as { filter: { dateFilter: { startDate: string } } }).filter.dateFilter.startDate === '2026-03-18'
  );
}

it('an agent whom a large Kore.ai does not find costs nobody else anything, and is not the fault of the caller', async () => {
  await using stub = await centre();
  await using deskgraph = await startDeskgraph({
    agents: 4,
    environment: { KORE_AI_URL: stub.url, DESKGRAPH_MAX_CALLS: '10' },
  });
  const { data, errors = [] } = await deskgraph.ask(`{
    agents(first: 49, filter: { vendors: [KORE_AI] }) { nodes { accounts { key }
      statusSegments(range: { from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" }, vendors: [KORE_AI]) {
        nodes { startedAt } unavailable { vendor code } } } } }`);
  const people: readonly Person[] = data.agents.nodes;
  const lost = people.filter(({ accounts }) => accounts.some(({ key }) => key === LOST));
  const others = people.filter((person) => !lost.includes(person));
  expect(lost.map(({ statusSegments }) => statusSegments)).toEqual([
    { nodes: [], unavailable: [{ vendor: 'KORE_AI', code: 'UPSTREAM_RATE_LIMITED' }] },
  ]);
  expect(others).toHaveLength(48);
  for (const { statusSegments } of others)
    expect(statusSegments).toEqual({ nodes: [{ startedAt: '2026-03-17T08:00:00Z' }], unavailable: [] });
  expect(new Set(errors.map(({ extensions }) => extensions?.code))).toEqual(
    new Set(['UPSTREAM_RATE_LIMITED']),
  );
  expect(stub.requests.length).toBeLessThanOrEqual(10);
});

interface Person {
  readonly accounts: readonly { readonly key: string }[];
  readonly statusSegments: object;
}
