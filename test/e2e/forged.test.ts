import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgeriesOf } from '../unit/graphql/forgeries.ts';
import { SEALER } from '../unit/graphql/sealer.ts';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

const RANGE = '{ from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" }';

/** Every place that takes an id or a cursor, as a field that fails alone. `ana` is an id that is right. */
const PLACES = [
  'node(id: $token) { id }',
  'nodes(ids: [$token]) { id }',
  'agent(by: { id: $token }) { id }',
  ...['after', 'before'].flatMap((argument) => [
    `agents(${argument}: $token) { nodes { id } }`,
    `agents(${argument}: $token, filter: { activeDuring: ${RANGE} }) { nodes { id } }`,
    `agentsAvailableForExtension(${argument}: $token) { nodes { id } }`,
    `node(id: $ana) { ... on Agent { statusSegments(range: ${RANGE}, ${argument}: $token) { nodes { vendor } } } }`,
    ...['ranking', 'agentPerformance', 'queuedVisitorsLeft'].map(
      (list) => `chatReport(range: ${RANGE}) { ${list}(${argument}: $token) { pageInfo { endCursor } } }`,
    ),
  ]),
];

/** Sealed as deskgraph does for the list of all people, with what no version of it should have put there. */
const ODD_CURSORS = [
  '["ROCKET_CHAT",1e308,"ana"]',
  '["ROCKET_CHAT",9007199254740991,"ana"]',
  '["ROCKET_CHAT",-1,"ana"]',
  '["ROCKET_CHAT","0","ana"]',
  '["NOBODY",0,"ana"]',
  '["ROCKET_CHAT",0,"ana","KORE_AI"]',
  '["ROCKET_CHAT",0,"ana","ROCKET_CHAT UPSTREAM_TIMEOUT"]',
  '["ROCKET_CHAT",0]',
  '[]',
  'null',
  '{',
].map((text) => SEALER.for('cursor agents [{"vendors":null,"text":null},null]').seal(text));

let deskgraph: Deskgraph;
let ana: string;
let cursor: string;
beforeAll(async () => {
  // What was answered once is answered from memory: a call that is counted is one for the sake of a token.
  deskgraph = await startDeskgraph({ environment: { DESKGRAPH_FRESH_MS: '86400000' } });
  const { data } = await deskgraph.ask('{ agents(first: 1) { nodes { id } pageInfo { endCursor } } }');
  ana = data.agents.nodes[0].id;
  cursor = data.agents.pageInfo.endCursor;
  await deskgraph.ask('query ($ana: ID!) { node(id: $ana) { id } }', { ana });
  deskgraph.calls();
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

async function expectRefused(place: string, token: string): Promise<void> {
  const declared = place.includes('$ana') ? '($token: String!, $ana: ID!)' : '($token: String!)';
  const type =
    /node|agent\(/.test(place) && !place.includes('$ana') ? declared.replace('String', 'ID') : declared;
  const { errors = [] } = await deskgraph.ask(`query ${type} { ${place} }`, { token, ana });
  expect(new Set(errors.map(({ extensions }) => extensions?.code)), place).toEqual(
    new Set(['BAD_USER_INPUT']),
  );
  expect(deskgraph.calls()).toEqual({});
}

describe('an id or cursor that deskgraph did not give out in that place', () => {
  it('is BAD_USER_INPUT in every place that takes one, without an upstream call', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PLACES),
        fc.oneof(forgeriesOf(ana), forgeriesOf(cursor), fc.constantFrom(...ODD_CURSORS)),
        async (place, token) => {
          fc.pre(token !== ana && token !== cursor);
          await expectRefused(place, token);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(ODD_CURSORS)('is a cursor of the very list with odd contents: %#', async (token) => {
    await expectRefused('agents(after: $token) { nodes { id } }', token);
    await expectRefused('agents(before: $token) { nodes { id } }', token);
  });

  it('is an id of a person that was made up with the words of an older version', async () => {
    for (const text of ['email:ceo@evil.example', 'account:LIVECHAT:ceo@evil.example']) {
      await expectRefused('node(id: $token) { id }', Buffer.from(text).toString('base64url'));
    }
  });

  it('is a cursor in place of an id, and an id in place of a cursor', async () => {
    await expectRefused('node(id: $token) { id }', cursor);
    await expectRefused('agents(after: $token) { nodes { id } }', ana);
  });
});
