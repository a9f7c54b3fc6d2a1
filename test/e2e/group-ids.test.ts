import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

const WEEK = { from: '2026-03-11T00:00:00Z', to: '2026-03-18T00:00:00Z' };

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph();
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

/** Where an argument takes ids of groups or greetings, with the path by which a message names the second of them. */
const PLACES: readonly (readonly [path: string, filter: string])[] = [
  ['filter.groups.values[1]', 'groups: { values: $ids }'],
  ['filter.groups.excludeValues[1]', 'groups: { excludeValues: $ids }'],
  ['filter.greetings.values[1]', 'greetings: { values: $ids }'],
  ['filter.greetings.excludeValues[1]', 'greetings: { excludeValues: $ids }'],
  ['filter.greetings.groups.values[1]', 'greetings: { exists: true, groups: { values: $ids } }'],
  [
    'filter.surveys[0].groups.values[1]',
    'surveys: [{ type: PRE_CHAT, exists: true, groups: { values: $ids } }]',
  ],
  [
    'filter.agentResponse.groups.excludeValues[1]',
    'agentResponse: { first: true, groups: { excludeValues: $ids } }',
  ],
];

it.each(PLACES)('an id that is no whole number is refused before any call, as %s', async (path, filter) => {
  deskgraph.calls();
  const query = `query ($ids: [ID!]) { chatReport(filter: { ${filter} }) { totalChats { total } } }`;
  for (const id of ['x', '', ' 7', '007', '-0', '1.5', '1e3', '0x7', '9007199254740992', 'Infinity']) {
    const { errors = [] } = await deskgraph.ask(query, { ids: ['7', id] });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(`${path} must be`);
  }
  expect(deskgraph.calls()).toEqual({});
});

it.each(['performance', 'ranking'])('so is one in the groups of %s', async (field) => {
  deskgraph.calls();
  const { errors = [] } = await deskgraph.ask(
    `query ($week: TimeRange!) { agents(first: 1, filter: { vendors: [LIVECHAT] }) { nodes { accounts {
       ... on LiveChatAccount { ${field}(range: $week, groups: [1, "one"]) { agent { id } } } } } } }`,
    { week: WEEK },
  );
  expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('groups[1] must be')]);
  expect(Object.keys(deskgraph.calls()).filter((name) => /ranking|performance/.test(name))).toEqual([]);
});

it('a whole number is taken as a string, as an integer literal and as a variable, and asks once', async () => {
  deskgraph.calls();
  const { data, errors } = await deskgraph.ask(
    `query ($week: TimeRange!, $id: ID!) {
      text: chatReport(range: $week, filter: { groups: { values: ["1"] } }) { totalChats { total } }
      literal: chatReport(range: $week, filter: { groups: { values: [1] } }) { totalChats { total } }
      variable: chatReport(range: $week, filter: { groups: { values: [$id] } }) { totalChats { total } }
    }`,
    { week: WEEK, id: 1 },
  );
  expect(errors).toBeUndefined();
  expect(data.text.totalChats.total).toBeGreaterThan(0);
  expect(data.literal).toEqual(data.text);
  expect(data.variable).toEqual(data.text);
  expect(deskgraph.calls()).toEqual({ 'LIVECHAT chats/total_chats': 1 });
});

it('the groups that a report names are ids by which it can be filtered', async () => {
  const groups = 'groups { points { groups { groupId chats } } }';
  const { data } = await deskgraph.ask(
    `query ($week: TimeRange!) { chatReport(range: $week, distribution: YEAR) { ${groups} } }`,
    { week: WEEK },
  );
  const [first] = data.chatReport.groups.points[0].groups;
  const { data: filtered } = await deskgraph.ask(
    `query ($week: TimeRange!, $id: ID!) {
       chatReport(range: $week, distribution: YEAR, filter: { groups: { values: [$id] } }) { ${groups} } }`,
    { week: WEEK, id: first.groupId },
  );
  expect(filtered.chatReport.groups.points[0].groups).toEqual([first]);
});
