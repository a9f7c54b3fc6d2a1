import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Deskgraph, startDeskgraph } from './deskgraph.ts';

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph();
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

const LATER = '"2026-03-02T00:00:00Z"';
const EARLIER = '"2026-03-01T00:00:00Z"';
const LONG = 'x'.repeat(300);

describe('a caller’s fault', () => {
  it.each([
    ['{ agents(first: 0) { nodes { id } } }', 'first must be'],
    ['{ agents(first: 201) { nodes { id } } }', 'first must be'],
    ['{ agents(last: -1) { nodes { id } } }', 'last must be'],
    ['{ agents(first: 1, last: 1) { nodes { id } } }', 'first and last'],
    ['{ agents(after: "bm9uc2Vuc2U") { nodes { id } } }', 'after must be a cursor'],
    ['{ agents(before: "") { nodes { id } } }', 'before must be a cursor'],
    ['{ agents(filter: { vendors: [] }) { nodes { id } } }', 'filter.vendors'],
    ['{ agents(filter: { text: " " }) { nodes { id } } }', 'filter.text'],
    [
      '{ chatReport(distribution: YEAR) { availability { totalSeconds } } }',
      'availability is divided by HOUR or DAY only',
    ],
    [
      `{ agents(filter: { activeDuring: { from: ${LATER}, to: ${EARLIER} } }) { nodes { id } } }`,
      'filter.activeDuring.from',
    ],
    ['{ agentsAvailableForExtension(first: 500) { nodes { id } } }', 'first must be'],
    ['{ node(id: "QWdlbnQ6") { id } }', 'id must be'],
    ['{ nodes(ids: ["xyz"]) { id } }', 'ids[0] must be'],
    ['{ agent(by: {}) { id } }', 'AgentBy'],
    ['{ agent(by: { id: "a", email: "b@example.com" }) { id } }', 'AgentBy'],
    ['{ agent(by: { email: "nonsense" }) { id } }', 'by.email'],
    ['{ agent(by: { koreAiUserId: "" }) { id } }', 'by.koreAiUserId'],
    [`{ agent(by: { koreAiUserId: "${LONG}" }) { id } }`, 'by.koreAiUserId must have at most 200 characters'],
    [
      `{ agent(by: { rocketChatUsername: "${LONG}" }) { id } }`,
      'by.rocketChatUsername must have at most 200',
    ],
    [`{ agent(by: { email: "${'@'.repeat(95_000)}" }) { id } }`, 'by.email must be an e-mail address'],
    [`{ agent(by: { email: "${LONG}@example.com" }) { id } }`, 'at most 254 characters'],
    ['{ agent(by: { email: "a b@example.com" }) { id } }', 'by.email must be an e-mail address'],
    ['{ agent(by: { email: "@example.com" }) { id } }', 'by.email must be an e-mail address'],
    ['{ agent(by: { email: "ana@" }) { id } }', 'by.email must be an e-mail address'],
    [
      `{ agents(filter: { text: "${LONG}" }) { nodes { id } } }`,
      'filter.text must have at most 200 characters',
    ],
    [
      `{ agentsAvailableForExtension(text: "${LONG}") { totalCount } }`,
      'text must have at most 200 characters',
    ],
    [
      `{ agentsAvailableForExtension(extension: "${LONG}") { totalCount } }`,
      'extension must have at most 200',
    ],
    [`{ chatReport(range: { from: ${EARLIER} }) { totalChats { total } } }`, 'range needs from and to'],
    [
      `{ chatReport(filter: { greetings: { range: { to: ${LATER} } } }) { totalChats { total } } }`,
      'filter.greetings.range needs from and to',
    ],
    [
      `{ chatReport(filter: { surveys: [{ type: PRE_CHAT, range: {} }] }) { totalChats { total } } }`,
      'filter.surveys[0].range needs from and to',
    ],
    [`{ chatReport(range: { from: ${LATER}, to: ${LATER} }) { totalChats { total } } }`, 'range.from'],
    [
      `{ chatReport(range: { from: "2026-03-01", to: ${LATER} }) { totalChats { total } } }`,
      'DateTime must be',
    ],
    [
      `{ chatReport(range: { from: "2026-03-01T00:00:00", to: ${LATER} }) { totalChats { total } } }`,
      'DateTime must be',
    ],
    ['{ chatReport(timeZone: "+02:00") { totalChats { total } } }', 'TimeZone must be'],
    ['{ chatReport(timeZone: "Mars/Olympus") { totalChats { total } } }', '"Mars/Olympus" is none.'],
    [
      '{ chatReport(timeZone: "Europe/Warsav") { vendor } }',
      '"Europe/Warsav" is none. Did you mean "Europe/Warsaw"?',
    ],
    ['{ chatReport(timeZone: "america/new york") { vendor } }', 'Did you mean "America/New_York"?'],
    [`{ chatReport(timeZone: "${LONG}") { vendor } }`, `"${LONG.slice(0, 40)}…" is none.`],
    ['{ chatReport(timeZone: "A\\u202e\\u0007") { vendor } }', '"A??" is none.'],
    [
      '{ chatReport(filter: { tags: { exists: true, values: ["a"] } }) { totalChats { total } } }',
      'filter.tags',
    ],
    ['{ chatReport(filter: { agents: {} }) { totalChats { total } } }', 'filter.agents'],
    [
      `{ chatReport(filter: { agentResponse: { agents: { values: ["a"] } } }) { totalChats { total } } }`,
      'filter.agentResponse',
    ],
    ['{ chatReport(distribution: WEEK) { totalChats { total } } }', 'WEEK'],
    ['{ nonsense }', 'nonsense'],
    [
      `{ chatReport { ranking { nodes ${'{ agent { accounts { ... on LiveChatAccount { ranking(range: { from: "2026-03-01T00:00:00Z", to: "2026-03-02T00:00:00Z" }) '.repeat(5)} { score } ${'} } } }'.repeat(5)} } } }`,
      '19 levels deep; 15 are allowed',
    ],
    ['{ agents(', 'Syntax Error'],
  ])('is told as BAD_USER_INPUT before any upstream call: %s', async (query, told) => {
    deskgraph.calls();
    const { errors = [] } = await deskgraph.ask(query);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(told);
    expect(deskgraph.calls()).toEqual({});
  });

  it.each([
    [
      'availability takes HOUR and DAY only',
      '{ chatReport(distribution: MONTH) { availability { totalSeconds } } }',
    ],
    [
      'availability takes two filters only',
      '{ chatReport(filter: { tags: { values: ["a"] } }) { availability { totalSeconds } } }',
    ],
    [
      'performance takes two filters only',
      '{ chatReport(filter: { goals: { exists: true } }) { agentPerformance { totalCount } } }',
    ],
  ])('costs only the field that it is in: %s', async (_, query) => {
    const { data, errors = [] } = await deskgraph.ask(
      query.replace('{ chatReport', '{ vendors { vendor } chatReport'),
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(data.vendors).toHaveLength(3);
  });

  it.each(['', ' ', 'undefined', 'null', 'NULL', ' d-1', 'd-1\t'])(
    'is a department %j, and its overview is not asked for',
    async (departmentId) => {
      deskgraph.calls();
      const { data, errors = [] } = await deskgraph.ask(
        `query ($departmentId: ID) { agents(first: 1, filter: { vendors: [ROCKET_CHAT] }) { nodes { accounts {
           ... on RocketChatAccount { username overview(range: { from: ${EARLIER}, to: ${LATER} },
             departmentId: $departmentId) { messages } } } } } }`,
        { departmentId },
      );
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
      expect(errors[0]?.message).toMatch(/^departmentId must be the id of a department/);
      expect(data.agents.nodes[0].accounts[0]).toMatchObject({ overview: null });
      expect(Object.keys(deskgraph.calls()).join()).not.toContain('agent-overview');
    },
  );

  it('is a cursor of another list: other arguments, or another person', async () => {
    const { data } = await deskgraph.ask('{ agents(first: 2) { nodes { id } pageInfo { endCursor } } }');
    const { endCursor } = data.agents.pageInfo;
    const filtered = await deskgraph.ask(
      'query ($after: String) { agents(after: $after, filter: { text: "a" }) { nodes { id } } }',
      { after: endCursor },
    );
    expect(filtered.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    const damaged = `${endCursor.slice(0, -3)}${endCursor.at(-3) === 'A' ? 'B' : 'A'}${endCursor.slice(-2)}`;
    const mistyped = await deskgraph.ask(
      'query ($after: String) { agents(after: $after) { nodes { id } } }',
      {
        after: damaged,
      },
    );
    expect(mistyped.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('is not repeated where it is long', async () => {
    const text = await (
      await fetch(`${deskgraph.url}?query={agents(first:"${'x'.repeat(8000)}"){totalCount}}`)
    ).text();
    expect(text).toContain('BAD_USER_INPUT');
    expect(text.length).toBeLessThan(1000);
  });

  it.each([
    [99, undefined],
    [100, undefined],
    [101, 'The document has further errors: only its first 100 are shown.'],
    [300, 'The document has further errors: only its first 100 are shown.'],
  ])(
    'that a document has %i times is told 100 times at most, and whether there are more',
    async (count, more) => {
      const fields = Array.from({ length: count }, (_, index) => `nonsense${index}`);
      // The second answer comes from what the gateway keeps of documents.
      for (let asked = 0; asked < 2; asked += 1) {
        const { errors = [] } = await deskgraph.ask(`{ ${fields.join(' ')} }`);
        expect(errors.slice(0, 100).every(({ message }) => message.includes('nonsense'))).toBe(true);
        expect(errors.map(({ message }) => message)[100]).toBe(more);
        expect(errors.length).toBe(Math.min(count, 101));
        expect(errors.at(-1)?.extensions?.code).toBe('BAD_USER_INPUT');
      }
    },
  );

  it('is a body of more than 100 kB', async () => {
    const response = await fetch(deskgraph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ vendors { vendor } } ${'#'.repeat(100_000)}` }),
    });
    expect(response.status).toBe(413);
    expect(((await response.json()) as Answer).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('in the HTTP body is not repeated in the answer', async () => {
    const response = await fetch(deskgraph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query": secret-token',
    });
    const text = await response.text();
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toContain('secret-token');
  });
});
