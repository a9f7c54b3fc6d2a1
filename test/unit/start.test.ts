import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StartedGateway, start } from '../../src/start.ts';
import { startStubVendor } from './vendors/stub-vendor.ts';

const started: StartedGateway[] = [];
let printed: string[];
let folder: string;
beforeEach(() => {
  printed = [];
  folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
});
afterEach(async () => {
  for (const { server, sandbox } of started.splice(0)) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await Promise.all([closed, sandbox?.close()]);
  }
  rmSync(folder, { recursive: true });
});

async function startWith(environment: Readonly<Record<string, string>>): Promise<StartedGateway> {
  const print = (line: string) => printed.push(line);
  const gateway = await start({ PORT: '0', ...environment }, { log: print, warn: print });
  started.push(gateway);
  return gateway;
}

async function ask({ url }: StartedGateway, query: string) {
  const response = await fetch(`${url}?${new URLSearchParams({ query })}`);
  return (await response.json()) as { data?: unknown };
}

const IDS = '{ agents(first: 2) { nodes { id } pageInfo { endCursor } } }';

/** A vendor that is not asked, and what lets the gateway keep no file. */
const SOME_VENDOR = { LIVECHAT_ACCESS_TOKEN: 'token', DESKGRAPH_SECRET: 'the secret of the tests' };

describe('a start with a vendor’s variables', () => {
  it('talks to that vendor’s address and starts no sandbox', async () => {
    await using stub = await startStubVendor(() => ({ body: [] }));
    const gateway = await startWith({ ...SOME_VENDOR, LIVECHAT_URL: stub.url });
    expect(await ask(gateway, '{ vendors { vendor configured } agents { nodes { id } } }')).toMatchObject({
      data: {
        vendors: expect.arrayContaining([
          { vendor: 'ROCKET_CHAT', configured: false },
          { vendor: 'KORE_AI', configured: false },
          { vendor: 'LIVECHAT', configured: true },
        ]),
        agents: { nodes: [] },
      },
    });
    expect(stub.requests.map(({ path }) => path)).toEqual(['/v3.6/configuration/action/list_agents']);
    expect(gateway.sandbox).toBeNull();
    expect(printed).toEqual([`GraphiQL  ${gateway.url}`]);
  });

  it('gives the same ids and cursors after a restart, by a secret that it keeps', async () => {
    await using stub = await startStubVendor(() => ({ body: [{ id: 'ana@example.com', name: 'Ana' }] }));
    const answerOf = async (data: string) => {
      const vendor = { LIVECHAT_URL: stub.url, LIVECHAT_ACCESS_TOKEN: 'token' };
      return ask(await startWith({ ...vendor, DESKGRAPH_DATA: join(folder, data) }), IDS);
    };
    const first = await answerOf('one');
    expect(first.data).toMatchObject({ agents: { nodes: [{}] } });
    expect(await answerOf('one')).toEqual(first);
    expect(await answerOf('two')).not.toEqual(first);
    expect(readdirSync(join(folder, 'one'))).toEqual(['secret']);
  });

  it('and a folder that cannot be written to is refused, and names both ways out', async () => {
    await expect(
      startWith({ LIVECHAT_ACCESS_TOKEN: 'token', DESKGRAPH_DATA: 'package.json/data' }),
    ).rejects.toThrow(/set DESKGRAPH_SECRET, or name a folder in DESKGRAPH_DATA/);
  });
});

describe('a start without a vendor', () => {
  it('gives the same ids on every machine, and keeps no file', async () => {
    const data = join(folder, 'data');
    const dataOf = async () =>
      (await ask(await startWith({ SANDBOX_AGENTS: '2', DESKGRAPH_DATA: data }), IDS)).data;
    const first = await dataOf();
    expect(first).toMatchObject({ agents: { nodes: [{}, {}] } });
    expect(await dataOf()).toEqual(first);
    expect(existsSync(data)).toBe(false);
  });

  it('with a fault for a route that the sandbox lacks is refused, and names those that it has', async () => {
    await expect(startWith({ SANDBOX_FAULTS: 'ROCKET_CHAT/overview=hang' })).rejects.toThrow(
      /no route with overview in it, only .*agent-overview/,
    );
  });

  it('with a variable that is nearly a vendor’s starts no sandbox, and names the one that is meant', async () => {
    const environment = { ROCKET_CHAT_URL: 'https://chat.example.com' };
    await expect(startWith(environment)).rejects.toThrow(
      'ROCKET_CHAT_URL is unknown: ROCKETCHAT_URL is meant.',
    );
    expect(printed).toEqual([]);
  });
});

describe('a start', () => {
  it('with variables that an orchestrator sets warns of them by name, and goes on', async () => {
    await startWith({ ...SOME_VENDOR, DESKGRAPH_SERVICE_HOST: '10.0.0.1' });
    expect(printed).toEqual([
      'These variables are unknown to deskgraph and have no effect: DESKGRAPH_SERVICE_HOST',
      expect.stringMatching(/^GraphiQL {2}/),
    ]);
  });

  it.each([
    ['PORT', SOME_VENDOR],
    ['SANDBOX_PORT', {}],
  ])('on a port that is taken names %s in one line', async (variable, environment) => {
    const { port } = new URL((await startWith(SOME_VENDOR)).url);
    await expect(startWith({ ...environment, [variable]: port })).rejects.toThrow(
      new Error(
        `Port ${port} is taken by another process: stop that one, or set ${variable} to another port.`,
      ),
    );
  });

  it('on an address that is not this machine’s names HOST in one line', async () => {
    await expect(startWith({ ...SOME_VENDOR, HOST: '192.0.2.1' })).rejects.toThrow(
      new Error('HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.'),
    );
  });
});
