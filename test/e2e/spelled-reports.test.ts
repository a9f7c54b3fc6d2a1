import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createGateway } from '../../src/gateway.ts';
import { connectVendors } from '../../src/vendors/connect.ts';
import { SECRETS } from '../unit/graphql/sealer.ts';
import { startStubVendor } from '../unit/vendors/stub-vendor.ts';
import { NOW } from './deskgraph.ts';

const RANGE = 'range: { from: "2026-03-16T00:00:00Z", to: "2026-03-18T00:00:00Z" }';

it('the figures of an agent are found where LiveChat’s reports spell the address in another case', async () => {
  await using stub = await startStubVendor(({ path }) => ({
    body: path.endsWith('list_agents')
      ? [{ id: 'Ana@desk.test', name: 'Ana', login_status: 'accepting chats' }]
      : path.endsWith('list_routing_statuses')
        ? [{ agent_id: 'ANA@desk.test', status: 'not_accepting_chats' }]
        : { summary: {}, records: { 'ana@DESK.test': { total: 7, chats_count: 9, logged_in_time: 60 } } },
  }));
  const config = readConfig({ LIVECHAT_URL: stub.url, LIVECHAT_ACCESS_TOKEN: 'token' });
  const now = () => NOW;
  const server = createServer(
    createGateway({ ...config, secrets: SECRETS, vendors: connectVendors(config, now), now }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const query = `{
      agents(first: 5) { nodes { id presence { status } accounts { key ... on LiveChatAccount {
        performance(${RANGE}) { chats } ranking(${RANGE}) { total } } } } }
      active: agents(filter: { activeDuring: ${RANGE.replace('range: ', '')} }) { nodes { id accounts { key } } }
      chatReport(${RANGE}) {
        ranking { nodes { agent { id accounts { key } } } }
        agentPerformance { nodes { agent { id accounts { key } } } }
      }
    }`;
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const id = expect.any(String);
    const key = 'Ana@desk.test';
    const { data } = (await response.json()) as { data: { agents: { nodes: { id: string }[] } } };
    const agent = { id: data.agents.nodes[0]?.id ?? 'none', accounts: [{ key }] };
    const figures = { performance: { chats: 9 }, ranking: { total: 7 } };
    expect(data).toEqual({
      agents: { nodes: [{ id, presence: [{ status: 'AWAY' }], accounts: [{ key, ...figures }] }] },
      active: { nodes: [agent] },
      chatReport: { ranking: { nodes: [{ agent }] }, agentPerformance: { nodes: [{ agent }] } },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
