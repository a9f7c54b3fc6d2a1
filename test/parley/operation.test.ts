import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigurationError, readConfig } from '../../src/config.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { compareText } from '../../src/domain/text.ts';
import { type DeskgraphOptions, startDeskgraph } from '../e2e/deskgraph.ts';
import { FakeClock } from '../unit/upstream/fake-clock.ts';
import { WITH_PARLEY } from './index.ts';

const start = (options: DeskgraphOptions = {}) => startDeskgraph({ ...options, vendors: WITH_PARLEY });

const PEOPLE =
  '{ agents(first: 200) { nodes { id accounts { vendor key email } } unavailable { vendor code } } }';
/** A page that costs each vendor one call, and the report one more. */
const CALLS = `{ agents(first: 20) { unavailable { vendor code } nodes { accounts { vendor
  ... on ParleyAccount { calls(range: { from: "2026-03-16T00:00:00Z", to: "2026-03-18T00:00:00Z" }) { count } } } } } }`;
const PAGE = '{ agents(first: 20) { unavailable { vendor code } } }';
const STATUS = `{ vendors { vendor configured apiVersion capabilities warnings breaker
  quota { route limit remaining } brokenRoutes { route breaker } lastFailure { code } } }`;

/** In milliseconds, before the first retry. A clock that stands still must not hold it back. */
const LONGEST_BACKOFF = 200;

interface Person {
  readonly id: string;
  readonly accounts: readonly {
    readonly vendor: string;
    readonly key: string;
    readonly email: string | null;
  }[];
}
const byId = (one: Person, other: Person) => compareText(one.id, other.id);
const isParley = ({ vendor }: { readonly vendor: string }) => vendor === 'PARLEY';

