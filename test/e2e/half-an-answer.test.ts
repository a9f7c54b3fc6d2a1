import { describe, expect, it } from 'vitest';
import { toAgentId } from '../../src/graphql/global-id.ts';
import { SEALER } from '../unit/graphql/sealer.ts';
import { staffOf } from '../unit/sandbox/staff.ts';
import { startStubVendor } from '../unit/vendors/stub-vendor.ts';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

const DAY = { from: '2026-03-17T00:00:00Z', to: '2026-03-18T00:00:00Z' };

const QUERY = `query ($day: TimeRange!) {
  agents(first: 50) {
    nodes {
      id name
      statusSegments(range: $day) { nodes { vendor } unavailable { vendor code } }
      accounts {
        vendor
        ... on RocketChatAccount { availability(range: $day) { availableSeconds } }
        ... on LiveChatAccount { performance(range: $day) { chats } }
      }
    }
    unavailable { vendor code message retryAfterSeconds }
  }
  chatReport(range: $day) { totalChats { total } }
}`;

describe.each([
  { vendor: 'ROCKET_CHAT', others: ['KORE_AI', 'LIVECHAT'] },
  { vendor: 'KORE_AI', others: ['ROCKET_CHAT', 'LIVECHAT'] },
  { vendor: 'LIVECHAT', others: ['ROCKET_CHAT', 'KORE_AI'] },
] as const)('while $vendor answers 500', ({ vendor, others }) => {
  it('the rest of the answer is there, and every error names the code and the vendor', async () => {
    await using deskgraph = await startDeskgraph();
    deskgraph.sandbox.fail(vendor, 500);
    const { data, errors = [] } = await deskgraph.ask(QUERY, { day: DAY });

    expect(data.agents.unavailable).toEqual([
      { vendor, code: 'UPSTREAM_UNAVAILABLE', message: expect.any(String), retryAfterSeconds: null },
    ]);
    const vendors = data.agents.nodes.flatMap(({ accounts }: { accounts: { vendor: string }[] }) =>
      accounts.map((account) => account.vendor),
    );
    expect(new Set(vendors)).toEqual(new Set(others));
    expect(data.chatReport.totalChats === null).toBe(vendor === 'LIVECHAT');
    const segments = data.agents.nodes.flatMap(
      ({ statusSegments }: { statusSegments: { nodes: { vendor: string }[] } }) => statusSegments.nodes,
    );
    const recording = ['ROCKET_CHAT', 'KORE_AI'].filter((name) => name !== vendor);
    expect(new Set(segments.map((segment: { vendor: string }) => segment.vendor))).toEqual(
      new Set(recording),
    );

    // The list itself, each person's segments where the vendor records any, and LiveChat's report.
    const paths = errors.map(({ path }) => path?.join('.').replace(/\d+/, 'N'));
    expect([...new Set(paths)].sort()).toEqual(
      vendor === 'LIVECHAT'
        ? ['agents', 'chatReport.totalChats']
        : ['agents', 'agents.nodes.N.statusSegments'],
    );
    for (const { extensions } of errors) {
      expect(extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE', vendor, retryAfterSeconds: null });
    }
  });

  it('people keep their ids', async () => {
    await using deskgraph = await startDeskgraph();
    const ids = async () => {
      const { data } = await deskgraph.ask('{ agents(first: 200) { nodes { id } } }');
      return data.agents.nodes.map(({ id }: { id: string }) => id) as string[];
    };
    const whole = new Set([...(await ids()), ...idsBySecondAddress(deskgraph)]);
    deskgraph.sandbox.fail(vendor, 500);
    const without = await ids();
    expect(without.length).toBeGreaterThan(20);
    expect(without.filter((id) => !whole.has(id))).toEqual([]);
  });

  it('a walk goes on, and is whole again once the vendor is back', async () => {
    await using deskgraph = await startDeskgraph();
    deskgraph.sandbox.fail(vendor, 503);
    const lame = await deskgraph.ask(
      '{ agents(first: 5) { pageInfo { hasNextPage } unavailable { code } } }',
    );
    expect(lame.data.agents).toEqual({
      pageInfo: { hasNextPage: true },
      unavailable: [{ code: 'UPSTREAM_UNAVAILABLE' }],
    });
    deskgraph.sandbox.fail(vendor, null);
    const { data, errors } = await deskgraph.ask(
      '{ agents(first: 200) { nodes { id } unavailable { code } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.agents.unavailable).toEqual([]);
  });
});

describe('while a vendor accepts calls and never answers', () => {
  // These only wait, so they wait together.
  it.concurrent.each([
    { vendor: 'ROCKET_CHAT', variable: 'ROCKETCHAT_URL' },
    { vendor: 'KORE_AI', variable: 'KORE_AI_URL' },
    { vendor: 'LIVECHAT', variable: 'LIVECHAT_URL' },
  ])(
    '$vendor: the others’ people and what is asked of them are there by the deadline',
    async ({ vendor, variable }) => {
      await using silent = await startStubVendor(() => new Promise<never>(() => {}));
      await using deskgraph = await startDeskgraph({
        environment: { [variable]: silent.url, DESKGRAPH_DEADLINE_MS: '6000' },
      });
      const { data, errors = [] } = await deskgraph.ask(QUERY, { day: DAY });
      expect(data.agents.unavailable).toMatchObject([{ vendor, code: 'UPSTREAM_TIMEOUT' }]);
      expect(data.agents.nodes.length).toBeGreaterThan(40);
      expect(new Set(errors.map(({ extensions }) => extensions?.vendor))).toEqual(new Set([vendor]));
      expect(data.chatReport.totalChats === null).toBe(vendor === 'LIVECHAT');
      type Node = { statusSegments: { nodes: { vendor: string }[] }; accounts: Record<string, unknown>[] };
      const nodes: Node[] = data.agents.nodes;
      const recording = new Set(
        nodes.flatMap(({ statusSegments }) => statusSegments.nodes.map((node) => node.vendor)),
      );
      expect(recording).toEqual(new Set(['ROCKET_CHAT', 'KORE_AI'].filter((name) => name !== vendor)));
      const figures = nodes.flatMap(({ accounts }) =>
        accounts.flatMap(({ availability, performance }) => availability ?? performance ?? []),
      );
      expect(figures.length).toBeGreaterThan(20);
    },
  );
});

/**
 * Who has a second address at Rocket.Chat has an id by either: while the vendor is down whose address decides, nobody can
 * tell which of the two it knows. Both ids find the same person.
 */
function idsBySecondAddress({ sandbox }: Deskgraph): string[] {
  return staffOf(sandbox.centre).flatMap(({ rocketChat }) =>
    rocketChat === null || rocketChat.emails.length < 2
      ? []
      : rocketChat.emails.map(({ address }) =>
          toAgentId(SEALER, { kind: 'email', email: address.toLowerCase() }),
        ),
  );
}

describe('a vendor that fails after people were found', () => {
  it('leaves the other vendor’s segments in place and says whose are missing', async () => {
    await using deskgraph = await startDeskgraph();
    const { data: found } = await deskgraph.ask(
      '{ agents(first: 1, filter: { vendors: [KORE_AI] }) { nodes { id } } }',
    );
    const [{ id }] = found.agents.nodes;
    deskgraph.sandbox.fail('ROCKET_CHAT', 401);
    const { data, errors } = await deskgraph.ask(
      `query ($id: ID!, $day: TimeRange!) { agent(by: { id: $id }) {
        statusSegments(range: $day) { nodes { vendor } unavailable { vendor code } } timeInStatus(range: $day) { vendor } } }`,
      { id, day: { from: '2026-03-10T00:00:00Z', to: '2026-03-17T00:00:00Z' } },
    );
    const { nodes, unavailable } = data.agent.statusSegments;
    expect(new Set(nodes.map((node: { vendor: string }) => node.vendor))).toEqual(new Set(['KORE_AI']));
    expect(unavailable).toEqual([{ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_UNAUTHENTICATED' }]);
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
      'agent',
      'agent.statusSegments',
      'agent.timeInStatus',
    ]);
  });

  it('is an error, not null, where it may be the one that knows the person', async () => {
    await using deskgraph = await startDeskgraph();
    deskgraph.sandbox.fail('KORE_AI', 403);
    const { data, errors } = await deskgraph.ask('{ agent(by: { email: "nobody@example.net" }) { id } }');
    expect(data).toEqual({ agent: null });
    expect(errors?.[0]?.extensions).toEqual({
      code: 'UPSTREAM_FORBIDDEN',
      vendor: 'KORE_AI',
      retryAfterSeconds: null,
    });
  });
});

describe('a vendor that is left out of the configuration', () => {
  const WITHOUT_LIVECHAT = { LIVECHAT_URL: undefined, LIVECHAT_ACCESS_TOKEN: undefined };

  it('is not configured, and its fields are empty without error', async () => {
    await using deskgraph = await startDeskgraph({ environment: WITHOUT_LIVECHAT });
    const { data, errors } = await deskgraph.ask(
      QUERY.replace('{\n  agents', '{ vendors { vendor configured }\n agents'),
      {
        day: DAY,
      },
    );
    expect(errors).toBeUndefined();
    expect(data.vendors.map(({ configured }: { configured: boolean }) => configured)).toEqual([
      true,
      true,
      false,
    ]);
    expect(data.agents.unavailable).toEqual([]);
    expect(data.chatReport).toEqual({ totalChats: null });
    expect(deskgraph.sandbox.calls.filter(({ vendor }) => vendor === 'LIVECHAT')).toEqual([]);
  });
});
