import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/index.ts';
import { NOW } from '../callers.ts';
import { callOnce, open, outcomeOf } from './line.ts';

/** A second passes whenever the test says so. */
function handClock() {
  const running = new Set<() => void>();
  return {
    running,
    everySecond(tick: () => void) {
      running.add(tick);
      return () => void running.delete(tick);
    },
    passSecond() {
      for (const tick of running) tick();
    },
  };
}

const opened: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((sandbox) => sandbox.close()));
});

async function start(
  clock = handClock(),
): Promise<{ sandbox: Sandbox; clock: ReturnType<typeof handClock> }> {
  const sandbox = await startSandbox({ agents: 12, now: () => NOW, everySecond: clock.everySecond });
  opened.push(sandbox);
  return { sandbox, clock };
}

const byteOf = async (response: IncomingMessage): Promise<Buffer> =>
  (await once(response, 'data'))[0] as Buffer;

describe('a drip', () => {
  it('sends the headers and the first byte at once, and a byte more of the true answer each second', async () => {
    const { sandbox, clock } = await start();
    const truth = await callOnce(sandbox, 'LIVECHAT');
    sandbox.fault('LIVECHAT', 'drip');
    const [response] = (await once(open(sandbox, 'LIVECHAT'), 'response')) as [IncomingMessage];
    expect(response.headers['content-length']).toBe(String(truth.body.length));
    const end = once(response, 'end');
    const bytes = [await byteOf(response)];
    while (bytes.length < truth.body.length) {
      const next = byteOf(response);
      clock.passSecond();
      // Stopped by the last byte itself: a tick between it and the connection's end would write after the end.
      expect(clock.running.size).toBe(bytes.length === truth.body.length - 1 ? 0 : 1);
      bytes.push(await next);
    }
    expect(bytes.every(({ length }) => length === 1)).toBe(true);
    expect(Buffer.concat(bytes)).toEqual(truth.body);
    await end;
    expect(response.complete).toBe(true);
  });

  it('has no clock running any more once the client has left', async () => {
    const { sandbox, clock } = await start();
    sandbox.fault('KORE_AI', 'drip');
    const call = open(sandbox, 'KORE_AI');
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    await byteOf(response);
    expect(clock.running.size).toBe(1);
    response.on('error', () => {});
    call.destroy();
    await vi.waitFor(() => expect(clock.running.size).toBe(0));
  });
});

describe('closing', () => {
  it('ends at once what hangs, what drips and what followed a redirect, and leaves no clock', async () => {
    const { sandbox, clock } = await start();
    sandbox.fault('ROCKET_CHAT', 'hang');
    sandbox.fault('KORE_AI', 'drip');
    sandbox.fault('LIVECHAT', 'redirect');
    const hanging = outcomeOf(open(sandbox, 'ROCKET_CHAT'));
    const dripping = outcomeOf(open(sandbox, 'KORE_AI'));
    const { location = '' } = (await callOnce(sandbox, 'LIVECHAT')).headers;
    await (await fetch(location)).text();
    await vi.waitFor(() => expect(sandbox.calls).toHaveLength(3));
    expect(clock.running.size).toBe(1);

    await sandbox.close();
    expect(clock.running.size).toBe(0);
    expect(await hanging).toMatchObject({ status: null, broke: 'socket hang up' });
    expect(await dripping).toMatchObject({ status: 200, broke: 'aborted' });
    await expect(fetch(location)).rejects.toThrow();
  });

  it('leaves nothing by which a process would go on, with the machine’s own clock', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
      cwd: fileURLToPath(new URL('../../../../', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(String(chunk)));
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(output.join('')).toBe('closed\n');
  });
});

const PROGRAM = `
  import { request } from 'node:http';
  import { startSandbox } from './src/sandbox/index.ts';
  const sandbox = await startSandbox({ agents: 3 });
  sandbox.fault('ROCKET_CHAT', 'drip');
  sandbox.fault('LIVECHAT', 'redirect');
  const open = (vendor) => new Promise((resolve) => {
    const call = request(sandbox.environment[vendor + '_URL'] + '/any', { agent: false });
    call.on('error', () => {}).on('response', (response) => resolve(response.on('error', () => {}).resume())).end();
  });
  await Promise.all([open('ROCKETCHAT'), open('LIVECHAT')]);
  await sandbox.close();
  console.log('closed');
`;
