import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { startStubVendor } from './vendors/stub-vendor.ts';

/** More than a pipe holds at once. */
const COMMENT = '# people\n'.repeat(20_000);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) signalGroup(child, 'SIGKILL');
});

/** Signals a process and all that it started, as a terminal does; none of them may be left. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The process that `npm start` runs, with these variables and none of the machine's for vendors. */
function start(environment: Record<string, string>) {
  return run(process.execPath, ['src/main.ts'], environment);
}

/** An npm script with these variables and none of the machine's for vendors. Its processes are a group of their own. */
function npmRun(script: string, environment: Record<string, string>) {
  return run('npm', ['run', script], environment);
}

function run(command: string, parameters: readonly string[], environment: Record<string, string>) {
  const child = spawn(command, parameters, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...environment },
    detached: true,
  });
  started.push(child);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output.text += chunk.toString();
      child.emit('printed');
    });
  }
  return { child, output };
}

async function addressOf({ child, output }: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const address = /GraphiQL\s+(\S+)/.exec(output.text)?.[1];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(`It stopped instead of starting: ${output.text}`);
    await once(child, 'printed');
  }
}

async function ask(url: string, query: string) {
  const response = await post(url, query);
  return (await response.json()) as { data?: unknown; errors?: unknown };
}

function post(url: string, query: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
}

