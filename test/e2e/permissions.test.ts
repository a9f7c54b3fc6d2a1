import { expect, it } from 'vitest';
import { staffOf } from '../unit/sandbox/staff.ts';
import { startDeskgraph } from './deskgraph.ts';

const WEEK = { from: '2026-03-11T00:00:00Z', to: '2026-03-18T00:00:00Z' };

it.each<readonly [string, boolean]>([
  ['the history', true],
  ['the overview, where the history needs a licence', false],
])(
  'knows people by username from %s where Rocket.Chat does not list agents, and says why',
  async (_, licence) => {
    await using deskgraph = await startDeskgraph({
      sandboxOptions: {
        rocketChatPermissions: ['view-livechat-manager'],
        rocketChatLicence: licence,
      },
    });
    const { data, errors = [] } = await deskgraph.ask(
      `query ($week: TimeRange!) {
      agents(first: 10) {
        nodes { name accounts { vendor key ... on RocketChatAccount { userId overview(range: $week) { conversationsPercent } } } }
        unavailable { vendor code message }
      }
    }`,
      { week: WEEK },
    );
    const usernames = staffOf(deskgraph.sandbox.centre).flatMap(
      ({ rocketChat }) => rocketChat?.username ?? [],
    );
    expect(data.agents.nodes).toHaveLength(10);
    for (const { name, accounts } of data.agents.nodes) {
      expect(name).toBeNull();
      expect(accounts).toMatchObject([{ vendor: 'ROCKET_CHAT', userId: null }]);
      expect(usernames).toContain(accounts[0].key);
    }
    const figures = data.agents.nodes.map(
      (node: { accounts: { overview: { conversationsPercent: number | null } }[] }) =>
        node.accounts[0]?.overview.conversationsPercent,
    );
    expect(figures.some((figure: number | null) => figure !== null)).toBe(true);
    const message = expect.stringContaining('known by username only');
    expect(data.agents.unavailable).toEqual([{ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_FORBIDDEN', message }]);
    const told = await deskgraph.ask('{ vendors { vendor warnings } }');
    expect(told.data.vendors[0]).toEqual({ vendor: 'ROCKET_CHAT', warnings: [message] });
    expect(errors.map(({ extensions }) => [extensions?.vendor, extensions?.code])).toEqual([
      ['ROCKET_CHAT', 'UPSTREAM_FORBIDDEN'],
    ]);
  },
);

it('walks to everybody whom the reports name, and on to the other vendors’ people', async () => {
  await using deskgraph = await startDeskgraph({
    agents: 230,
    sandboxOptions: { rocketChatPermissions: ['view-livechat-manager'] },
  });
  const names: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data } = await deskgraph.ask(
      `query ($after: String) { agents(first: 70, after: $after) {
         nodes { accounts { vendor key } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    for (const { accounts } of data.agents.nodes) names.push(`${accounts[0].vendor} ${accounts[0].key}`);
    ({ hasNextPage: more, endCursor: after } = data.agents.pageInfo);
  }
  const members = staffOf(deskgraph.sandbox.centre);
  expect(new Set(names).size).toBe(names.length);
  const koreAi = members.filter((member) => member.koreAi !== null);
  expect(names.filter((name) => name.startsWith('KORE_AI'))).toHaveLength(koreAi.length);
  expect(names.filter((name) => name.startsWith('ROCKET_CHAT')).length).toBeGreaterThan(100);
});

it.each<readonly [string, string]>([
  ['reports_read', 'LIVECHAT'],
  ['agents--all:ro', 'LIVECHAT'],
])('with the LiveChat scope %s alone gives what it opens, and names what it does not', async (scope) => {
  await using deskgraph = await startDeskgraph({
    sandboxOptions: { liveChatScopes: [scope as 'reports_read'] },
  });
  const { data, errors = [] } = await deskgraph.ask(
    `query ($week: TimeRange!) {
      agents(first: 60) { nodes { accounts { vendor } } unavailable { vendor code } }
      chatReport(range: $week) { totalChats { total } }
    }`,
    { week: WEEK },
  );
  const mayList = scope === 'agents--all:ro';
  const vendors = data.agents.nodes.flatMap(({ accounts }: { accounts: { vendor: string }[] }) =>
    accounts.map(({ vendor }) => vendor),
  );
  expect(vendors.includes('LIVECHAT')).toBe(mayList);
  expect(data.agents.unavailable).toEqual(
    mayList ? [] : [{ vendor: 'LIVECHAT', code: 'UPSTREAM_FORBIDDEN' }],
  );
  expect(data.chatReport.totalChats === null).toBe(mayList);
  expect(errors.map(({ path, extensions }) => [path?.[0], extensions?.code])).toEqual([
    [mayList ? 'chatReport' : 'agents', 'UPSTREAM_FORBIDDEN'],
  ]);
});
