import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { staffOf } from '../unit/sandbox/staff.ts';
import { type Deskgraph, startDeskgraph } from './deskgraph.ts';

interface Named {
  readonly id: string;
  readonly name: string | null;
  readonly accounts: readonly { readonly vendor: string; readonly key: string }[];
}

const PERSON = '{ id name accounts { vendor key } }';

/** The sandbox is the same at every start, so its members can be told before the gateway runs. */
async function staff() {
  const sandbox = await startSandbox();
  await sandbox.close();
  return staffOf(sandbox.centre);
}

let folder: string;
let deskgraph: Deskgraph;
let usernames: readonly string[];
let userId: string;
beforeAll(async () => {
  const members = await staff();
  usernames = members.flatMap(({ rocketChat }) => rocketChat?.username ?? []).slice(0, 2);
  const elsewhere = members.filter(({ rocketChat }) => rocketChat === null);
  userId = elsewhere.find(({ koreAi }) => koreAi !== null)?.koreAi?.userId ?? '';
  const shouted = elsewhere.find(({ liveChat }) => liveChat !== null)?.liveChat?.email.toUpperCase();
  const entries = [
    { key: 'two-accounts', name: 'Two Accounts', rocketChat: usernames, koreAi: userId },
    { key: 'shouted', liveChat: shouted },
  ];
  folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
  // JSON is YAML.
  writeFileSync(join(folder, 'people.yaml'), JSON.stringify(entries));
  deskgraph = await startDeskgraph({ environment: { DESKGRAPH_IDENTITIES: join(folder, 'people.yaml') } });
});
afterAll(async () => {
  await deskgraph[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

async function walked(first: number): Promise<Named[]> {
  const found: Named[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data } = await deskgraph.ask(
      `query ($first: Int, $after: String) { agents(first: $first, after: $after) {
         nodes ${PERSON} pageInfo { hasNextPage endCursor } } }`,
      { first, after },
    );
    found.push(...data.agents.nodes);
    ({ hasNextPage: more, endCursor: after } = data.agents.pageInfo);
  }
  return found;
}

describe('somebody of whom the operator’s file says that two accounts are theirs', () => {
  it('is listed once, with both and with everything that shares an address with them', async () => {
    const people = await walked(7);
    const having = people.filter(({ accounts }) => accounts.some(({ key }) => usernames.includes(key)));
    expect(having).toHaveLength(1);
    expect(having[0]?.name).toBe('Two Accounts');
    const keys = having[0]?.accounts.map(({ key }) => key) ?? [];
    expect(keys).toEqual(expect.arrayContaining([...usernames, userId]));
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  });

  it('has one id on every way, also while a vendor is down', async () => {
    const ways = `{
      one: agent(by: { rocketChatUsername: "${usernames[0]}" }) ${PERSON}
      other: agent(by: { rocketChatUsername: "${usernames[1]}" }) ${PERSON}
    }`;
    const { data } = await deskgraph.ask(ways);
    expect(data.other).toEqual(data.one);
    deskgraph.sandbox.fail('LIVECHAT', 503);
    deskgraph.sandbox.fail('KORE_AI', 503);
    const down = await deskgraph.ask(ways);
    deskgraph.sandbox.fail('LIVECHAT', null);
    deskgraph.sandbox.fail('KORE_AI', null);
    expect(down.data.one.id).toBe(data.one.id);
    const found = await deskgraph.ask(`query ($id: ID!) { node(id: $id) { ... on Agent ${PERSON} } }`, {
      id: data.one.id,
    });
    expect(found.data.node).toEqual(data.one);
  });

  it('bears in a report the id that they have in the list', async () => {
    const ids = (await walked(200)).map(({ id }) => id);
    const { data, errors } = await deskgraph.ask(
      `{ chatReport(range: { from: "2026-03-11T00:00:00Z", to: "2026-03-18T00:00:00Z" }) {
           ranking(first: 200) { nodes { agent { id } } } } }`,
    );
    expect(errors).toBeUndefined();
    const ranked = data.chatReport.ranking.nodes.map(({ agent }: { agent: Named }) => agent.id);
    expect(ranked.length).toBeGreaterThan(5);
    expect(ids).toEqual(expect.arrayContaining(ranked));
  });
});
