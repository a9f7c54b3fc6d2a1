import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressOf, printed, run } from './process.ts';

/** More than a pipe holds at once. */
const COMMENT = '# people\n'.repeat(20_000);

/** A named pipe, which gives what is written to it once. */
function makePipe(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const pipe = join(folder, 'people.yaml');
  execFileSync('mkfifo', [pipe]);
  return pipe;
}

/** Prints, once the gateway listens, whether graphql checks every value against its own classes. */
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
const PROBED = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(PROBE)}` };

describe('npm start without a vendor', () => {
  it('reads its identities from a pipe, prints what the operator should know, and answers as a sandbox told to fail', async () => {
    const pipe = makePipe();
    const npm = run('npm', ['run', 'start'], {
      ...PROBED,
      SANDBOX_AGENTS: '12',
      SANDBOX_FAULTS: 'KORE_AI=502-html',
      DESKGRAPH_IDENTITIES: pipe,
      DESKGRAPH_SERVICE_HOST: '10.0.0.1',
    });
    await writeFile(pipe, `${COMMENT}- key: ana\n  rocketChat: ana\n`);
    const query = '{ vendors { configured } agents { nodes { name } unavailable { vendor code } } }';
    const response = await fetch(`${await addressOf(npm)}?${new URLSearchParams({ query })}`);
    const { data } = await response.json();
    expect(data.vendors).toEqual([{ configured: true }, { configured: true }, { configured: true }]);
    expect(data.agents.nodes.length).toBeGreaterThan(0);
    expect(data.agents.unavailable).toEqual([{ vendor: 'KORE_AI', code: 'UPSTREAM_UNAVAILABLE' }]);

    expect(npm.output.text).toMatch(/Sandbox\s+http:\/\/127\.0\.0\.1:\d+/);
    expect(npm.output.text).toMatch(/unknown to deskgraph and have no effect: DESKGRAPH_SERVICE_HOST\n/);
    expect(npm.output.text).not.toContain('10.0.0.1');
    expect(await printed(npm, /graphql .* values.*/)).toBe('graphql trusts values, production.');
  });
});

describe('npm run dev', () => {
  it('starts the gateway with the checks of development', async () => {
    const npm = run('npm', ['run', 'dev'], { ...PROBED, SANDBOX_AGENTS: '1' });
    expect(await printed(npm, /graphql .* values.*/)).toBe('graphql checks values, development.');
  });
});

describe('a start that fails', () => {
  it('prints all that is wrong with the environment, no value and no stack, and exits with 1', async () => {
    const pipe = makePipe();
    const gateway = run(process.execPath, ['src/main.ts'], {
      ROCKETCHAT_AUTH_TOKEN: 'secret-token',
      KORE_AI_URL: 'http://kore.example.com',
      LIVE_CHAT_ACCESS_TOKEN: 'secret-token',
      DESKGRAPH_IDENTITIES: pipe,
    });
    await writeFile(pipe, `${COMMENT}- key: ana\n  rocketchat: ana\n`);
    expect(await gateway.exitCode).toBe(1);
    const { text } = gateway.output;
    for (const fault of [
      'ROCKETCHAT_URL is missing',
      'ROCKETCHAT_USER_ID is missing',
      'KORE_AI_ACCOUNT_ID is missing',
      'LIVE_CHAT_ACCESS_TOKEN is unknown: LIVECHAT_ACCESS_TOKEN is meant.',
      `${pipe}:20002:3: there is no such field`,
    ]) {
      expect(text).toContain(`- ${fault}`);
    }
    expect(text).not.toMatch(/secret-token| {4}at |Sandbox/);
  });
});
