import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startStubVendor } from '../unit/vendors/stub-vendor.ts';
import { addressOf, run, signalGroup } from './process.ts';

const QUERY =
  '{ chatReport(range: { from: "2026-03-17T00:00:00Z", to: "2026-03-18T00:00:00Z" }) { vendor totalChats { total } } }';

/** A gateway started by npm with one question under way, which its vendor answers when it is told to. */
async function startWithQuestion() {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const stub = await startStubVendor(async () => {
    asked.resolve();
    await answer.promise;
    return { body: [] };
  });
  const npm = run('npm', ['run', 'start'], {
    LIVECHAT_URL: stub.url,
    LIVECHAT_ACCESS_TOKEN: 'token',
    DESKGRAPH_SECRET: 'the secret of the tests',
    DESKGRAPH_DEADLINE_MS: '600000',
  });
  const url = await addressOf(npm);
  const question = fetch(`${url}?${new URLSearchParams({ query: QUERY })}`);
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
  while (await connects(Number(port), hostname)) await pause(20);
}

async function connects(port: number, host: string): Promise<boolean> {
  const socket = connect(port, host);
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isOpen;
}

const TOTAL = { data: { chatReport: { vendor: 'LIVECHAT' } } };

describe('npm that is stopped', () => {
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
    expect(await answer.json()).toMatchObject(TOTAL);
    // A connection that is kept alive would hold the gateway open.
    expect(answer.headers.get('connection')).toBe('close');
    expect(await gateway.exitCode).toBe(0);
  });

  it('by SIGKILL takes the gateway along, too', async () => {
    await using gateway = await startWithQuestion();
    gateway.child.kill('SIGKILL');
    await refused(gateway.url);
    gateway.answer();
    expect(await (await gateway.question).json()).toMatchObject(TOTAL);
  });

  it('a second time ends the gateway at once', async () => {
    await using gateway = await startWithQuestion();
    gateway.child.kill('SIGTERM');
    await refused(gateway.url);
    // Signals that come close together are one, so this goes on until one is taken for a second.
    const timer = setInterval(() => gateway.child.kill('SIGTERM'), 100);
    onTestFinished(() => clearInterval(timer));
    await expect(gateway.question).rejects.toThrow();
    await gateway.exitCode;
  });
});