const folder = mkdtempSync(join(tmpdir(), 'deskgraph-parley-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The name of a file that says this of people. JSON is YAML. */
function identityFile(people: readonly object[]): string {
  const file = join(folder, 'people.yaml');
  writeFileSync(file, JSON.stringify(people));
  return file;
}

function faultsOf(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment, WITH_PARLEY.modules);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return '';
}

describe('a further vendor that fails', () => {
  it('costs its own people and figures only, and no id', async () => {
    await using deskgraph = await start();
    const before = (await deskgraph.ask(PEOPLE)).data.agents.nodes;
    deskgraph.sandbox.fail('PARLEY', 503);
    const { data, errors = [], extensions } = await deskgraph.ask(PEOPLE);
    const problem = { vendor: 'PARLEY', code: 'UPSTREAM_UNAVAILABLE' };
    expect(data.agents.unavailable).toEqual([problem]);
    expect(errors.map((error) => error.extensions)).toMatchObject([problem]);
    expect(extensions?.problems).toMatchObject([{ ...problem, message: expect.stringMatching(/^Parley: /) }]);
    const withoutParley = before
      .map(({ id, accounts }: Person) => ({ id, accounts: accounts.filter((one) => !isParley(one)) }))
      .filter(({ accounts }: Person) => accounts.length > 0);
    expect(data.agents.nodes.toSorted(byId)).toEqual(withoutParley.toSorted(byId));
  });

  it('has null and an error of its own in each place of a figure', async () => {
    await using deskgraph = await start();
    deskgraph.sandbox.fault('PARLEY', '500', { route: 'calls' });
    const { data, errors = [] } = await deskgraph.ask(CALLS);
    const accounts = data.agents.nodes.flatMap((person: Person) => person.accounts).filter(isParley);
    expect(accounts.length).toBeGreaterThan(5);
    expect(errors).toHaveLength(accounts.length);
    for (const { extensions } of errors)
      expect(extensions).toMatchObject({ vendor: 'PARLEY', code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('is left alone by its breaker, and tried again later', async () => {
    const fake = new FakeClock();
    const after: Clock['after'] = (milliseconds, signal) =>
      milliseconds <= LONGEST_BACKOFF ? Promise.resolve() : fake.after(milliseconds, signal);
    await using deskgraph = await start({ clock: { now: () => fake.now(), after } });
    deskgraph.sandbox.fault('PARLEY', '500', { route: 'calls' });
    for (let asked = 0; asked < 5; asked += 1) await deskgraph.ask(CALLS);
    const status = async () => (await deskgraph.ask(STATUS)).data.vendors.find(isParley);
    expect(await status()).toMatchObject({
      breaker: 'CLOSED',
      brokenRoutes: [{ route: 'calls', breaker: 'OPEN' }],
      lastFailure: { code: 'UPSTREAM_UNAVAILABLE' },
    });
    deskgraph.calls();
    expect((await deskgraph.ask(CALLS)).errors?.length).toBeGreaterThan(5);
    expect(deskgraph.calls()['PARLEY v2/calls']).toBeUndefined();
    deskgraph.sandbox.fault('PARLEY', null);
    await fake.advance(10_000);
    expect((await deskgraph.ask(CALLS)).errors).toBeUndefined();
    expect(await status()).toMatchObject({ brokenRoutes: [] });
  });

  it('is told by its version what it lacks, without a call', async () => {
    await using deskgraph = await start({ environment: { PARLEY_API_VERSION: '1' } });
    const { errors = [] } = await deskgraph.ask(CALLS);
    expect(new Set(errors.map(({ extensions }) => extensions?.code))).toEqual(
      new Set(['UPSTREAM_UNSUPPORTED']),
    );
    expect(deskgraph.calls()['PARLEY v1/calls']).toBeUndefined();
  });
});

describe('a further vendor in operation', () => {
  it('has a row in `vendors`, with its quota', async () => {
    await using deskgraph = await start({
      clock: new FakeClock(),
      environment: { PARLEY_CALLS_PER_MINUTE: '5' },
    });
    await deskgraph.ask(CALLS);
    const { data } = await deskgraph.ask(STATUS);
    expect(data.vendors.map(({ vendor }: { vendor: string }) => vendor).at(-1)).toBe('PARLEY');
    expect(data.vendors.find(isParley)).toEqual({
      ...{ vendor: 'PARLEY', configured: true, apiVersion: '2', warnings: [] },
      capabilities: ['PRESENCE', 'SEGMENTS', 'PARLEY_CALLS'],
      quota: [{ route: null, limit: 5, remaining: 3 }],
      ...{ breaker: 'CLOSED', brokenRoutes: [], lastFailure: null },
    });
  });

  it('is asked no more often than its quota allows', async () => {
    await using deskgraph = await start({
      clock: new FakeClock(),
      environment: { PARLEY_CALLS_PER_MINUTE: '1' },
    });
    const { data } = await deskgraph.ask(PAGE);
    expect(data.agents.unavailable).toEqual([]);
    deskgraph.calls();
    const { errors = [] } = await deskgraph.ask(PAGE);
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([
      { vendor: 'PARLEY', code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
    ]);
    expect(deskgraph.calls()['PARLEY v2/crew']).toBeUndefined();
  });

  it('stands in the trace of what an operation has cost', async () => {
    await using deskgraph = await start({ alwaysTrace: true });
    const { extensions } = await deskgraph.ask(CALLS);
    const ofParley = extensions?.upstream?.filter(isParley).map(({ route, calls }) => [route, calls]);
    expect(ofParley?.sort()).toEqual([
      ['calls', 1],
      ['crew', 1],
    ]);
  });

  it('has its field in the identity file, by badge and by address', async () => {
    await using plain = await start();
    const people: Person[] = (await plain.ask(PEOPLE)).data.agents.nodes;
    const alone = people.filter(({ accounts }) => accounts.every(isParley));
    const other = people.find(({ accounts }) => !accounts.some(isParley));
    const username = other?.accounts.find(({ vendor }) => vendor === 'ROCKET_CHAT')?.key;
    const [byBadge, byAddress] = alone.flatMap(({ accounts }) =>
      accounts.filter(({ email }) => email !== null),
    );
    // In capitals: an address is compared case aside.
    const parley = [byBadge?.key, byAddress?.email?.toUpperCase()];
    const file = identityFile([{ key: 'one', rocketChat: username, parley }]);
    await using deskgraph = await start({ environment: { DESKGRAPH_IDENTITIES: file } });
    const joined: Person[] = (await deskgraph.ask(PEOPLE)).data.agents.nodes;
    const one = joined.find(({ accounts }) => accounts.some(({ key }) => key === byBadge?.key));
    expect(one?.accounts.map(({ key }) => key)).toEqual(expect.arrayContaining([username, byAddress?.key]));
    expect(joined).toHaveLength(people.length - 2);
  });

  it('has faults of its configuration told with all others, its slips named, its strays warned of', () => {
    const faults = faultsOf({ PARLEY_URL: 'nonsense', PARLEY_TOKN: 'x', HOST: 'ü' });
    expect(faults).toContain('PARLEY_URL must be an http or https address');
    expect(faults).toContain('PARLEY_TOKEN is missing');
    expect(faults).toContain('PARLEY_TOKN is unknown: PARLEY_TOKEN is meant.');
    expect(faults).toContain('HOST must consist of');
    const identities = identityFile([{ key: 'one', parly: 'p-1' }]);
    expect(faultsOf({ DESKGRAPH_IDENTITIES: identities })).toContain('rocketChat, koreAi, liveChat, parley');
    const { unknownVariables } = readConfig({ PARLEY_SERVICE_HOST: '10.0.0.1' }, WITH_PARLEY.modules);
    expect(unknownVariables).toEqual(['PARLEY_SERVICE_HOST']);
  });

  it('is empty without error where it is not configured', async () => {
    const environment = { PARLEY_URL: undefined, PARLEY_TOKEN: undefined };
    await using deskgraph = await start({ environment });
    const { data, errors } = await deskgraph.ask(
      `{ crew: agents(filter: { vendors: [PARLEY] }) { nodes { id } unavailable { vendor } }
         agent(by: { parleyBadge: "p-100011" }) { id }
         agents(first: 5) { nodes { id } }
         vendors { vendor configured } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.crew).toEqual({ nodes: [], unavailable: [] });
    expect(data.agent).toBeNull();
    expect(data.agents.nodes).toHaveLength(5);
    expect(data.vendors.at(-1)).toEqual({ vendor: 'PARLEY', configured: false });
  });
});
