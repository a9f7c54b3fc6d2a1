import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareText } from '../../src/domain/text.ts';
import { type Deskgraph, startDeskgraph } from '../e2e/deskgraph.ts';
import { WITH_PARLEY } from './index.ts';

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph({ vendors: WITH_PARLEY });
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

interface Account {
  readonly __typename: string;
  readonly vendor: string;
  readonly key: string;
  readonly email: string | null;
}
interface Person {
  readonly id: string;
  readonly accounts: readonly Account[];
}
interface Segment {
  readonly vendor: string;
  readonly status: string;
  readonly startedAt: string;
  readonly durationSeconds: number;
}

const range = { from: '2026-03-16T00:00:00Z', to: '2026-03-18T00:00:00Z' };
const PERSON = '{ id accounts { __typename vendor key email } }';
const PEOPLE = `{ agents(first: 200) { nodes ${PERSON} unavailable { vendor code } } }`;

const isParley = ({ vendor }: { readonly vendor: string }) => vendor === 'PARLEY';
const isParleyOnly = ({ accounts }: Person) => accounts.every(isParley);

async function everybody(): Promise<Person[]> {
  const { data, errors } = await deskgraph.ask(PEOPLE);
  expect(errors).toBeUndefined();
  expect(data.agents.unavailable).toEqual([]);
  return data.agents.nodes;
}

