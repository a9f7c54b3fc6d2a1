import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph({ agents: 20 });
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

const RANGE = '{ from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" }';

describe('a caller’s slip costs its own field', () => {
  it.each([
    ['agents', 'agents(first: 0) { totalCount }'],
    ['agents', `agents(filter: { activeDuring: { from: "2026-03-17T00:00:00Z" } }) { totalCount }`],
    ['agentsAvailableForExtension', 'agentsAvailableForExtension(last: 500) { totalCount }'],
    ['chatReport', 'chatReport(range: {}) { totalChats { total } }'],
    ['chatReport', 'chatReport(filter: { tags: {} }) { totalChats { total } }'],
    ['nodes', `nodes(ids: [${'"x", '.repeat(201)}]) { id }`],
    ['agent', 'agent(by: { email: "nonsense" }) { id }'],
    ['node', 'node(id: "nonsense") { id }'],
  ])('at the root, without a call: %s, %s', async (field, query) => {
    deskgraph.calls();
    const { data, errors = [] } = await deskgraph.ask(`{ vendors { vendor } ${query} }`);
    expect(data).toEqual({ vendors: expect.any(Array), [field]: null });
    expect(data.vendors).toHaveLength(3);
    expect(errors).toMatchObject([{ path: [field], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(deskgraph.calls()).toEqual({});
  });

  it('below people, without a call beyond theirs', async () => {
    await deskgraph.ask('{ agents(first: 3) { nodes { name } } }');
    const calls = deskgraph.calls();
    const { data, errors = [] } = await deskgraph.ask(
      `{ agents(first: 3) { nodes { id statusSegments(range: ${RANGE}, first: 500) { nodes { vendor } } } } }`,
    );
    expect(data.agents.nodes).toEqual(
      Array.from({ length: 3 }, () => ({ id: expect.any(String), statusSegments: null })),
    );
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(
      [0, 1, 2].map((index) => `agents.nodes.${index}.statusSegments`),
    );
    expect(deskgraph.calls()).toEqual(calls);
  });

  it('in a list of ids, where its error names the id', async () => {
    const { data: found } = await deskgraph.ask('{ agents(first: 2) { nodes { id } } }');
    const [first, second] = found.agents.nodes;
    const { data, errors } = await deskgraph.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [first.id, 'nonsense', second.id],
    });
    expect(data.nodes).toEqual([first, null, second]);
    expect(errors).toMatchObject([
      {
        path: ['nodes', 1],
        message: expect.stringContaining('ids[1]'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});

describe('a variable that is null where a value is needed', () => {
  it.each([
    ['query ($v: Distribution = DAY) { chatReport(distribution: $v) { vendor } }', '"distribution"'],
    ['query ($v: AgentBy = { email: "a@example.com" }) { agent(by: $v) { id } }', '"by"'],
    ['query ($v: String = "a@example.com") { agent(by: { email: $v }) { id } }', '"by"'],
    ['query ($v: String) { agent(by: { email: $v }) { id } }', '"by"'],
    ['query ($v: [ID!] = []) { nodes(ids: $v) { id } }', '"ids"'],
    ['query ($v: Vendor = LIVECHAT) { agents(filter: { vendors: [$v] }) { totalCount } }', '"filter"'],
    ['query ($v: DateTime) { chatReport(range: { from: $v, to: $v }) { vendor } }', 'range needs'],
    ['query ($v: TimeRange!) { chatReport(range: $v) { vendor } }', '"$v"'],
  ])('is the caller’s fault, and the argument or the variable is named: %s', async (query, named) => {
    const { errors = [] } = await deskgraph.ask(query, { v: null });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(named);
  });

  it('may be left out where it has a default, or nothing is needed', async () => {
    const { data, errors } = await deskgraph.ask(
      'query ($d: Distribution = DAY, $z: TimeZone) { chatReport(distribution: $d, timeZone: $z) { distribution } }',
    );
    expect(errors).toBeUndefined();
    expect(data.chatReport).toEqual({ distribution: 'DAY' });
  });

  it('that is left out of the one way in which a person is named is the caller’s fault', async () => {
    const { errors } = await deskgraph.ask('query ($v: String) { agent(by: { email: $v }) { id } }');
    expect(errors).toMatchObject([{ path: ['agent'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('"by"');
  });
});

it('both vendors’ userId can be selected in one selection', async () => {
  const { data, errors } = await deskgraph.ask(
    '{ agents { nodes { accounts { ... on RocketChatAccount { userId } ... on KoreAiAccount { userId } } } } }',
  );
  expect(errors).toBeUndefined();
  const ids = data.agents.nodes.flatMap(({ accounts }: { accounts: { userId?: string }[] }) =>
    accounts.flatMap(({ userId }) => userId ?? []),
  );
  expect(ids.some((id: string) => id.startsWith('u-'))).toBe(true);
  expect(ids.some((id: string) => !id.startsWith('u-'))).toBe(true);
});
