import { expect, it } from 'vitest';
import { startDeskgraph } from './deskgraph.ts';

interface Presence {
  readonly vendor: string;
  readonly status: string;
  readonly reportedStatus: string;
}
const PRESENCE =
  '{ agents(first: 60) { nodes { accounts { vendor key } presence { vendor status reportedStatus } } unavailable { vendor } } }';

it('LiveChat says what agents do now, not what their next login begins with', async () => {
  await using deskgraph = await startDeskgraph();
  const { data, errors } = await deskgraph.ask(PRESENCE);
  expect(errors).toBeUndefined();
  const told: Presence[] = data.agents.nodes.flatMap(({ presence }: { presence: Presence[] }) =>
    presence.filter(({ vendor }) => vendor === 'LIVECHAT'),
  );
  const words = told.map(({ status, reportedStatus }) => `${status} ${reportedStatus}`);
  expect(new Set(words)).toEqual(new Set(['AVAILABLE accepting_chats', 'AWAY not_accepting_chats']));
  const listed = data.agents.nodes.filter(({ accounts }: { accounts: Presence[] }) =>
    accounts.some(({ vendor }) => vendor === 'LIVECHAT'),
  );
  // Some are logged off, and nothing is said of them.
  expect(told.length).toBeLessThan(listed.length);
});

it('a failure of LiveChat’s presence costs that vendor’s presence alone, and is told where it is missing', async () => {
  await using deskgraph = await startDeskgraph();
  const whole = await deskgraph.ask(PRESENCE);
  deskgraph.sandbox.fault('LIVECHAT', '500', { route: 'list_routing_statuses' });
  const { data, errors = [] } = await deskgraph.ask(PRESENCE);
  expect(data.agents.unavailable).toEqual([]);
  expect(data.agents.nodes).toEqual(
    whole.data.agents.nodes.map((node: { presence: Presence[] }) => ({
      ...node,
      presence: node.presence.filter(({ vendor }) => vendor !== 'LIVECHAT'),
    })),
  );
  const places = errors.map(({ path, extensions }) => [
    path?.join('.'),
    extensions?.code,
    extensions?.vendor,
  ]);
  expect(places).toEqual(
    data.agents.nodes.flatMap(({ accounts }: { accounts: Presence[] }, index: number) =>
      accounts.some(({ vendor }) => vendor === 'LIVECHAT')
        ? [[`agents.nodes.${index}.presence`, 'UPSTREAM_UNAVAILABLE', 'LIVECHAT']]
        : [],
    ),
  );
});
