import { describe, expect, it } from 'vitest';
import { type Answer, startDeskgraph } from './deskgraph.ts';

const DAY = { from: '2026-03-17T00:00:00Z', to: '2026-03-18T00:00:00Z' };

const EVERYTHING = `query ($day: TimeRange!) {
  agents(first: 50) {
    nodes {
      statusSegments(range: $day) { nodes { vendor } unavailable { vendor message } }
      accounts {
        ... on RocketChatAccount { availability(range: $day) { availableSeconds } overview(range: $day) { messages } }
        ... on LiveChatAccount { performance(range: $day) { chats } }
      }
    }
    unavailable { vendor message }
  }
  chatReport(range: $day) { totalChats { total } }
}`;

const sizeOf = (error: unknown) => Buffer.byteLength(JSON.stringify(error));

/** Two faults, on routes by which no people are found. */
async function askWithTwoFaults(headers: Record<string, string> = {}): Promise<Answer> {
  await using deskgraph = await startDeskgraph();
  deskgraph.sandbox.fault('ROCKET_CHAT', 'wrong-content-type', { route: 'agent-overview' });
  deskgraph.sandbox.fault('LIVECHAT', '503-retry-after', { route: 'agents/performance' });
  return await deskgraph.ask(EVERYTHING, { day: DAY }, { headers });
}

/** Where the answer has null for a figure that a fault has cost. */
function gapsIn({ data }: Answer): string[] {
  return data.agents.nodes.flatMap(({ accounts }: { accounts: Record<string, unknown>[] }, node: number) =>
    accounts.flatMap(({ overview, performance }, account) => {
      const place = `agents.nodes.${node}.accounts.${account}`;
      if (overview !== undefined) return `${place}.overview.messages`;
      return performance === null ? `${place}.performance` : [];
    }),
  );
}

describe('two faults of vendors over a page of people', () => {
  it('cost an error at each gap and nowhere else, without locations and under 200 bytes', async () => {
    const answer = await askWithTwoFaults();
    const { errors = [] } = answer;
    const gaps = gapsIn(answer);
    expect(gaps.length).toBeGreaterThan(40);
    expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual(gaps.sort());
    expect(errors.filter((error) => 'locations' in error)).toEqual([]);
    expect(errors.map(sizeOf).filter((bytes) => bytes >= 200)).toEqual([]);
    expect(errors.find(({ path }) => path?.at(-1) === 'performance')).toMatchObject({
      message: 'LiveChat failed',
      extensions: { code: 'UPSTREAM_UNAVAILABLE', vendor: 'LIVECHAT', retryAfterSeconds: 30 },
    });
  });

  it('are told once each, in full', async () => {
    const { extensions } = await askWithTwoFaults();
    expect(extensions?.problems).toHaveLength(2);
    expect(extensions?.problems).toEqual(
      expect.arrayContaining([
        {
          code: 'UPSTREAM_INVALID_RESPONSE',
          vendor: 'ROCKET_CHAT',
          retryAfterSeconds: null,
          message: expect.stringMatching(/^Rocket\.Chat: .{20,}/),
        },
        {
          code: 'UPSTREAM_UNAVAILABLE',
          vendor: 'LIVECHAT',
          retryAfterSeconds: 30,
          message: expect.stringMatching(/^LiveChat: .{20,}/),
        },
      ]),
    );
  });

  it('are told beside what the operation has cost', async () => {
    const { extensions } = await askWithTwoFaults({ 'x-deskgraph-trace': '1' });
    expect(extensions?.problems).toHaveLength(2);
    expect(extensions?.upstream?.length).toBeGreaterThan(4);
  });
});

it('a list that lacks a vendor says why in full, and its error is short', async () => {
  await using deskgraph = await startDeskgraph();
  deskgraph.sandbox.fail('KORE_AI', 500);
  const { data, errors, extensions } = await deskgraph.ask('{ agents { unavailable { message } } }');
  expect(errors?.map(({ message }) => message)).toEqual(['Kore.ai failed']);
  expect(extensions?.problems?.map(({ message }) => ({ message }))).toEqual(data.agents.unavailable);
  expect(data.agents.unavailable[0].message.length).toBeGreaterThan(30);
});

it('a caller’s fault is no problem of a vendor, and stays worded in full', async () => {
  await using deskgraph = await startDeskgraph({ agents: 5 });
  const { errors, extensions } = await deskgraph.ask('{ agents(first: 0) { totalCount } }');
  expect(errors?.[0]?.message).toBe('first must be a whole number from 1 to 200.');
  expect(extensions?.problems).toBeUndefined();
});

it('a caller’s fault at each of a page’s people is there without locations; one in the document has them', async () => {
  await using deskgraph = await startDeskgraph({ agents: 5 });
  const slip = await deskgraph.ask(
    'query ($day: TimeRange!) { agents { nodes { statusSegments(range: $day, first: 500) { nodes { vendor } } } } }',
    { day: DAY },
  );
  expect(slip.errors?.length).toBe(slip.data.agents.nodes.length);
  expect(slip.errors?.filter((error) => 'locations' in error)).toEqual([]);
  const { errors } = await deskgraph.ask('{ agents }');
  expect(errors).toEqual([expect.objectContaining({ locations: [{ line: 1, column: 3 }] })]);
});