describe('a person of a further vendor', () => {
  it('is listed with an account of its type, joined to other accounts by address, case aside', async () => {
    const people = await everybody();
    const accounts = people.flatMap((person) => person.accounts).filter(isParley);
    expect(accounts).toHaveLength(33);
    for (const { __typename } of accounts) expect(__typename).toBe('ParleyAccount');
    const shared = people.filter((person) => person.accounts.some(isParley) && !isParleyOnly(person));
    expect(shared).toHaveLength(30);
    for (const { accounts } of shared)
      expect(new Set(accounts.map(({ email }) => email?.toLowerCase())).size).toBeLessThanOrEqual(2);
    expect(accounts.filter(({ email }) => email !== email?.toLowerCase())).toHaveLength(5);
    expect(people.filter(isParleyOnly)).toHaveLength(3);
  });

  it('costs one call more on the first page', async () => {
    deskgraph.calls();
    await deskgraph.ask(`{ agents(first: 20) { nodes ${PERSON} } }`);
    expect(deskgraph.calls()).toEqual({
      'ROCKET_CHAT users/agent': 1,
      'KORE_AI :accountId/agentstatusdetails': 1,
      'LIVECHAT action/list_agents': 1,
      'PARLEY v2/crew': 1,
    });
  });

  it('is met once in a walk', async () => {
    const found: Person[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await deskgraph.ask(
        `query ($after: String) { agents(first: 7, after: $after) { nodes ${PERSON} pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      found.push(...data.agents.nodes);
      ({ hasNextPage: more, endCursor: after } = data.agents.pageInfo);
    }
    expect(found).toEqual(await everybody());
  });

  it('is found by badge, by address and by id', async () => {
    const people = await everybody();
    for (const person of [people.find(isParleyOnly), people.find(({ accounts }) => accounts.length === 4)]) {
      const { key, email } = person?.accounts.find(isParley) ?? expect.fail();
      const { data } = await deskgraph.ask(
        `query ($id: ID!, $badge: String!, $email: String!) {
          byBadge: agent(by: { parleyBadge: $badge }) ${PERSON}
          byAddress: agent(by: { email: $email }) ${PERSON}
          node(id: $id) { ... on Agent ${PERSON} }
        }`,
        { id: person?.id, badge: key, email },
      );
      expect(data).toEqual({ byBadge: person, byAddress: person, node: person });
    }
  });

  it('is found by vendor, by text and by activity', async () => {
    const people = await everybody();
    const ofVendor = '(first: 200, filter: { vendors: [PARLEY] })';
    const lately = '(first: 200, filter: { vendors: [PARLEY], activeDuring: $range })';
    const { data } = await deskgraph.ask(
      `query ($range: TimeRange!) {
        ofVendor: agents${ofVendor} { nodes { id } }
        byText: agents(first: 200, filter: { text: "parley.example" }) { nodes { id } }
        lately: agents${lately} { nodes { id statusSegments(range: $range, vendors: [PARLEY]) { nodes { status } } } }
      }`,
      { range },
    );
    const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).sort();
    expect(ids(data.ofVendor.nodes)).toEqual(ids(people.filter((person) => person.accounts.some(isParley))));
    expect(ids(data.byText.nodes)).toEqual(ids(people.filter(isParleyOnly)));
    expect(data.lately.nodes.length).toBeGreaterThan(10);
    for (const { statusSegments } of data.lately.nodes) expect(statusSegments.nodes).not.toEqual([]);
  });
});

describe('what a further vendor tells', () => {
  it('is presence, without a call', async () => {
    deskgraph.calls();
    const { data } = await deskgraph.ask(
      '{ agents(first: 200, filter: { vendors: [PARLEY] }) { nodes { presence { vendor status reportedStatus since } } } }',
    );
    const presences: { vendor: string; reportedStatus: string; status: string }[] = data.agents.nodes
      .flatMap(({ presence }: { presence: object[] }) => presence)
      .filter(isParley);
    expect(presences).toHaveLength(33);
    expect(new Set(presences.map(({ reportedStatus, status }) => `${reportedStatus} ${status}`))).toEqual(
      new Set(['ready AVAILABLE', 'talking BUSY', 'pausing AWAY', 'gone OFFLINE']),
    );
    expect(deskgraph.calls()['PARLEY v2/log']).toBeUndefined();
  });

  it('is segments, in one timeline with those of other vendors, and the time in each status', async () => {
    const { data, errors } = await deskgraph.ask(
      `query ($range: TimeRange!) { agents(first: 50, filter: { vendors: [PARLEY] }) { nodes {
        statusSegments(range: $range, first: 200) { nodes { vendor status startedAt durationSeconds } }
        timeInStatus(range: $range, vendors: [PARLEY]) { vendor seconds } } } }`,
      { range },
    );
    expect(errors).toBeUndefined();
    expect(deskgraph.calls()['PARLEY v2/log']).toBe(1);
    const timelines: Segment[][] = data.agents.nodes.map(
      ({ statusSegments }: { statusSegments: { nodes: Segment[] } }) => statusSegments.nodes,
    );
    const merged = timelines.filter((segments) => new Set(segments.map(({ vendor }) => vendor)).size === 3);
    expect(merged.length).toBeGreaterThan(5);
    for (const segments of timelines)
      expect(segments).toEqual(segments.toSorted((a, b) => compareText(instant(a), instant(b))));
    const times = data.agents.nodes.flatMap(({ timeInStatus }: { timeInStatus: object[] }) => timeInStatus);
    expect(times.length).toBeGreaterThan(20);
    for (const row of times) expect(row).toEqual({ vendor: 'PARLEY', seconds: expect.any(Number) });
  });

  it('is its report, by one call for all accounts', async () => {
    const { data, errors } = await deskgraph.ask(
      `query ($range: TimeRange!) { agents(first: 50, filter: { vendors: [PARLEY] }) { nodes {
        accounts { ... on ParleyAccount { calls(range: $range) { count talkSeconds } } }
        statusSegments(range: $range, vendors: [PARLEY], first: 200) { nodes { status startedAt durationSeconds } } } } }`,
      { range },
    );
    expect(errors).toBeUndefined();
    expect(deskgraph.calls()['PARLEY v2/calls']).toBe(1);
    let people = 0;
    for (const { accounts, statusSegments } of data.agents.nodes) {
      const { calls } = accounts.find((account: object) => 'calls' in account);
      // In its imitation a call is a segment in which the member is busy.
      const busy = statusSegments.nodes.filter(
        ({ status, startedAt }: Segment) => status === 'BUSY' && startedAt >= range.from,
      );
      const talkSeconds = busy.reduce((sum: number, segment: Segment) => sum + segment.durationSeconds, 0);
      expect(calls).toEqual(busy.length === 0 ? null : { count: busy.length, talkSeconds });
      if (calls !== null) people += 1;
    }
    expect(people).toBeGreaterThan(10);
  });

  it('is refused where the caller is wrong, without a call', async () => {
    const wrong = { from: range.to, to: range.from };
    const { errors = [] } = await deskgraph.ask(
      `query ($wrong: TimeRange!) { agent(by: { parleyBadge: "p-100011" }) {
        accounts { ... on ParleyAccount { calls(range: $wrong) { count } } } } }`,
      { wrong },
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(deskgraph.calls()['PARLEY v2/calls']).toBeUndefined();
    const blank = await deskgraph.ask('{ agent(by: { parleyBadge: " " }) { id } }');
    expect(blank.errors?.map(({ message }) => message)).toEqual(['by.parleyBadge must not be blank.']);
  });
});

/** Instants as texts of one length, which are then in the order of time. */
function instant({ startedAt }: Segment): string {
  return new Date(startedAt).toISOString();
}