describe('npm start', () => {
  it('without any vendor prints the addresses of GraphiQL and of a sandbox, and answers', async () => {
    const process = start({ SANDBOX_AGENTS: '12' });
    const url = await addressOf(process);
    expect(process.output.text).toMatch(/Sandbox\s+http:\/\/127\.0\.0\.1:\d+/);
    const { data, errors } = await ask(
      url,
      '{ vendors { configured } agents { nodes { name } unavailable { code } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      vendors: [{ configured: true }, { configured: true }, { configured: true }],
    });
  });

  it('with faults of the sandbox answers without the vendor that has them', async () => {
    const url = await addressOf(start({ SANDBOX_AGENTS: '3', SANDBOX_FAULTS: 'KORE_AI=502-html' }));
    const { data } = await ask(url, '{ agents { unavailable { vendor code } } }');
    expect(data).toEqual({ agents: { unavailable: [{ vendor: 'KORE_AI', code: 'UPSTREAM_UNAVAILABLE' }] } });
  });

  it('with a fault for a route that the sandbox lacks stops, and names those that it has', async () => {
    const { child, output } = start({ SANDBOX_FAULTS: 'ROCKET_CHAT/overview=hang' });
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output.text).toMatch(/no route with overview in it, only .*agent-overview/);
    expect(output.text).not.toContain('    at ');
  });

  it('with a vendor’s variables talks to that address and starts no sandbox', async () => {
    await using stub = await startStubVendor(() => ({ body: [] }));
    const process = start({
      LIVECHAT_URL: stub.url,
      LIVECHAT_ACCESS_TOKEN: 'token',
      DESKGRAPH_SECRET: 'the secret of the tests',
    });
    const { data } = await ask(
      await addressOf(process),
      '{ vendors { configured } agents { nodes { id } } }',
    );
    expect(data).toEqual({
      vendors: [{ configured: false }, { configured: false }, { configured: true }],
      agents: { nodes: [] },
    });
    expect(stub.requests.map(({ path }) => path)).toEqual(['/v3.6/configuration/action/list_agents']);
    expect(process.output.text).not.toContain('Sandbox');
  });

  it('with half a configuration stops, and says all that is wrong without a value', async () => {
    const { child, output } = start({
      ROCKETCHAT_AUTH_TOKEN: 'secret-token',
      KORE_AI_URL: 'http://kore.example.com',
    });
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output.text).toContain('ROCKETCHAT_URL is missing');
    expect(output.text).toContain('ROCKETCHAT_USER_ID is missing');
    expect(output.text).toContain('KORE_AI_ACCOUNT_ID is missing');
    expect(output.text).not.toContain('secret-token');
    expect(output.text).not.toContain('    at ');
  });

  it('reads the identities once, so that they may come through a pipe, and tells their faults by line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const pipe = join(folder, 'people.yaml');
    execFileSync('mkfifo', [pipe]);
    const through = async (text: string) => {
      const process = start({ SANDBOX_AGENTS: '1', DESKGRAPH_IDENTITIES: pipe });
      await writeFile(pipe, text);
      return process;
    };
    await addressOf(await through(`${COMMENT}- key: ana\n  rocketChat: ana\n`));
    const { child, output } = await through(`${COMMENT}- key: ana\n  rocketchat: ana\n`);
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output.text).toContain(`- ${pipe}:20002:3: there is no such field`);
  });

  it.each(['PORT', 'SANDBOX_PORT'])('on a port that is taken names %s in one line', async (variable) => {
    const first = start({ SANDBOX_AGENTS: '1' });
    const { port } = new URL(await addressOf(first));
    const second = start({ SANDBOX_AGENTS: '1', [variable]: port });
    await once(second.child, 'exit');
    expect(second.child.exitCode).toBe(1);
    expect(second.output.text).toContain(
      `Port ${port} is taken by another process: stop that one, or set ${variable} to another port.\n`,
    );
    expect(second.output.text).not.toContain('    at ');
  });

  it('on an address that is not this machine’s names HOST in one line', async () => {
    const { child, output } = start({ SANDBOX_AGENTS: '1', HOST: '192.0.2.1' });
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output.text).toContain('HOST must be an address of this machine');
    expect(output.text).not.toContain('    at ');
  });

  it('with a variable that is nearly a vendor’s starts no sandbox, and names the one that is meant', async () => {
    const { child, output } = start({ ROCKET_CHAT_URL: 'https://chat.example.com' });
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output.text).toContain('ROCKET_CHAT_URL is unknown: ROCKETCHAT_URL is meant.');
    expect(output.text).not.toMatch(/Sandbox|chat\.example\.com/);
  });

  it('warns of variables that an orchestrator sets, by name, and starts', async () => {
    const process = start({ SANDBOX_AGENTS: '1', DESKGRAPH_SERVICE_HOST: '10.0.0.1' });
    await addressOf(process);
    expect(process.output.text).toMatch(/unknown to deskgraph and have no effect: DESKGRAPH_SERVICE_HOST\n/);
    expect(process.output.text).not.toContain('10.0.0.1');
  });

  const IDS = '{ agents(first: 2) { nodes { id } pageInfo { endCursor } } }';

  it('with a vendor gives the same ids and cursors after a restart, by a secret that it keeps', async () => {
    await using stub = await startStubVendor(() => ({ body: [{ id: 'ana@example.com', name: 'Ana' }] }));
    const folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const vendor = { LIVECHAT_URL: stub.url, LIVECHAT_ACCESS_TOKEN: 'token' };
    const answerOf = async (data: string) =>
      ask(await addressOf(start({ ...vendor, DESKGRAPH_DATA: join(folder, data) })), IDS);
    const first = await answerOf('one');
    expect(first.data).toMatchObject({ agents: { nodes: [{}] } });
    expect(await answerOf('one')).toEqual(first);
    expect(await answerOf('two')).not.toEqual(first);
    expect(readdirSync(join(folder, 'one'))).toEqual(['secret']);
  });

  it('with a vendor and a folder that cannot be written to stops, and names both ways out', async () => {
    const { child, output } = start({ LIVECHAT_ACCESS_TOKEN: 'token', DESKGRAPH_DATA: 'package.json/data' });
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output.text).toMatch(/set DESKGRAPH_SECRET, or name a folder in DESKGRAPH_DATA/);
    expect(output.text).not.toContain('    at ');
  });

  it('without a vendor gives the same ids on every machine, and keeps no file', async () => {
    const folder = join(tmpdir(), 'deskgraph-that-is-not-made');
    const answerOf = async () =>
      ask(await addressOf(start({ SANDBOX_AGENTS: '2', DESKGRAPH_DATA: folder })), IDS);
    const { data } = await answerOf();
    expect(data).toMatchObject({ agents: { nodes: [{}, {}] } });
    expect((await answerOf()).data).toEqual(data);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('npm that is stopped', () => {
  /** A gateway started by npm with one question under way, which its vendor answers when it is told to. */
  async function startWithQuestion() {
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const stub = await startStubVendor(async () => {
      asked.resolve();
      await answer.promise;
      return { body: [] };
    });
    const npm = npmRun('start', {
      LIVECHAT_URL: stub.url,
      LIVECHAT_ACCESS_TOKEN: 'token',
      DESKGRAPH_DEADLINE_MS: '60000',
    });
    const url = await addressOf(npm);
    const question = post(
      url,
      '{ chatReport(range: { from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" }) { vendor totalChats { total } } }',
    );
    question.catch(() => undefined);
    await asked.promise;
    return {
      ...npm,
      url,
      question,
      answer: answer.resolve,
      [Symbol.asyncDispose]: () => stub[Symbol.asyncDispose](),
    };
  }

  /** Ends once nothing listens at the address any more. */
  async function refused(url: string): Promise<void> {
    const { hostname, port } = new URL(url);
    for (;;) {
      const socket = connect(Number(port), hostname);
      const isThere = await Promise.race([
        once(socket, 'connect').then(() => true),
        once(socket, 'error').then(() => false),
      ]).catch(() => false);
      socket.destroy();
      if (!isThere) return;
    }
  }

  it.each<[string, (npm: ChildProcess) => void]>([
    ['SIGTERM to npm, as a container or a process manager sends it', (npm) => npm.kill('SIGTERM')],
    ['SIGTERM to its group', (npm) => signalGroup(npm, 'SIGTERM')],
    ['SIGINT to its group, as a terminal sends it', (npm) => signalGroup(npm, 'SIGINT')],
  ])('by %s takes the gateway along once its answers are out', async (_, stop) => {
    await using gateway = await startWithQuestion();
    stop(gateway.child);
    await refused(gateway.url);
    expect(gateway.child.exitCode).toBeNull();
    gateway.answer();
    const answer = await gateway.question;
    expect(await answer.json()).toMatchObject({ data: { chatReport: { vendor: 'LIVECHAT' } } });
    // A connection that is kept alive would hold the gateway open.
    expect(answer.headers.get('connection')).toBe('close');
    if (gateway.child.exitCode === null) await once(gateway.child, 'exit');
    expect(gateway.child.exitCode).toBe(0);
  });

  it('by SIGKILL takes the gateway along, too', async () => {
    await using gateway = await startWithQuestion();
    gateway.child.kill('SIGKILL');
    await refused(gateway.url);
    gateway.answer();
    expect(await (await gateway.question).json()).toMatchObject({
      data: { chatReport: { vendor: 'LIVECHAT' } },
    });
  });

  it('a second time ends the gateway at once', async () => {
    await using gateway = await startWithQuestion();
    gateway.child.kill('SIGTERM');
    await refused(gateway.url);
    // Signals that come close together are one, so this goes on until one is taken for a second.
    const timer = setInterval(() => gateway.child.kill('SIGTERM'), 100);
    onTestFinished(() => clearInterval(timer));
    await expect(gateway.question).rejects.toThrow();
    if (gateway.child.exitCode === null && gateway.child.signalCode === null)
      await once(gateway.child, 'exit');
  });
});

/** Says on the console, once the gateway listens, whether graphql checks every value against its own classes. */
const PROBE = `
  const print = console.log;
  console.log = (...words) => {
    print(...words);
    if (!String(words[0]).startsWith('GraphiQL')) return;
    const { createRequire } = process.getBuiltinModule('node:module');
    const { isObjectType } = createRequire(process.cwd() + '/')('graphql');
    class GraphQLObjectType { get [Symbol.toStringTag]() { return 'GraphQLObjectType'; } }
    try { isObjectType(new GraphQLObjectType()); print('graphql trusts values, ' + process.env.NODE_ENV + '.'); }
    catch { print('graphql checks values, ' + process.env.NODE_ENV + '.'); }
  };`;

describe('graphql', () => {
  it.each([
    ['start', {}, 'graphql trusts values, production.'],
    ['start', { NODE_ENV: 'test' }, 'graphql checks values, test.'],
    ['dev', {}, 'graphql checks values, development.'],
  ])('run by npm run %s with %o: %s', async (script, environment, said) => {
    const probe = `data:text/javascript,${encodeURIComponent(PROBE)}`;
    const npm = npmRun(script, { ...environment, SANDBOX_AGENTS: '1', NODE_OPTIONS: `--import=${probe}` });
    await addressOf(npm);
    while (!npm.output.text.includes(said)) {
      if (npm.output.text.includes('values, ')) throw new Error(npm.output.text);
      await once(npm.child, 'printed');
    }
  });
});
