import { describe, expect, it } from 'vitest';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

const RANGE = '{ from: "2026-03-16T00:00:00Z", to: "2026-03-18T00:00:00Z" }';

const PEOPLE = `{ agents(first: 60) { nodes { id statusSegments(range: ${RANGE}) { nodes { vendor startedAt } } } } }`;

const PAGE = `query ($id: ID!, $after: String) { node(id: $id) { ... on Agent {
  statusSegments(range: ${RANGE}, first: 1, after: $after) {
    nodes { vendor startedAt } pageInfo { hasNextPage endCursor } unavailable { vendor code }
  }
} } }`;

interface Segment {
  readonly vendor: string;
  readonly startedAt: string;
}

/** Somebody of whom both vendors report two segments or more. */
async function someone({ ask }: Deskgraph): Promise<{ id: string; segments: readonly Segment[] }> {
  const { data } = await ask(PEOPLE);
  for (const { id, statusSegments } of data.agents.nodes) {
    const segments: readonly Segment[] = statusSegments.nodes;
    const isOften = (name: string) => segments.filter(({ vendor }) => vendor === name).length > 1;
    if (isOften('ROCKET_CHAT') && isOften('KORE_AI')) return { id, segments };
  }
  return expect.fail('Both vendors report segments of no one.');
}

/** The rest of a walk in pages of one segment. */
async function rest({ ask }: Deskgraph, id: string, after: string | null) {
  const [nodes, unavailable]: [Segment[], unknown[]] = [[], []];
  for (let cursor = after, more = true; more; ) {
    const { data } = await ask(PAGE, { id, after: cursor });
    nodes.push(...data.node.statusSegments.nodes);
    unavailable.push(data.node.statusSegments.unavailable);
    ({ hasNextPage: more, endCursor: cursor } = data.node.statusSegments.pageInfo);
  }
  return { nodes, unavailable };
}

describe.each([
  {
    what: 'Rocket.Chat’s history fails',
    code: 'UPSTREAM_UNAUTHENTICATED',
    fail: ({ sandbox }: Deskgraph) =>
      sandbox.fault('ROCKET_CHAT', 'token-expired', { route: 'available-for-service-history' }),
  },
  {
    what: 'Rocket.Chat refuses every call',
    code: 'UPSTREAM_FORBIDDEN',
    fail: ({ sandbox }: Deskgraph) => sandbox.fail('ROCKET_CHAT', 403),
  },
])('a walk over segments while $what', ({ code, fail }) => {
  it('on its second page has an error there, and goes on with the same cursor', async () => {
    await using deskgraph = await startDeskgraph();
    const { id, segments } = await someone(deskgraph);
    const { data } = await deskgraph.ask(PAGE, { id });
    const { nodes, pageInfo } = data.node.statusSegments;

    fail(deskgraph);
    const second = await deskgraph.ask(PAGE, { id, after: pageInfo.endCursor });
    expect(second.data.node.statusSegments).toBeNull();
    expect(second.errors).toContainEqual({
      message: 'Rocket.Chat failed',
      path: ['node', 'statusSegments'],
      extensions: { code, vendor: 'ROCKET_CHAT', retryAfterSeconds: null },
    });

    deskgraph.sandbox.fault('ROCKET_CHAT', null);
    const others = await rest(deskgraph, id, pageInfo.endCursor);
    expect([...nodes, ...others.nodes]).toEqual(segments);
  });

  it('on its first page leaves Rocket.Chat out to its end, and says so on every page', async () => {
    await using deskgraph = await startDeskgraph();
    const { id, segments } = await someone(deskgraph);
    fail(deskgraph);
    const { data } = await deskgraph.ask(PAGE, { id });
    deskgraph.sandbox.fault('ROCKET_CHAT', null);
    const { nodes, pageInfo, unavailable } = data.node.statusSegments;
    const others = await rest(deskgraph, id, pageInfo.endCursor);
    expect([...nodes, ...others.nodes]).toEqual(segments.filter(({ vendor }) => vendor === 'KORE_AI'));
    for (const each of [unavailable, ...others.unavailable])
      expect(each).toEqual([{ vendor: 'ROCKET_CHAT', code }]);
  });
});

it('refuses two cursors of walks that leave out different vendors', async () => {
  await using deskgraph = await startDeskgraph();
  const { id } = await someone(deskgraph);
  const whole = await deskgraph.ask(PAGE, { id });
  deskgraph.sandbox.fail('ROCKET_CHAT', 403);
  const part = await deskgraph.ask(PAGE, { id });
  deskgraph.sandbox.fail('ROCKET_CHAT', null);
  const [after, before] = [whole, part].map(({ data }) => data.node.statusSegments.pageInfo.endCursor);
  const { errors } = await deskgraph.ask(
    PAGE.replace('after: $after', `after: $after, before: "${before}"`),
    {
      id,
      after,
    },
  );
  expect(errors).toMatchObject([
    { message: expect.stringContaining('one walk'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

it('reads the accounts that a credential with few permissions finds, and names the vendor on every page', async () => {
  await using deskgraph = await startDeskgraph({
    sandboxOptions: { rocketChatPermissions: ['view-livechat-manager'] },
  });
  const { data } = await deskgraph.ask(PEOPLE);
  const { id, statusSegments } = data.agents.nodes.find(
    (node: { statusSegments: { nodes: Segment[] } }) => node.statusSegments.nodes.length > 1,
  );
  const { nodes, unavailable } = await rest(deskgraph, id, null);
  expect(nodes).toEqual(statusSegments.nodes);
  expect(new Set(nodes.map(({ vendor }) => vendor))).toEqual(new Set(['ROCKET_CHAT']));
  for (const each of unavailable)
    expect(each).toEqual([{ vendor: 'ROCKET_CHAT', code: 'UPSTREAM_FORBIDDEN' }]);
});
