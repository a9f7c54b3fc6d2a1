import type { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { machineClock } from '../../../../src/domain/clock.ts';
import { errorFromStatus } from '../../../../src/upstream/response/error-from-response.ts';
import { createUpstream } from '../../../../src/upstream/upstream.ts';
import { failureOf } from '../../vendors/asking.ts';
import { operationOf, requestOf } from '../calling.ts';
import { startRawServer, withoutConnections } from './raw-server.ts';

/** In milliseconds. Long enough for any answer on a busy machine. */
const AMPLE = 60_000;

/** In milliseconds. For a vendor that never answers: the test lasts as long. */
const SHORT = 600;

/** The pipeline in front of one address. */
function upstreamTo(baseUrl: string) {
  const upstream = createUpstream({
    vendor: 'KORE_AI',
    baseUrl,
    headers: () => ({ auth: 'secret-token' }),
    quota: { callsPerMinute: Number.POSITIVE_INFINITY, counted: 'together' },
    errorFromResponse: (answer, route) => errorFromStatus('KORE_AI', answer, route),
  });
  return {
    ...upstream,
    ask: (milliseconds = AMPLE) =>
      upstream.open(operationOf(machineClock, milliseconds)).send(requestOf('everybody')),
  };
}

const head = (...lines: string[]) => `${['HTTP/1.1 200 OK', ...lines].join('\r\n')}\r\n\r\n`;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const JSON_TYPE = 'content-type: application/json';

function drip(socket: Socket): void {
  socket.write(head(JSON_TYPE, 'transfer-encoding: chunked') + chunk('{'));
  const timer = setInterval(() => socket.write(chunk(' ')), 100);
  socket.on('close', () => clearInterval(timer));
}

describe('a vendor that', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['never answers', () => undefined],
    ['answers with a head and no more', (socket) => socket.write(head(JSON_TYPE, 'content-length: 100'))],
    ['drips', drip],
  ])('%s is a timeout at the deadline, and leaves no connection open', async (_, receive) => {
    await using server = await startRawServer(receive);
    const fault = await failureOf(upstreamTo(`http://127.0.0.1:${server.port}`).ask(SHORT));
    expect(fault.code).toBe('UPSTREAM_TIMEOUT');
    await withoutConnections(server);
    expect(server.made).toBe(1);
  });

  it('accepts a connection and never finishes its handshake has no connection left after the deadline', async () => {
    await using server = await startRawServer(() => undefined);
    const fault = await failureOf(upstreamTo(`https://127.0.0.1:${server.port}`).ask(SHORT));
    expect(fault.code).toBe('UPSTREAM_TIMEOUT');
    await withoutConnections(server);
    expect(server.made).toBe(1);
  });

  it('answers well has no connection left once it has idled', async () => {
    await using server = await startRawServer((socket) =>
      socket.write(`${head(JSON_TYPE, 'content-length: 2')}[]`),
    );
    expect(await upstreamTo(`http://127.0.0.1:${server.port}`).ask()).toEqual([]);
    await withoutConnections(server);
  });

  it('is asked no more when the last who wants to know has left', async () => {
    await using server = await startRawServer(() => undefined);
    const { open } = upstreamTo(`http://127.0.0.1:${server.port}`);
    const operations = [operationOf(machineClock), operationOf(machineClock)];
    const asked = operations.map((operation) => failureOf(open(operation).send(requestOf('everybody'))));
    while (server.made === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const operation of operations) operation.leave();
    expect((await Promise.all(asked)).map(({ code }) => code)).toEqual([
      'UPSTREAM_TIMEOUT',
      'UPSTREAM_TIMEOUT',
    ]);
    await withoutConnections(server);
    expect(server.made).toBe(1);
  });

  it.each<[string, string, string | Buffer]>([
    [
      'says its answer is longer than it is',
      'UPSTREAM_UNAVAILABLE',
      `${head(JSON_TYPE, 'content-length: 99')}[]`,
    ],
    [
      'says its answer is shorter than it is',
      'UPSTREAM_INVALID_RESPONSE',
      `${head(JSON_TYPE, 'content-length: 3')}[1, 2]`,
    ],
    [
      'says two lengths',
      'UPSTREAM_UNAVAILABLE',
      `${head(JSON_TYPE, 'content-length: 2', 'content-length: 3')}[]`,
    ],
    ['cuts its JSON off', 'UPSTREAM_INVALID_RESPONSE', `${head(JSON_TYPE, 'content-length: 9')}{"data":[`],
    [
      'says that its JSON is none',
      'UPSTREAM_INVALID_RESPONSE',
      `${head('content-type: text/html', 'content-length: 2')}[]`,
    ],
    [
      'redirects',
      'UPSTREAM_INVALID_RESPONSE',
      'HTTP/1.1 302 Found\r\nlocation: http://localhost:1/\r\ncontent-length: 0\r\n\r\n',
    ],
    ['speaks no HTTP', 'UPSTREAM_UNAVAILABLE', '220 mail.example.com ESMTP\r\n'],
    ['hangs up', 'UPSTREAM_UNAVAILABLE', ''],
    ['says 500', 'UPSTREAM_UNAVAILABLE', 'HTTP/1.1 500 Oops\r\ncontent-length: 0\r\n\r\n'],
    ['says 401', 'UPSTREAM_UNAUTHENTICATED', 'HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n'],
  ])('%s is %s', async (_, code, answer) => {
    await using server = await startRawServer((socket) => socket.end(answer));
    const fault = await failureOf(upstreamTo(`http://127.0.0.1:${server.port}`).ask(30_000));
    expect(fault.code).toBe(code);
    expect(fault.message).not.toContain('secret-token');
    // What may succeed a moment later is tried again, once.
    expect(server.made).toBe(code === 'UPSTREAM_UNAVAILABLE' ? 2 : 1);
  });

  it('has no address is unavailable', async () => {
    const fault = await failureOf(upstreamTo('http://no-such-host.invalid').ask());
    expect(fault.code).toBe('UPSTREAM_UNAVAILABLE');
    expect(fault.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });

  it('sends a bomb is given up before it takes the memory that it would', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
    expect(bomb.length).toBeLessThan(60_000);
    const gzip = head(JSON_TYPE, 'content-encoding: gzip', `content-length: ${bomb.length}`);
    await using server = await startRawServer((socket) =>
      socket.write(Buffer.concat([Buffer.from(gzip), bomb])),
    );
    const { ask } = upstreamTo(`http://127.0.0.1:${server.port}`);
    const before = heapBytes();
    for (let asked = 0; asked < 10; asked += 1) {
      expect((await failureOf(ask())).code).toBe('UPSTREAM_INVALID_RESPONSE');
    }
    await memoryIsBack(before);
    await withoutConnections(server);
  });

  it('sends an object of a million keys costs its reading, and no memory after it', async () => {
    const whole = millionKeys();
    await using server = await startRawServer((socket) => socket.write(whole));
    const { ask } = upstreamTo(`http://127.0.0.1:${server.port}`);
    const before = heapBytes();
    const keys = async () => Object.keys((await ask()) as object).length;
    expect(await keys()).toBe(1_000_000);
    await memoryIsBack(before);
  });
});

function millionKeys(): Buffer {
  const body = `{${Array.from({ length: 1_000_000 }, (_, index) => `"k${index}":0`).join(',')}}`;
  return Buffer.from(head(JSON_TYPE, `content-length: ${body.length}`) + body);
}

/** Ends once the process holds no more than it did, give or take 20 MB. */
async function memoryIsBack(before: number): Promise<void> {
  while (heapBytes() - before > 20_000_000) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the process holds of what is needed. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}
