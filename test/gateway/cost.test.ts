import { describe, expect, it } from 'vitest';
import { startDeskgraph } from './deskgraph.ts';

const DAY = '{ from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" }';
const LONG = '{ from: "2026-01-01T00:00:00Z", to: "2026-03-18T00:00:00Z" }';
const REMEMBERING = { DESKGRAPH_FRESH_MS: '15000' };

interface Cost {
  readonly vendor: string;
  readonly calls: number;
  readonly fromMemory: number;
  readonly stale: number;
}

async function asked(url: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as {
    readonly data: unknown;
    readonly extensions?: { readonly upstream?: readonly Cost[] };
  };
}

describe('what an operation costs', () => {
  it('is told to who asks for it, by vendor and route, and to nobody else', async () => {
    await using deskgraph = await startDeskgraph();
    const query = '{ agents(first: 5) { nodes { id } } }';
    expect((await asked(deskgraph.url, query)).extensions).toBeUndefined();
    const { extensions } = await asked(deskgraph.url, query, { 'x-deskgraph-trace': '1' });
    expect(extensions?.upstream).toMatchObject([
      { vendor: 'ROCKET_CHAT', route: 'livechat/users/agent', calls: 1, fromMemory: 0, stale: 0, shared: 0 },
      { vendor: 'KORE_AI', route: 'agentstatusdetails', calls: 1 },
      { vendor: 'LIVECHAT', route: 'configuration/action/list_agents', calls: 1 },
    ]);
  });

  it('is nothing where the same was asked a moment ago', async () => {
    await using deskgraph = await startDeskgraph({ environment: REMEMBERING });
    const query = '{ agents(first: 5) { nodes { id } } }';
    const first = await asked(deskgraph.url, query);
    deskgraph.calls();
    const { data, extensions } = await asked(deskgraph.url, query, { 'x-deskgraph-trace': '1' });
    expect(data).toEqual(first.data);
    expect(deskgraph.calls()).toEqual({});
    expect(extensions?.upstream?.map(({ calls, fromMemory }) => [calls, fromMemory])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it('may not be more calls than DESKGRAPH_MAX_CALLS, and the error says what it needs', async () => {
    await using deskgraph = await startDeskgraph({ environment: { DESKGRAPH_MAX_CALLS: '12' } });
    const { data, errors = [] } = await deskgraph.ask(
      `{ agents(first: 1) { nodes { timeInStatus(range: ${LONG}) { seconds } } } }`,
    );
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(
      /needs \d+ upstream calls or more \(.*available-for-service-history\).* may make 12/,
    );
    expect(deskgraph.sandbox.calls.length).toBeLessThanOrEqual(12);
    const again = await deskgraph.ask(
      `{ agents(first: 1) { nodes { timeInStatus(range: ${DAY}) { seconds } } } }`,
    );
    expect(again.errors).toBeUndefined();
  });

  it('is one call for a hundred viewers at once', async () => {
    await using deskgraph = await startDeskgraph({ environment: REMEMBERING });
    const query = `{ agents(first: 20) { nodes { id accounts { vendor ... on RocketChatAccount {
      availability(range: ${DAY}) { availableSeconds } } } } unavailable { code } } }`;
    const answers = await Promise.all(Array.from({ length: 100 }, () => deskgraph.ask(query)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(deskgraph.calls()).toEqual({
      'ROCKET_CHAT users/agent': 1,
      'ROCKET_CHAT agents/available-for-service-history': 1,
      'KORE_AI :accountId/agentstatusdetails': 1,
      'LIVECHAT action/list_agents': 1,
    });
  });
});
